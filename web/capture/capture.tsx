import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { LiveCamera } from '../camera/live-camera.tsx'
import { cameraSupport, type WhyNoCamera } from '../camera/open-camera.ts'
import type { Shot as TakenShot } from '../camera/take-shot.ts'
import { CardLink } from '../card/card-link.tsx'
import { newId } from '../new-id.ts'
import { witnessOf } from '../photos/when-taken.ts'
import { afterPaint } from '../shell/after-paint.ts'
import { captureWords } from '../text/capture-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { MayFail } from '../ui/may-fail.tsx'
import { Page } from '../ui/page.tsx'
import { isHandheld } from '../ui/phone.ts'
import { useCounty } from '../ui/use-county.ts'
import { useAskedZone } from './asked-zone.ts'
import { nextKind, type Shot, type ShotKind, shotsOf } from './capture-draft.ts'
import { CaptureForm, fetchBehind } from './capture-form.tsx'
import { FileCamera } from './file-camera.tsx'
import { GuidedStrip } from './guided-strip.tsx'
import type { Here } from './here-watch.tsx'
import { mostAfter, mostPhotos } from './most-photos.ts'
import { divisionMeant } from './picked-place.ts'
import { atShutter } from './position-choice.ts'
import { SavedNote } from './saved-note.tsx'
import { Above, LastShot, Stage } from './stage.tsx'
import { takenFromFile } from './taken-from-file.ts'
import { useCapture } from './use-capture.ts'
import { useFirstLight } from './use-first-light.ts'
import './capture.css'
import './capture-form.css'
import './form-parts.css'

const HereWatch = lazy(() => import('./here-watch.tsx'))

const nothingKnown: Here = { place: null, nearby: [] }
const whyNotLive = (): WhyNoCamera => (window.isSecureContext ? 'old-browser' : 'not-secure')

