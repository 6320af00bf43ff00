import { useWords } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { Icon } from './icons.tsx'
import './plain-line.css'

interface Props {
  readonly message: string
  /** Something failed; else it is only a word in passing. */
  readonly failed: boolean
  /** Where only a fresh page fetches again what did not come. */
  readonly withReload?: boolean
  readonly onClose: () => void
}

/** A word over the page without Mantine, whose own files may be what did not come. */
export const PlainLine = ({ message, failed, withReload = false, onClose }: Props) => {
  const text = useWords(uiWords)
  return (
    <div className="plain-line not-in-print" role={failed ? 'alert' : 'status'}>
      <p>
        <Icon name={failed ? 'warning' : 'tick'} />
        <span>{message}</span>
      </p>
      {withReload && (
        <button type="button" className="plain-button" onClick={() => window.location.reload()}>
          {text.reload}
        </button>
      )}
      <button type="button" className="plain-button" onClick={onClose}>
        {text.close}
      </button>
    </div>
  )
}
