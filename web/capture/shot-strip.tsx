import { useState } from 'react'
import { captureWords } from '../text/capture-words.ts'
import { useWords } from '../text/language.ts'
import { inGuidedOrder, type Shot, shotsOf } from './capture-draft.ts'
import { usePreview } from './use-preview.ts'

interface Props {
  readonly shots: readonly Shot[]
  readonly onRemove: (id: string) => void
  readonly onRetake: (shot: Shot) => void
}

const useWhat = () => {
  const text = useWords(captureWords)
  return ({ part, kind }: Shot): string => (part === 'after' ? text.afterPhoto : kind === null ? '' : text.kinds[kind])
}

/** The photos of this hazard; a tap shows one large, to be taken again or deleted. */
export const ShotStrip = ({ shots, onRemove, onRetake }: Props) => {
  const text = useWords(captureWords)
  const whatOf = useWhat()
  const [lookedAt, setLookedAt] = useState<string | null>(null)
  if (shots.length === 0) return null
  const ordered = [...inGuidedOrder(shotsOf(shots, 'before')), ...shotsOf(shots, 'after')]
  const shown = ordered.find(({ id }) => id === lookedAt) ?? null
  return (
    <div className="shots">
      <ul className="shots-row" aria-label={text.photos}>
        {ordered.map((shot, at) => (
          <li key={shot.id}>
            <button
              type="button"
              className="shot"
              aria-expanded={shot.id === lookedAt}
              aria-label={text.look(at + 1, whatOf(shot))}
              onClick={() => setLookedAt(shot.id === lookedAt ? null : shot.id)}
            >
              <Picture shot={shot} alt="" />
              {whatOf(shot) !== '' && <span className="shot-what">{whatOf(shot)}</span>}
            </button>
          </li>
        ))}
      </ul>
      {shown !== null && (
        <div className="shot-large">
          <Picture shot={shown} alt={text.photoOf(ordered.indexOf(shown) + 1, whatOf(shown))} />
          <div className="capture-buttons">
            <button type="button" className="capture-button" onClick={() => onRetake(shown)}>
              {text.retake}
            </button>
            <button type="button" className="capture-button" onClick={() => onRemove(shown.id)}>
              {text.remove}
            </button>
            <button type="button" className="capture-button" onClick={() => setLookedAt(null)}>
              {text.closeLook}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}

const Picture = ({ shot, alt }: { readonly shot: Shot; readonly alt: string }) => {
  const text = useWords(captureWords)
  const url = usePreview(shot.bytes)
  const [blind, setBlind] = useState(false)
  if (blind) return <span className="shot-blind">{text.noPreview}</span>
  return url === null ? <span className="shot-blind" /> : <img src={url} alt={alt} onError={() => setBlind(true)} />
}
