import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { Icon } from './icons.tsx'
import { sentenceOf } from './sentence-of.ts'
import './nothing-to-show.css'

interface EmptyProps {
  /** What will be here. */
  readonly title: string
  /** How to begin. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** An empty page says what will be here and how to begin. */
export const EmptyState = ({ title, children, action }: EmptyProps) => (
  <div className="nothing">
    <svg className="nothing-drawing" width="120" height="64" viewBox="0 0 120 64" aria-hidden="true">
      <path d="M2 20h42c8 0 10-4 10-12V2M66 2v6c0 8 2 12 10 12h42M2 44h116" />
      <path className="nothing-dashes" d="M2 32h116M60 2v26" />
      <path className="nothing-dims" d="M30 44v14M90 44v14M30 54h60M30 54l5-2.5v5ZM90 54l-5-2.5v5Z" />
    </svg>
    <h2>{title}</h2>
    {children !== undefined && <div className="nothing-how">{children}</div>}
    {action}
  </div>
)

interface ErrorProps {
  readonly problem: unknown
  /** Absent where trying again cannot help. */
  readonly retry?: () => void
  readonly retrying?: boolean
}

/** What happened, what to do, and that nothing was lost. Takes the place of what could not be shown. */
export const ErrorState = ({ problem, retry, retrying = false }: ErrorProps) => {
  const text = useWords(uiWords)
  return (
    <div className="nothing" role="alert">
      <span className="nothing-warning">
        <Icon name="warning" sizePixels={28} />
      </span>
      <p className="nothing-how">{sentenceOf(problem)}</p>
      {retry && (
        <button type="button" className="plain-button" onClick={retry} disabled={retrying} aria-busy={retrying}>
          {retrying ? text.loading : text.retry}
        </button>
      )}
    </div>
  )
}

/** The same inside a form or a dialog: one line with its mark. */
export const ErrorLine = ({ problem }: { readonly problem: unknown }) => {
  const line = useRef<HTMLParagraphElement>(null)
  // an error below the fold of a long form would be missed
  useEffect(() => {
    // newer browsers answer with a promise, which an effect must not return
    void line.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <p className="error-line" role="alert" ref={line}>
      <Icon name="warning" />
      <span>{sentenceOf(problem)}</span>
    </p>
  )
}

/** Ruled lines where rows will be; they appear only after 300 ms, so that a quick answer does not flicker. */
export const LoadingRows = ({
  rows = 6,
  heightPixels = 44,
}: {
  readonly rows?: number
  readonly heightPixels?: number
}) => {
  const text = useWords(uiWords)
  return (
    <div className="loading-rows" role="status">
      <span className="for-ears">{text.loading}</span>
      {[...Array(rows).keys()].map((row) => (
        <div key={row} className="loading-row" style={{ height: heightPixels }} aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  )
}

/** The same for a whole page that is on its way. */
export const LoadingPage = () => (
  <div className="page-waiting">
    <LoadingRows rows={8} />
  </div>
)

interface ProgressProps {
  readonly label: string
  readonly done: number
  readonly total: number
  /** In place of "done/total", where those are no figures that anybody counts in. */
  readonly figure?: string
}

/** For what takes longer than a second: how far it is, in the number and in the bar. */
export const Progress = ({ label, done, total, figure = `${done}/${total}` }: ProgressProps) => (
  <div className="progress">
    <span>{label}</span>
    <progress value={done} max={Math.max(total, 1)} aria-label={label} />
    <span className="figures">{figure}</span>
  </div>
)
