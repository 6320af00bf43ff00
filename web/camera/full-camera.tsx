import { type FocusEvent, type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Located } from '../../server/domain/way-to-spot.ts'
import type { Fix, WhyNoFix } from '../photos/device-position.ts'
import { cameraWords } from '../text/camera-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { useBackCloses } from '../ui/use-back-closes.ts'
import { LiveCamera } from './live-camera.tsx'
import type { WhyNoCamera } from './open-camera.ts'
import type { Shot } from './take-shot.ts'
import type { BeforePhoto } from './use-overlay.ts'
import { useWhere } from './use-where.ts'
import { WayLine } from './way-line.tsx'
import './full-camera.css'

/** What a photo is taken against: earlier ones, and where the hazard lies if that is known well enough to walk to. */
export interface Against {
  readonly photos: readonly BeforePhoto[]
  readonly spot: Located | null
}

interface Props {
  readonly against: Against
  /** So many more are taken. */
  readonly room: number
  readonly onShot: (shot: Shot, located: Promise<{ fix: Fix | null; why: WhyNoFix | null }>) => void
  /** Takes the way by the file picker; called by a touch, so that a picker may open. */
  readonly onInstead: () => void
  readonly onClose: () => void
}

/** The camera as large as the screen, the earlier photo over it; shots go out at once, the camera stays for the next. */
export const FullCamera = ({ against, room, onShot, onInstead, onClose }: Props) => {
  const text = useWords(cameraWords)
  const dialog = useRef<HTMLDialogElement>(null)
  const where = useWhere()
  const [why, setWhy] = useState<WhyNoCamera | null>(null)
  const [last, setLast] = useState<{ count: number; url: string } | null>(null)
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('.camera-shutter')?.focus()
  }, [])
  useEffect(() => () => URL.revokeObjectURL(last?.url ?? ''), [last])
  useBackCloses(onClose)

  const shot = (taken: Shot): void => {
    onShot(taken, where.atShutter(taken.takenAtMs))
    setLast({ count: (last?.count ?? 0) + 1, url: URL.createObjectURL(taken.bytes) })
  }
  const escaped = (event: SyntheticEvent): void => {
    event.preventDefault()
    onClose()
  }
  // the form beneath listens to the window as well and would close with the camera
  const keepEscape = ({ target }: FocusEvent): void => target.setAttribute('data-mantine-stop-propagation', 'true')
  const close = (
    <button type="button" className="full-camera-close" aria-label={text.close} onClick={onClose}>
      <Icon name="close" sizePixels={24} />
    </button>
  )
  return createPortal(
    <dialog
      ref={dialog}
      className="full-camera"
      aria-label={text.rephotograph}
      tabIndex={-1}
      onCancel={escaped}
      onFocusCapture={keepEscape}
      data-mantine-stop-propagation="true"
    >
      {why === null ? (
        <LiveCamera
          overlay={against}
          onShot={shot}
          onUnavailable={setWhy}
          shut={room <= 0 ? text.full : null}
          above={
            <>
              {close}
              {against.spot !== null && <WayLine spot={against.spot} fix={where.fix} why={where.why} />}
            </>
          }
          after={
            last && (
              <button type="button" className="full-camera-done" onClick={onClose}>
                <img src={last.url} alt="" />
                <span>
                  <strong>{text.done}</strong>
                  <span role="status">{text.shots(last.count)}</span>
                </span>
              </button>
            )
          }
        />
      ) : (
        <div className="full-camera-none">
          {close}
          <Icon name="no-photo" sizePixels={40} />
          <p role="alert">{text.why[why]}</p>
          <button type="button" className="full-camera-instead" onClick={onInstead}>
            {text.otherCamera}
          </button>
          <button type="button" onClick={() => setWhy(null)}>
            {text.tryAgain}
          </button>
        </div>
      )}
    </dialog>,
    document.body,
  )
}
