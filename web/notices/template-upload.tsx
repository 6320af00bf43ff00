import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import type { NoticeKind } from '../../db/vocabulary.ts'
import { templateFaultSentence, templateFaults } from '../../server/notices/template-faults-wire.ts'
import { askServer } from '../api.ts'
import { ApiProblem, type FieldFault } from '../api-problem.ts'
import { faultWords } from '../text/fault-words.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { templateWords } from '../text/template-words.ts'
import { tradeWords } from '../text/trade-words.ts'
import { ErrorLine } from '../ui/nothing-to-show.tsx'
import { say } from '../ui/say.tsx'

const maxBytes = 5 * 1024 * 1024
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

interface Props {
  readonly kind: NoticeKind
  readonly isOwn: boolean
  readonly onDrop: () => void
}

/** Takes the template down, puts another one up, and says everything that is wrong with one that is refused. */
export const TemplateUpload = ({ kind, isOwn, onDrop }: Props) => {
  const text = useWords(templateWords)
  const trade = useWords(tradeWords)
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const inputId = useId()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<{ name: string; problem: unknown } | null>(null)
  const name = trade.noticeKinds[kind]

  const send = async (file: File): Promise<void> => {
    setBusy(true)
    setRefused(null)
    try {
      const address = `/api/notice-templates/${kind}?${new URLSearchParams({ fileName: file.name })}`
      await askServer(address, { method: 'PUT', body: file, headers: { 'Content-Type': docx } })
      await client.invalidateQueries({ queryKey: ['notice-templates'] })
      say.done(text.uploaded(name))
    } catch (error) {
      setRefused({ name: file.name, problem: error })
    } finally {
      setBusy(false)
    }
  }
  const choose = (file: File | undefined): void => {
    if (!file) return
    if (file.size > maxBytes) setRefused({ name: file.name, problem: null })
    else void send(file)
    // the same file, corrected, can be chosen again
    if (input.current) input.current.value = ''
  }
  return (
    <div className="template-acts">
      <div className="template-buttons">
        <Button
          component="a"
          href={`/api/notice-templates/${kind}/docx`}
          download
          aria-label={`${text.download} ${name}`}
        >
          {text.download}
        </Button>
        <input
          ref={input}
          id={inputId}
          type="file"
          accept=".docx"
          className="for-ears"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => choose(event.currentTarget.files?.[0])}
        />
        <Button loading={busy} onClick={() => input.current?.click()} aria-label={`${text.upload} ${name}`}>
          {text.upload}
        </Button>
        {isOwn && (
          <Button variant="subtle" color="ink" onClick={onDrop} aria-label={`${text.dropOwn} ${name}`}>
            {text.dropOwn}
          </Button>
        )}
      </div>
      {refused && <Refused name={refused.name} problem={refused.problem} />}
    </div>
  )
}

const Refused = ({ name, problem }: { readonly name: string; readonly problem: unknown }) => {
  const text = useWords(templateWords)
  const sentence = useFaultSentence()
  if (problem !== null && !(problem instanceof ApiProblem && problem.fields.length > 0))
    return <ErrorLine problem={problem} />
  return (
    <div className="template-refused" role="alert">
      <p>{text.refused(name)}</p>
      <ul>
        {problem instanceof ApiProblem ? (
          problem.fields.map((field) => <li key={`${field.fault}${field.pointer}`}>{sentence(field)}</li>)
        ) : (
          <li>{text.tooBig}</li>
        )}
      </ul>
    </div>
  )
}

/** The template's own faults name what is meant behind the first stroke of their pointer. */
const useFaultSentence = () => {
  const language = useLanguage()
  const faults = useWords(faultWords)
  return ({ fault, pointer }: FieldFault): string => {
    const known = templateFaults.find((one) => one === fault)
    return known ? templateFaultSentence({ fault: known, detail: pointer.slice(1) }, language) : faults.of(fault)
  }
}
