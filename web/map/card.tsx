import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../text/language.ts'
import { mapWords } from '../text/map-words.ts'
import { Icon } from '../ui/icons.tsx'

interface Props {
  readonly mark?: ReactNode
  readonly title: ReactNode
  /** Turns from one to the next where several lie at one spot. */
  readonly pager?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What lies open over the map. Opened from the list it takes the focus; Escape closes it. */
export const Card = ({ mark, title, pager, onClose, children }: Props) => {
  const text = useWords(mapWords)
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()
  useEffect(() => {
    const from = document.activeElement
    if (!(from instanceof HTMLElement) || !from.matches('.map-row')) return
    heading.current?.focus({ preventScroll: true })
    // closed, it gives the focus back to the row it was opened from
    return () => {
      if (from.isConnected) from.focus({ preventScroll: true })
    }
  }, [])
  return (
    <section
      className="map-card"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header className="map-card-title">
        {mark}
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {pager}
        <button type="button" className="map-icon-button" onClick={onClose} aria-label={text.closeCard}>
          <Icon name="close" />
        </button>
      </header>
      <div className="map-card-body">{children}</div>
    </section>
  )
}

interface PagerProps {
  readonly index: number
  readonly count: number
  readonly onTurn: (index: number) => void
}

export const Pager = ({ index, count, onTurn }: PagerProps) => {
  const text = useWords(mapWords)
  return (
    <span className="map-pager">
      <button
        type="button"
        className="map-icon-button"
        aria-label={text.previous}
        onClick={() => onTurn((index + count - 1) % count)}
      >
        <Icon name="back" />
      </button>
      <span className="figures" aria-live="polite">
        {text.ofSpot(index + 1, count)}
      </span>
      <button
        type="button"
        className="map-icon-button"
        aria-label={text.next}
        onClick={() => onTurn((index + 1) % count)}
      >
        <Icon name="next" />
      </button>
    </span>
  )
}
