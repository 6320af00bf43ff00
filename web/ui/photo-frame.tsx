import { type ReactNode, useState } from 'react'
import { useWords } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { Icon } from './icons.tsx'
import './photo-frame.css'

interface Props {
  readonly src: string
  /** What is to be seen, for those who do not see it. */
  readonly alt: string
  /** `contain` shows the whole photo (evidence), `cover` fills a thumbnail. */
  readonly fit?: 'contain' | 'cover'
  /** Width over height of the frame; the photo itself is never stretched. */
  readonly ratio?: number
  readonly caption?: ReactNode
  /** Makes the photo a button: to enlarge it. */
  readonly onOpen?: () => void
  readonly eager?: boolean
}

/** A photograph as evidence: large, whole, with its loading and its failing drawn too. */
export const PhotoFrame = ({ src, alt, fit = 'contain', ratio = 4 / 3, caption, onOpen, eager = false }: Props) => {
  const text = useWords(uiWords)
  const [shown, setShown] = useState<{ src: string; state: 'loaded' | 'failed' } | null>(null)
  const [attempt, setAttempt] = useState(0)
  const state = shown?.src === src ? shown.state : 'loading'
  const picture = (
    <img
      key={`${src}#${attempt}`}
      src={src}
      alt={state === 'failed' ? '' : alt}
      className={`photo-${fit}`}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      onLoad={() => setShown({ src, state: 'loaded' })}
      onError={() => setShown({ src, state: 'failed' })}
    />
  )
  return (
    <figure className="photo" data-state={state}>
      <div className="photo-sheet" style={{ aspectRatio: String(ratio) }}>
        {onOpen && state === 'loaded' ? (
          <button type="button" className="photo-open" onClick={onOpen} aria-label={text.photoOpen(alt)}>
            {picture}
          </button>
        ) : (
          picture
        )}
        {state === 'loading' && <span className="for-ears">{text.photoLoading}</span>}
        {state === 'failed' && (
          <div className="photo-failed">
            <Icon name="no-photo" sizePixels={28} />
            <span>{text.photoFailed}</span>
            <button
              type="button"
              onClick={() => {
                setShown(null)
                setAttempt(attempt + 1)
              }}
            >
              {text.retry}
            </button>
          </div>
        )}
      </div>
      {caption !== undefined && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
