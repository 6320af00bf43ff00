import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { crosswise, fitWithin, type QuarterTurns, type Size } from '../../server/domain/picture-fit.ts'
import { cameraWords } from '../text/camera-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { BeforeControls } from './before-controls.tsx'
import { BeforePicture } from './before-picture.tsx'
import type { WhyNoCamera } from './open-camera.ts'
import { isShutterKey } from './shutter-key.ts'
import { type Shot, takeShot } from './take-shot.ts'
import { type Abilities, abilitiesOf, lightTorch } from './track-abilities.ts'
import { useBox } from './use-box.ts'
import { type Overlay, useOverlay } from './use-overlay.ts'
import { useStream } from './use-stream.ts'
import { useTwoFingers } from './use-two-fingers.ts'
import { useZoom } from './use-zoom.ts'
import { ZoomControl } from './zoom-control.tsx'
import './live-camera.css'

export { cameraSupport, type WhyNoCamera } from './open-camera.ts'
export type { Shot } from './take-shot.ts'
export type { BeforePhoto, Overlay } from './use-overlay.ts'

interface Props {
  readonly onShot: (shot: Shot) => void
  /** The way by the file picker is the caller's. */
  readonly onUnavailable: (why: WhyNoCamera) => void
  readonly overlay?: Overlay | null
  /** Over the picture, at its upper edge. */
  readonly above?: ReactNode
  /** A row of its own above the shutter. */
  readonly strip?: ReactNode
  /** Left and right of the shutter. */
  readonly before?: ReactNode
  readonly after?: ReactNode
  /** Why no more is taken now; the shutter shows it. */
  readonly shut?: string | null
  /** The picture is there. */
  readonly onReady?: () => void
  /** The shutter has the keyboard as soon as the camera is there. */
  readonly focusShutter?: boolean
}

const turnedBack: Readonly<Record<QuarterTurns, QuarterTurns>> = { 0: 0, 1: 3, 2: 2, 3: 1 }

/** The live picture with its shutter; fills the box it is put into. Space or Enter shoots. */
export const LiveCamera = (props: Props) => {
  const {
    onShot,
    onUnavailable,
    onReady,
    overlay = null,
    above,
    strip,
    before,
    after,
    shut = null,
    focusShutter = false,
  } = props
  const text = useWords(cameraWords)
  const camera = useStream()
  const video = useRef<HTMLVideoElement>(null)
  const shutter = useRef<HTMLButtonElement>(null)
  const [sheet, box] = useBox()
  const [format, setFormat] = useState<Size | null>(null)
  const [able, setAble] = useState<Abilities | null>(null)
  const [torch, setTorch] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState(false)
  const [flashes, setFlashes] = useState(0)
  const over = useOverlay(overlay)
  const stream = camera.state === 'live' ? camera.stream : null
  const track = stream?.getVideoTracks()[0] ?? null
  const zoom = useZoom(track, able)
  const beganAt = useRef(1)
  const fingers = useTwoFingers({
    onSpread: (by, begun) => {
      if (begun) beganAt.current = zoom.now
      zoom.to(beganAt.current * by)
    },
    onSlide: (share) => over.mode === 'split' && over.setDivision(Math.round(share * 100)),
  })

  useEffect(() => {
    if (focusShutter) shutter.current?.focus({ preventScroll: true })
  }, [focusShutter])

  const unavailable = useRef(onUnavailable)
  unavailable.current = onUnavailable
  const why = camera.state === 'none' ? camera.why : null
  useEffect(() => {
    if (why !== null) unavailable.current(why)
  }, [why])

  useEffect(() => {
    const element = video.current
    if (element === null) return
    element.srcObject = stream
    setFormat(null)
    setTorch(false)
    setAble(track === null ? null : abilitiesOf(track))
    // a browser that waits for a touch shows the picture at the first one
    if (stream !== null) void element.play().catch(() => undefined)
  }, [stream, track])

  const ready = stream !== null && format !== null
  const tellReady = useEffectEvent(() => onReady?.())
  useEffect(() => {
    if (ready) tellReady()
  }, [ready])
  const shoot = async (): Promise<void> => {
    if (!ready || busy || shut !== null || video.current === null) return
    setBusy(true)
    setFault(false)
    setFlashes((count) => count + 1)
    if ('vibrate' in navigator) navigator.vibrate(30)
    try {
      onShot(await takeShot(video.current, turnedBack[over.turns]))
    } catch {
      setFault(true)
    } finally {
      setBusy(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isShutterKey(event)) return
    event.preventDefault()
    void shoot()
  }
  const measured = (): void => {
    const { videoWidth: width = 0, videoHeight: height = 0 } = video.current ?? {}
    setFormat(width > 0 && height > 0 ? { width, height } : null)
  }
  const shown = format && box ? fitWithin(format, box) : null
  const magnified = zoom.byCamera ? 1 : zoom.now
  const isCrosswise = format !== null && over.size !== null && crosswise(over.size, format)
  const heldOther = over.size !== null && over.size.height > over.size.width ? 'upright' : 'across'
  return (
    <section className="camera" aria-label={text.viewfinder} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className="camera-sheet" ref={sheet} {...fingers}>
        <div className="camera-picture" style={{ ...shown }}>
          <div className="camera-magnified" style={{ transform: `scale(${magnified})` }}>
            <video ref={video} playsInline muted autoPlay onLoadedMetadata={measured} onResize={measured} />
            {shown && <BeforePicture overlay={over} frame={shown} />}
          </div>
          {shown && over.src !== null && over.mode === 'split' && !over.held && (
            <span className="camera-division" style={{ left: `${over.divisionPercent}%` }} />
          )}
          {flashes > 0 && <span key={flashes} className="camera-flash" />}
        </div>
        {camera.state === 'opening' && <p className="camera-state">{text.opening}</p>}
      </div>
      <div className="camera-above">
        {above}
        {able?.torch === true && track !== null && (
          <button
            type="button"
            className="camera-torch"
            aria-pressed={torch}
            onClick={async () => setTorch((await lightTorch(track, !torch)) ? !torch : torch)}
          >
            <Icon name="light" />
            {text.torch}
          </button>
        )}
      </div>
      <div className="camera-controls">
        <div className="camera-notes" aria-live="polite">
          {fault && <p className="camera-note">{text.shotFailed}</p>}
          {over.failed && <p className="camera-note">{text.beforeFailed}</p>}
          {isCrosswise && (
            <p className="camera-note">
              {over.turns === 0 && text.turnPhone[heldOther]}
              <button type="button" onClick={over.turn}>
                {over.turns === 3 ? text.turnBack : text.turnBefore}
              </button>
            </p>
          )}
        </div>
        {ready && <ZoomControl zoom={zoom} />}
        {over.photo !== null && <BeforeControls overlay={over} />}
        {strip}
        <div className="camera-row">
          <div className="camera-beside">
            {over.all > 1 && (
              <button type="button" className="camera-next" onClick={over.next}>
                <span className="for-ears">{text.nextBeforeOf(over.number, over.all)}</span>
                <span className="figures" aria-hidden="true">
                  {text.numberOf(over.number, over.all)}
                </span>
                <span aria-hidden="true">{text.nextBefore}</span>
              </button>
            )}
            {before}
          </div>
          <button
            ref={shutter}
            type="button"
            className="camera-shutter"
            aria-label={shut ?? (busy ? text.shooting : text.shoot)}
            aria-disabled={!ready || busy || shut !== null}
            data-busy={busy}
            onClick={() => void shoot()}
          >
            <span />
          </button>
          <div className="camera-beside">{after}</div>
        </div>
      </div>
    </section>
  )
}
