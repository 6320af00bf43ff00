import { Textarea } from '@mantine/core'
import { useWords } from '../../text/language.ts'
import { stepWords } from '../../text/step-words.ts'
import './words-field.css'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly mostLetters: number
  readonly error?: string | null
  readonly hint?: string | undefined
  readonly rows?: number
  readonly optional?: boolean
  /** Said so often that a tap should do; each is added to what is there. */
  readonly phrases?: readonly string[]
  readonly focused?: boolean
}

/** A few words by hand or by the phone's own dictation, with the usual phrases one tap away. */
export const WordsField = (props: Props) => {
  const { label, value, onChange, mostLetters, error = null, hint, rows = 2, optional = false, phrases = [] } = props
  const text = useWords(stepWords)
  const add = (phrase: string): void => {
    if (!value.includes(phrase))
      onChange((value.trim() === '' ? phrase : `${value.trim()}，${phrase}`).slice(0, mostLetters))
  }
  return (
    <div className="words-field">
      <Textarea
        label={optional ? `${label}（${text.optional}）` : label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        {...(hint !== undefined && { placeholder: hint })}
        autosize
        minRows={rows}
        maxRows={10}
        maxLength={mostLetters}
        {...(props.focused && { 'data-autofocus': true })}
      />
      {phrases.length > 0 && (
        <div className="words-phrases">
          {phrases.map((phrase) => (
            <button key={phrase} type="button" onClick={() => add(phrase)} aria-pressed={value.includes(phrase)}>
              {phrase}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
