import type { FieldPosition } from '../outbox/entry.ts'
import { doubtfulMetres, type WhyNoFix } from '../photos/device-position.ts'
import { captureWords } from '../text/capture-words.ts'
import { useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { freshMs } from './position-choice.ts'

interface Props {
  readonly position: FieldPosition | null
  readonly why: WhyNoFix | null
}

/** How far the position can be trusted, in words: never a bare dot on a map. */
export const PositionLine = ({ position, why }: Props) => {
  const text = useWords(captureWords)
  useTime() // drawn anew every half minute, so that a fix is seen to age
  if (position === null) return <span>{why === null ? text.searching : text.noFix[why]}</span>
  const { source, accuracyMetres, atMs } = position
  if (source === 'pin') return <span>{text.moved}</span>
  if (source === 'place') return <span>{text.fromPlace}</span>
  if (source === 'exif' || accuracyMetres === null) return <span>{text.fromPhoto}</span>
  const metres = Math.round(accuracyMetres)
  const oldMs = Date.now() - atMs
  return (
    <span className="position-line">
      <span className="figures">{text.accuracy(metres)}</span>
      {metres > doubtfulMetres && <strong>{text.doubtful}</strong>}
      {oldMs > freshMs && <strong className="figures">{text.stale(Math.floor(oldMs / 60_000))}</strong>}
    </span>
  )
}
