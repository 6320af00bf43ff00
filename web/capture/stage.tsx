import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { placeLine } from '../register/place-line.ts'
import { captureWords } from '../text/capture-words.ts'
import { useWords } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { Icon } from '../ui/icons.tsx'
import { TitleCorner } from '../ui/page.tsx'
import { useMe } from '../ui/use-me.ts'
import { inGuidedOrder, type Shot } from './capture-draft.ts'
import type { Here } from './here-watch.tsx'
import { PositionLine } from './position-line.tsx'
import { SavedNote } from './saved-note.tsx'
import type { Capture } from './use-capture.ts'
import { usePreview } from './use-preview.ts'

interface StageProps {
  readonly capture: Capture
  readonly here: Here
  /** The form lies over the lower half. */
  readonly open: boolean
  readonly saved: string | null
  readonly children: ReactNode
}

/** The phone as a camera: the picture from edge to edge, the place above it, the form rising from below. */
export const Stage = ({ capture, here, open, saved, children }: StageProps) => {
  const text = useWords(captureWords)
  const { product } = useWords(uiWords)
  const corner = useContext(TitleCorner)
  const { county } = useMe()
  const stage = useRef<HTMLDivElement>(null)
  useEffect(() => {
    document.title = `${text.title} · ${product}`
  }, [text, product])
  useEffect(() => {
    // saved: the thumb, the key and the ear are back at the shutter for the next one
    if (saved === null) return
    const shutter = stage.current?.querySelector('.camera-shutter')
    if (shutter instanceof HTMLElement) shutter.focus()
  }, [saved])
  const line = here.place === null ? '' : placeLine({ ...here.place, spot: '' })
  return (
    <div className="stage" ref={stage} data-open={open} data-banded={county.invented}>
      <header className="stage-top">
        <h1 className="for-ears" tabIndex={-1}>
          {text.title}
        </h1>
        <div className="stage-place">
          {line !== '' && <strong>{line}</strong>}
          <span className="stage-accuracy">
            <Icon name="place" sizePixels={16} />
            <PositionLine position={capture.position} why={capture.whyNoFix} />
          </span>
        </div>
        {corner}
      </header>
      {children}
    </div>
  )
}

interface AboveProps {
  readonly capture: Capture
  readonly here: Here
  readonly saved: string | null
  readonly onGone: () => void
  readonly onOpen: () => void
}

/** Over the picture's upper edge: that the last one is kept, or that this one may be on file already. */
export const Above = ({ capture, here, saved, onGone, onOpen }: AboveProps) => {
  const text = useWords(captureWords)
  const { draft } = capture
  const nearest = here.nearby[0]
  if (saved !== null) return <SavedNote hazardId={saved} onGone={onGone} />
  if (nearest === undefined || draft.another || draft.known !== null) return <span />
  return (
    <button type="button" className="stage-known" onClick={onOpen}>
      <Icon name="warning" />
      {text.alreadyHere(nearest.distanceMetres)}
    </button>
  )
}

/** Left of the shutter: the last photo and how many there are; a tap shows them all. */
export const LastShot = ({ shots, onOpen }: { readonly shots: readonly Shot[]; readonly onOpen: () => void }) => {
  const text = useWords(captureWords)
  const last = shots[shots.length - 1]
  if (last === undefined) return null
  const what = last.kind === null ? '' : text.kinds[last.kind]
  return (
    <button
      type="button"
      className="stage-last"
      aria-label={text.look(inGuidedOrder(shots).indexOf(last) + 1, what)}
      onClick={onOpen}
    >
      <LastPicture shot={last} />
      <span className="figures">{text.shotCount(shots.length)}</span>
    </button>
  )
}

const LastPicture = ({ shot }: { readonly shot: Shot }) => {
  const url = usePreview(shot.bytes)
  return url === null ? null : <img src={url} alt="" />
}