/** Photo, category, saved: three taps from opening. Everything goes through the outbox, with a signal or without. */
export default function CapturePage() {
  const text = useWords(captureWords)
  const capture = useCapture()
  useAskedZone(capture)
  const { timeZone } = useCounty()
  const { draft, shots, fix } = capture
  const [touch] = useState(isHandheld)
  const [noCamera, setNoCamera] = useState<WhyNoCamera | null>(null)
  const live = touch && cameraSupport() === 'live' && noCamera === null
  const [pictured, setPictured] = useState(false)
  const [here, setHere] = useState<Here>(nothingKnown)
  const [saved, setSaved] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<ShotKind | null>(null)
  /** One more of before, though the cure has been photographed already. */
  const [beforeAgain, setBeforeAgain] = useState(false)
  const gone = useCallback(() => setSaved(null), [])
  const before = shotsOf(shots, 'before')
  const shootingAfter = draft.cured !== null && before.length > 0 && !beforeAgain
  const next = chosen ?? nextKind(shots, draft.skipped)
  const room = shootingAfter ? mostAfter - shotsOf(shots, 'after').length : mostPhotos - before.length
  const full = room <= 0
  const shut = !capture.ready ? text.starting : full ? text.full : null
  useEffect(() => {
    // a page that was ended with photos in it opens where it was left
    if (capture.restored) setOpen(true)
  }, [capture.restored])

  const [drawn, setDrawn] = useState(false)
  useEffect(
    () =>
      afterPaint(() => {
        setDrawn(true)
        // what the form shows later is here before the signal goes
        fetchBehind()
      }),
    [],
  )

  const put = (shot: Pick<Shot, 'bytes' | 'takenAtMs' | 'takenWith' | 'position'>, kind: ShotKind | null): void => {
    capture.add({ ...shot, id: newId(), part: shootingAfter ? 'after' : 'before', kind: shootingAfter ? null : kind })
    setSaved(null)
  }
  const shot = ({ bytes, takenAtMs }: TakenShot, position: Shot['position'] = null): void => {
    put({ bytes, takenAtMs, takenWith: 'viewfinder', position: position ?? atShutter(fix, takenAtMs) }, next)
    setChosen(null)
    if (shots.length === 0 || shootingAfter) setOpen(true)
    setBeforeAgain(false)
  }
  useFirstLight(live && pictured && capture.ready, (taken) => shot(taken, taken.position))
  const files = async (picked: readonly File[]): Promise<void> => {
    const nowMs = Date.now()
    // several of the album come in no order that could be asked for
    const kind = picked.length > 1 ? null : next
    for (const file of picked.slice(0, Math.max(0, room))) {
      const taken = takenFromFile(await witnessOf(file, timeZone), fix, nowMs)
      put({ bytes: file, takenWith: 'file', ...taken }, kind)
    }
    setChosen(null)
    setBeforeAgain(false)
  }
  const retake = (old: Shot): void => {
    capture.remove(old.id)
    setChosen(old.kind)
    setBeforeAgain(old.part === 'before')
    setOpen(false)
  }
  const position = capture.position
  // the shutter before the place: a poor line and a slow phone bring one after the other
  const watch = drawn && (
    <MayFail>
      <Suspense fallback={null}>
        <HereWatch
          longitude={position?.longitude ?? null}
          latitude={position?.latitude ?? null}
          ofDivision={divisionMeant(draft, position)}
          onHere={setHere}
        />
      </Suspense>
    </MayFail>
  )
  const strip = shootingAfter ? (
    <div className="guide guide-after">
      <p>{text.shootAfter}</p>
      <button type="button" className="guide-skip" onClick={() => setBeforeAgain(true)}>
        {text.beforeAgain}
      </button>
    </div>
  ) : (
    <GuidedStrip
      shots={shots}
      skipped={draft.skipped}
      next={next}
      onChoose={setChosen}
      onSkip={(kind) => {
        setChosen(null)
        capture.set({ skipped: [...draft.skipped, kind] })
      }}
    />
  )
  const form = (
    <CaptureForm
      capture={capture}
      here={here}
      onSaved={(hazardId) => {
        setSaved(hazardId)
        setOpen(false)
        setBeforeAgain(false)
        setChosen(null)
      }}
      onRetake={retake}
      onShootAfter={() => {
        setBeforeAgain(false)
        setOpen(false)
      }}
      head={
        live ? (
          <button type="button" className="capture-button" onClick={() => setOpen(false)}>
            {text.shootMore}
          </button>
        ) : undefined
      }
    />
  )
  if (!live)
    return (
      <Page title={text.title} width="reading">
        {watch}
        <div className="capture-desk">
          {saved !== null && <SavedNote hazardId={saved} onGone={gone} />}
          <FileCamera
            // files named as no photos were those of this report
            key={draft.hazardId}
            onPhotos={(picked) => void files(picked)}
            why={touch ? (noCamera ?? whyNotLive()) : null}
            touch={touch}
            onTryAgain={touch && noCamera !== null ? () => setNoCamera(null) : null}
            shut={shut}
            strip={strip}
          />
          {form}
          <CardLink />
        </div>
      </Page>
    )
  return (
    <Stage open={open} saved={saved} capture={capture} here={here}>
      {watch}
      <div className="stage-camera">
        <LiveCamera
          onShot={(taken) => shot(taken)}
          onUnavailable={setNoCamera}
          onReady={() => setPictured(true)}
          overlay={
            shootingAfter
              ? { photos: before.map(({ id, bytes }) => ({ id, src: bytes, alt: text.beforePhoto })) }
              : null
          }
          shut={shut}
          above={<Above capture={capture} here={here} saved={saved} onGone={gone} onOpen={() => setOpen(true)} />}
          strip={strip}
          before={<LastShot shots={shots} onOpen={() => setOpen(true)} />}
          after={
            open ? null : (
              <button type="button" className="stage-fill" onClick={() => setOpen(true)}>
                <Icon name="register" />
                {text.fillIn}
              </button>
            )
          }
        />
      </div>
      {open && (
        <div className="stage-sheet">
          {form}
          <CardLink />
        </div>
      )}
    </Stage>
  )
}
