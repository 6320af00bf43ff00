import { useState } from 'react'
import { useWords } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { Icon } from './icons.tsx'
import { PhotoFrame } from './photo-frame.tsx'
import './before-after.css'

interface Side {
  readonly src: string
  readonly alt: string
  /** When, where, by whom. */
  readonly caption?: string
  readonly onOpen?: () => void
}

interface Props {
  readonly before: Side
  readonly after: Side
  readonly startsAs?: 'slide' | 'beside'
}

const captionOf = (word: string, side: Side) => (
  <>
    <strong>{word}</strong> {side.caption}
  </>
)

/** Two photos of one place: slid over each other (finger, mouse, arrow keys) or side by side. */
export const BeforeAfter = ({ before, after, startsAs = 'slide' }: Props) => {
  const text = useWords(uiWords)
  const [mode, setMode] = useState(startsAs)
  const [percent, setPercent] = useState(50)
  return (
    <section className="before-after" aria-label={text.compare}>
      <div className="before-after-modes not-in-print">
        <button type="button" aria-pressed={mode === 'slide'} onClick={() => setMode('slide')}>
          <Icon name="slider" sizePixels={18} />
          {text.compareSlide}
        </button>
        <button type="button" aria-pressed={mode === 'beside'} onClick={() => setMode('beside')}>
          <Icon name="side-by-side" sizePixels={18} />
          {text.compareBeside}
        </button>
      </div>
      {mode === 'slide' ? (
        <div className="slide" style={{ '--shown': String(percent / 100) }}>
          <PhotoFrame src={after.src} alt={after.alt} eager />
          <div className="slide-before">
            <PhotoFrame src={before.src} alt={before.alt} eager />
          </div>
          <span className="slide-word slide-word-before">{text.before}</span>
          <span className="slide-word slide-word-after">{text.after}</span>
          <span className="slide-line" aria-hidden="true">
            <span className="slide-grip">
              <Icon name="back" sizePixels={14} />
              <Icon name="next" sizePixels={14} />
            </span>
          </span>
          <input
            type="range"
            min={0}
            max={100}
            value={percent}
            aria-label={text.compareHandle}
            aria-valuetext={text.compareShown(percent)}
            onChange={(event) => setPercent(event.currentTarget.valueAsNumber)}
          />
        </div>
      ) : (
        <div className="beside">
          <PhotoFrame {...before} caption={captionOf(text.before, before)} />
          <PhotoFrame {...after} caption={captionOf(text.after, after)} />
        </div>
      )}
      {mode === 'slide' && (
        <div className="before-after-captions">
          <p>{captionOf(text.before, before)}</p>
          <p>{captionOf(text.after, after)}</p>
        </div>
      )}
    </section>
  )
}
