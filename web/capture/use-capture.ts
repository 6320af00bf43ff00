import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { type CannotKeep, type FieldPosition, NotKept } from '../outbox/entry.ts'
import { useOutbox, useOutboxEntries, useOutboxFacts } from '../outbox/use-outbox.ts'
import type { WhyNoFix } from '../photos/device-position.ts'
import { usePageInUse } from '../shell/page-in-use.ts'
import { overlaid } from '../ui/drafts.ts'
import { useMe } from '../ui/use-me.ts'
import { askedPin, forgetAskedPin } from './asked-pin.ts'
import { type CaptureDraft, newCapture, type Shot } from './capture-draft.ts'
import { fieldEntries } from './field-entries.ts'
import { openKeptCapture } from './kept-capture.ts'
import { asAnother, leftOver } from './left-over.ts'
import { positionOf } from './position-choice.ts'
import { useOwnPosition } from './use-own-position.ts'

export interface Capture {
  readonly draft: CaptureDraft
  readonly shots: readonly Shot[]
  /** What a killed page left behind has been looked for. */
  readonly ready: boolean
  /** It left photos. */
  readonly restored: boolean
  readonly fix: FieldPosition | null
  readonly whyNoFix: WhyNoFix | null
  readonly position: FieldPosition | null
  /** Null once it is kept; else why it is not. */
  readonly problem: CannotKeep | 'failed' | null
  readonly busy: boolean
  /** A photo that could not be put down between shutter and saving. */
  readonly unshelved: boolean
  set(change: Partial<CaptureDraft>): void
  add(shot: Shot): void
  remove(id: string): void
  /** Resolves to the report's id, or the known hazard's, once every byte is kept; null when it could not be. */
  save(codeName: string): Promise<string | null>
}

/** One report from the first shutter to the outbox. Each photo is put down at once, so that a killed page loses none. */
export const useCapture = (): Capture => {
  const me = useMe()
  const outbox = useOutbox()
  const { fix, why } = useOwnPosition()
  const [shelf] = useState(() => openKeptCapture({ personId: me.person.id, shelfKey: me.shelfKey }))
  const [asked] = useState(() => askedPin(window.location.search))
  const [draft, setDraft] = useState<CaptureDraft>(() => ({ ...newCapture(me.person.role, Date.now()), pin: asked }))
  const [shots, setShots] = useState<readonly Shot[]>([])
  const [ready, setReady] = useState(false)
  const [restored, setRestored] = useState(false)
  const [busy, setBusy] = useState(false)
  const [unshelved, setUnshelved] = useState(false)
  const [problem, setProblem] = useState<Capture['problem']>(null)
  usePageInUse(shots.length > 0)
  const saving = useRef(false)
  // one after the other: a draft must not be put down behind the report that emptied it
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const put = (act: () => Promise<void>): Promise<void> => {
    const done = line.current.then(act)
    line.current = done.catch(() => undefined)
    return done
  }

  useEffect(() => {
    let gone = false
    shelf
      .load()
      .then((kept) => {
        if (gone || kept === null) return
        // what is half done goes on where it was; an empty draft takes the place one came from
        const pinned = asked !== null && kept.shots.length === 0 ? { pin: asked, place: null, extent: null } : {}
        if (kept.shots.length > 0) forgetAskedPin()
        setDraft((before) => ({
          ...overlaid<CaptureDraft & Record<string, unknown>>({ ...before }, kept.draft),
          ...pinned,
        }))
        setShots((before) => [...kept.shots, ...before.filter(({ id }) => kept.shots.every((shot) => shot.id !== id))])
        setRestored(kept.shots.length > 0)
      })
      .catch(() => undefined) // nothing is kept in a private window
      .finally(() => {
        if (!gone) setReady(true)
      })
    return () => {
      gone = true
    }
  }, [shelf, asked])

  // kept by a page that was ended before it could clear up, or by another tab: what is added now would be lost
  const entries = useOutboxEntries()
  const { loaded } = useOutboxFacts()
  const leaveWhatIsKept = useEffectEvent((): void => {
    if (saving.current) return
    const left = leftOver(draft, shots, { entries, receipts: outbox.receipts() })
    if (left === null) return
    const gone = shots.filter((shot) => !left.includes(shot))
    void put(() => shelf.clear(draft.hazardId, gone)).catch(() => undefined)
    if (left.length === 0) {
      begin()
      return
    }
    const next = asAnother(draft, Date.now())
    setDraft(next)
    setShots(left)
    keepDraft(next)
    for (const shot of left) void put(() => shelf.keepShot(next.hazardId, shot)).catch(() => setUnshelved(true))
  })
  useEffect(() => {
    if (ready && loaded && entries.length >= 0) leaveWhatIsKept()
  }, [ready, loaded, entries])

  const keepDraft = (next: CaptureDraft): void => void put(() => shelf.keepDraft(next)).catch(() => undefined)
  const set = (change: Partial<CaptureDraft>): void => {
    const next = { ...draft, ...change }
    setDraft(next)
    keepDraft(next)
    forgetAskedPin()
  }
  const add = (shot: Shot): void => {
    setShots((before) => [...before, shot])
    // the draft that stands there is put down with its first photo
    forgetAskedPin()
    put(async () => {
      await shelf.keepDraft(draft)
      await shelf.keepShot(draft.hazardId, shot)
    }).catch(() => setUnshelved(true))
  }
  const remove = (id: string): void => {
    setShots((before) => before.filter((shot) => shot.id !== id))
    void put(() => shelf.dropShot(id)).catch(() => undefined)
  }
  const begin = (): void => {
    setDraft({ ...newCapture(me.person.role, Date.now()), source: draft.source })
    setShots([])
    setUnshelved(false)
  }
  const save = async (codeName: string): Promise<string | null> => {
    if (saving.current) return null
    saving.current = true
    setBusy(true)
    setProblem(null)
    const nowMs = Date.now()
    try {
      const position = positionOf(draft, shots, fix, nowMs)
      const unitId = me.unit?.id ?? null
      await outbox.keep(fieldEntries({ draft, shots, position, unitId, codeName, nowMs }))
      await put(() => shelf.clear(draft.hazardId, shots)).catch(() => undefined)
      begin()
      return draft.known?.id ?? draft.hazardId
    } catch (error) {
      setProblem(error instanceof NotKept ? error.why : 'failed')
      return null
    } finally {
      saving.current = false
      setBusy(false)
    }
  }
  const position = positionOf(draft, shots, fix, Date.now())
  return {
    draft,
    shots,
    ready,
    restored,
    fix,
    whyNoFix: why,
    position,
    problem,
    busy,
    unshelved,
    set,
    add,
    remove,
    save,
  }
}
