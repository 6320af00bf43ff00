import { useWords, words } from '../text/language.ts'
import { severityWords } from '../text/severity-words.ts'
import { type MarkKind, shapes } from './severity-shapes.ts'
import './severity-mark.css'

const markWords = words(
  { cleared: '已销号', watched: '已销号，回头看期内', ungraded: '未定级', void: '已作废' },
  {
    cleared: 'Cleared',
    watched: 'Cleared, under watch',
    ungraded: 'Not yet graded',
    void: 'Void',
  },
)

/** What the mark says in words, for lists that name it and for those who listen. */
export const useMarkText = (): ((kind: MarkKind) => string) => {
  const text = useWords(markWords)
  const severities = useWords(severityWords)
  return (kind) => {
    switch (kind) {
      case 'cleared':
        return text.watched
      case 'no-longer-watched':
        return text.cleared
      case 'ungraded':
        return text.ungraded
      case 'void':
        return text.void
      default:
        return severities[kind]
    }
  }
}

interface Props {
  readonly kind: MarkKind
  /** 20 in lists, 16 in dense tables, 28 as a heading's. */
  readonly sizePixels?: number
  /** Shows the word beside it; otherwise it is told to screen readers only. */
  readonly withWord?: boolean
  /** The word stands beside it already. */
  readonly silent?: boolean
}

export const SeverityMark = ({ kind, sizePixels = 20, withWord = false, silent = false }: Props) => {
  const textOf = useMarkText()
  const { outline, inside, fill, insideInk } = shapes[kind]
  const named = withWord || silent
  return (
    <span className="severity-mark" {...(named ? {} : { role: 'img', 'aria-label': textOf(kind) })}>
      <svg
        className={`severity-mark-shape severity-mark-${fill}`}
        width={sizePixels}
        height={sizePixels}
        viewBox="0 0 24 24"
        aria-hidden="true"
      >
        <path className="severity-mark-outline" d={outline} />
        <path className={`severity-mark-inside ${insideInk === 'inside' ? 'severity-mark-in-light' : ''}`} d={inside} />
      </svg>
      {withWord && <span>{textOf(kind)}</span>}
    </span>
  )
}
