import { captureWords } from '../text/capture-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { type Shot, type ShotKind, shotKinds, shotsOf } from './capture-draft.ts'

interface Props {
  readonly shots: readonly Shot[]
  readonly skipped: readonly ShotKind[]
  /** What the next photo is taken for; null beyond the four. */
  readonly next: ShotKind | null
  readonly onChoose: (kind: ShotKind) => void
  readonly onSkip: (kind: ShotKind) => void
}

/** Above the shutter: which of the four views comes next. A tap takes another one first; each may be skipped. */
export const GuidedStrip = ({ shots, skipped, next, onChoose, onSkip }: Props) => {
  const text = useWords(captureWords)
  const taken = new Set(shotsOf(shots, 'before').map(({ kind }) => kind))
  return (
    <fieldset className="guide">
      <legend className="for-ears">{text.guide}</legend>
      {shotKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="guide-kind"
          data-skipped={skipped.includes(kind)}
          aria-pressed={kind === next}
          onClick={() => onChoose(kind)}
        >
          {taken.has(kind) && (
            <>
              <Icon name="tick" sizePixels={16} />
              <span className="for-ears">{text.taken}</span>
            </>
          )}
          {text.kinds[kind]}
        </button>
      ))}
      {next !== null && (
        <button
          type="button"
          className="guide-skip"
          aria-label={text.skipOf(text.kinds[next])}
          onClick={() => onSkip(next)}
        >
          {text.skip}
        </button>
      )}
    </fieldset>
  )
}
