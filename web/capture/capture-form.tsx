import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { leadSources } from '../../db/vocabulary.ts'
import { useOutbox, useOutboxFacts } from '../outbox/use-outbox.ts'
import { captureWords } from '../text/capture-words.ts'
import { useLanguage, useWords } from '../text/language.ts'
import { useTime } from '../text/use-time.ts'
import { Icon } from '../ui/icons.tsx'
import { MayFail } from '../ui/may-fail.tsx'
import { useCodeNames, useCounty } from '../ui/use-county.ts'
import { useMe } from '../ui/use-me.ts'
import { missingFrom, type Shot, shotsOf } from './capture-draft.ts'
import { CategoryChoice } from './category-choice.tsx'
import type { Here } from './here-watch.tsx'
import { KnownHere } from './known-here.tsx'
import { type LastCapture, lastCapture, rememberCapture, sameAsLast } from './last-capture.ts'
import { ShotStrip } from './shot-strip.tsx'
import type { Capture } from './use-capture.ts'

// behind the viewfinder: the field book's geometry, the measures
const placePart = () => import('./place-part.tsx')
const curePart = () => import('./cure-part.tsx')
const PlacePart = lazy(placePart)
const CurePart = lazy(curePart)

/** Begun once the viewfinder stands. */
export const fetchBehind = (): void => {
  for (const part of [placePart, curePart]) void part().catch(() => undefined)
}

interface Props {
  readonly capture: Capture
  readonly here: Here
  readonly onSaved: (hazardId: string) => void
  readonly onRetake: (shot: Shot) => void
  readonly onShootAfter: () => void
  /** Beside the photos: the way back to the viewfinder. */
  readonly head?: ReactNode
}

/** Everything beside the photo: one tap on a category is all that is needed, the rest is filled in or may be left out. */
export const CaptureForm = ({ capture, here, onSaved, onRetake, onShootAfter, head }: Props) => {
  const text = useWords(captureWords)
  const names = useCodeNames()
  const me = useMe()
  const { today } = useTime()
  const { draft, shots, position, set, busy } = capture
  const missing = missingFrom(draft, shots, position !== null)
  const adding = draft.known !== null
  const last = lastCapture(me.person.id, today)
  const save = async (): Promise<void> => {
    if (missing !== null) return
    const place = here.place
    const saved = await capture.save(names.hazard(draft.code))
    if (saved === null) return
    rememberCapture(me.person.id, {
      ...{ on: today, source: draft.source },
      placeCode: place?.placeCode ?? draft.place?.code ?? null,
      placeName:
        place?.villageName ?? place?.townshipName ?? (draft.place?.routeCode ? '' : (draft.place?.words ?? '')),
      routeCode: place?.routeCode ?? draft.place?.routeCode ?? null,
    })
    onSaved(saved)
  }
  return (
    <form
      className="capture-form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="capture-scroll">
        {(head !== undefined || shots.length > 0) && (
          <div className="capture-head">
            <ShotStrip shots={shots} onRemove={capture.remove} onRetake={onRetake} />
            {head}
          </div>
        )}
        <KnownHere nearby={here.nearby} draft={draft} looking={shots.length === 0} set={set} />
        {!adding && <CategoryChoice code={draft.code} onChoose={(code) => set({ code })} />}
        {!adding && draft.code === 'H99' && <Remark capture={capture} needed />}
        {!adding && <SameAsLast key={draft.hazardId} capture={capture} last={last} />}
        <MayFail>
          <Suspense fallback={<div className="capture-part" />}>
            <PlacePart capture={capture} here={here.place} roadLater={here.roadLater ?? false} />
            {!adding && me.person.role === 'squad' && (
              <CurePart
                cured={draft.cured}
                hasUnit={me.unit !== null}
                hasAfter={shotsOf(shots, 'after').length > 0}
                onChange={(cured) => set({ cured })}
                onShootAfter={onShootAfter}
              />
            )}
          </Suspense>
        </MayFail>
        {!adding && <MoreFields capture={capture} />}
      </div>
      <SaveBar
        capture={capture}
        missing={missing === null ? null : text.missing[missing]}
        adding={adding}
        busy={busy}
      />
    </form>
  )
}

/** Offered only where it would take something over, and says what. */
const SameAsLast = ({ capture, last }: { readonly capture: Capture; readonly last: LastCapture | null }) => {
  const text = useWords(captureWords)
  const language = useLanguage()
  const { codes } = useCounty()
  const [taken, setTaken] = useState<string | null>(null)
  const same = last === null ? null : sameAsLast(capture.draft, last, capture.position !== null)
  if (taken === null && same === null) return null
  const sourceName = codes.source.find(({ code }) => code === same?.source)?.[language] ?? ''
  const words = taken ?? same?.place?.words ?? sourceName
  return (
    <div className="capture-buttons">
      <button
        type="button"
        className="capture-button"
        aria-pressed={taken !== null}
        onClick={() => {
          if (same !== null) capture.set(same)
          setTaken(words)
        }}
      >
        {taken !== null && <Icon name="tick" sizePixels={16} />}
        {text.same} {words}
      </button>
    </div>
  )
}

const Remark = ({ capture, needed }: { readonly capture: Capture; readonly needed: boolean }) => {
  const text = useWords(captureWords)
  return (
    <label className="capture-field">
      {needed ? text.remarkNeeded : text.remark}
      <textarea
        className="plain-input"
        rows={2}
        maxLength={2000}
        placeholder={text.remarkHint}
        value={capture.draft.remark}
        onChange={({ currentTarget: { value } }) => capture.set({ remark: value })}
      />
    </label>
  )
}

const MoreFields = ({ capture }: { readonly capture: Capture }) => {
  const text = useWords(captureWords)
  const language = useLanguage()
  const { codes } = useCounty()
  const me = useMe()
  const { draft, set } = capture
  return (
    <details className="capture-more">
      <summary>
        {text.more}
        <Icon name="down" sizePixels={16} />
      </summary>
      {draft.code !== 'H99' && <Remark capture={capture} needed={false} />}
      <label className="capture-field">
        {text.source}
        <select
          className="plain-input"
          value={draft.source}
          onChange={({ currentTarget: { value } }) => {
            const source = leadSources.find((each) => each === value)
            if (source !== undefined) set({ source })
          }}
        >
          {codes.source.map((each) => (
            <option key={each.code} value={each.code}>
              {each[language]}
            </option>
          ))}
        </select>
      </label>
      {me.person.role === 'squad' && draft.cured === null && (
        <label className="capture-switch">
          <input
            type="checkbox"
            checked={draft.sceneComplete}
            onChange={(event) => set({ sceneComplete: event.currentTarget.checked })}
          />
          <span>{text.sceneComplete}</span>
        </label>
      )}
    </details>
  )
}

interface SaveBarProps {
  readonly capture: Capture
  readonly missing: string | null
  readonly adding: boolean
  readonly busy: boolean
}

const SaveBar = ({ capture, missing, adding, busy }: SaveBarProps) => {
  const text = useWords(captureWords)
  const outbox = useOutbox()
  const { encrypted } = useOutboxFacts()
  const { problem } = capture
  return (
    <div className="capture-save">
      {problem !== null && (
        <div className="capture-problem" role="alert">
          <p>
            <Icon name="warning" /> {problem === 'failed' ? text.notKeptElse : text.notKept[problem]}
          </p>
          {problem === 'no-room' && (
            <div className="capture-buttons">
              <button type="button" className="capture-button" onClick={() => outbox.flushOriginals()}>
                {text.sendNow}
              </button>
              <Link className="capture-button" href="/outbox">
                {text.exportNow}
              </Link>
            </div>
          )}
        </div>
      )}
      {capture.unshelved && problem === null && <p role="alert">{text.unshelved}</p>}
      <p className="capture-missing" role="status">
        {missing ?? (busy ? text.saving : encrypted === false ? text.plain : text.ready)}
      </p>
      <button
        type="submit"
        className="capture-button capture-button-filled capture-save-button"
        disabled={missing !== null || busy}
      >
        {busy ? text.saving : adding ? text.saveMore : text.save}
      </button>
    </div>
  )
}
