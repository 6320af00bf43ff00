import type { PhotoTaker } from '../../db/vocabulary.ts'
import type { PhotoTakenBody } from '../../server/hazards/wire.ts'
import { NoAnswer } from '../api-problem.ts'
import { newId } from '../new-id.ts'
import type { Fix, WhyNoFix } from './device-position.ts'
import type { PhotoShelf } from './photo-shelf.ts'
import type { Sending } from './send-photo.ts'
import { type FileWitness, whenTaken } from './when-taken.ts'

/** What outlives a reload of the page; the bytes lie on the shelf until the step they belong to is taken. */
export interface KeptPhoto {
  readonly id: string
  readonly name: string
  readonly capturedAt: string
  readonly position: PhotoTakenBody['position']
  readonly sha256: string | null
  /** Missing where an older page kept it. */
  readonly takenWith?: PhotoTaker
}

export interface TrayPhoto extends KeptPhoto {
  readonly takenWith: PhotoTaker
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed'
  /** Of its bytes, from 0 to 1. */
  readonly sentShare: number
  readonly problem: unknown
  readonly bytes: Blob | null
  /** Still looking for the position of the shutter. */
  readonly locating: boolean
  readonly whyNoFix: WhyNoFix | null
}

export interface TrayTools {
  readonly hash: (bytes: Blob) => Promise<string>
  readonly send: (bytes: Blob, sha256: string, how: Sending) => Promise<void>
  readonly witness: (file: File) => Promise<FileWitness>
  readonly shelf: PhotoShelf
  readonly keep: (photos: readonly KeptPhoto[]) => void
  readonly nowMs: () => number
}

/** For how long photos may not move before they are no longer waited for, and how long the server may take over the last byte. */
export interface Patience {
  readonly stillMs: number
  readonly answerMs: number
}

type Located = Promise<{ fix: Fix | null; why: WhyNoFix | null }>

const shutterWitness = (file: File): FileWitness => ({
  ...{ exifAtMs: null, lastModifiedMs: file.lastModified, lngLat: null },
})

export type PhotoTray = ReturnType<typeof makePhotoTray>

/** Photos on their way: each is hashed, sent one after the other and placed, while the form beneath is filled in. */
export const makePhotoTray = (tools: TrayTools) => {
  let photos: readonly TrayPhoto[] = []
  let lost = 0
  const listeners = new Set<() => void>()
  const work = new Map<string, Promise<void>>()
  const placing = new Map<string, Promise<void>>()
  let line: Promise<void> = Promise.resolve()
  const underWay = new Map<string, AbortController>()
  /** Nothing moves: what is in line is not tried either, until somebody asks for it again. */
  let held = false

  const changed = (next: readonly TrayPhoto[]): void => {
    photos = next
    tools.keep(
      photos.map(({ id, name, capturedAt, position, sha256, takenWith }) => ({
        ...{ id, name, capturedAt, position, sha256, takenWith },
      })),
    )
    for (const tell of listeners) tell()
  }
  const find = (id: string): TrayPhoto | undefined => photos.find((photo) => photo.id === id)
  const change = (id: string, to: Partial<TrayPhoto>): void => {
    if (find(id)) changed(photos.map((photo) => (photo.id === id ? { ...photo, ...to } : photo)))
  }

  const sendOne = async (id: string): Promise<void> => {
    const photo = find(id)
    if (!photo || photo.state === 'sent' || photo.bytes === null) return
    if (held) return change(id, { state: 'failed', problem: new NoAnswer(false, null) })
    change(id, { state: 'sending', sentShare: 0, problem: null })
    const control = new AbortController()
    underWay.set(id, control)
    try {
      const sha256 = await tools.hash(photo.bytes)
      const again = photo.state === 'failed'
      const onProgress = (sentShare: number): void => change(id, { sentShare })
      await tools.send(photo.bytes, sha256, { again, onProgress, signal: control.signal })
      // its bytes stay: without an answer to the step itself they go into the outbox with it
      change(id, { state: 'sent', sentShare: 1, sha256 })
    } catch (error) {
      change(id, { state: 'failed', problem: control.signal.aborted ? new NoAnswer(false, null) : error })
    } finally {
      underWay.delete(id)
    }
  }
  /** One at a time: on a weak connection two halves are worth less than one whole. */
  const queue = (id: string): Promise<void> => {
    const sending = line.then(() => sendOne(id))
    line = sending
    work.set(id, sending)
    return sending
  }

  const giveUp = (): void => {
    for (const control of underWay.values()) control.abort()
  }
  /** Rejects with NoAnswer once nothing has moved for so long; what is on its way is then given up. */
  const unlessStill = async (all: Promise<unknown>, { stillMs, answerMs }: Patience): Promise<void> => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let moved = (): void => undefined
    const still = new Promise<never>((_, reject) => {
      const stop = (): void => {
        held = true
        giveUp()
        reject(new NoAnswer(false, null))
      }
      moved = () => {
        clearTimeout(timer)
        const allLeft = photos.some(({ state, sentShare }) => state === 'sending' && sentShare >= 1)
        timer = setTimeout(stop, allLeft ? answerMs : stillMs)
      }
    })
    moved()
    listeners.add(moved)
    try {
      await Promise.race([all, still])
    } finally {
      listeners.delete(moved)
      clearTimeout(timer)
    }
  }

  const place = async (id: string, file: File, located: Located, takenWith: PhotoTaker): Promise<void> => {
    const arrivedMs = tools.nowMs()
    // of the page's own shutter the moment is known; what a camera wrote into the file is asked of other files
    const witnessed = takenWith === 'viewfinder' ? shutterWitness(file) : tools.witness(file)
    const [witness, { fix, why }] = await Promise.all([witnessed, located])
    const taken = whenTaken(witness, fix, arrivedMs)
    change(id, { ...taken, locating: false, whyNoFix: taken.position === null ? why : null })
  }

  return {
    photos: (): readonly TrayPhoto[] => photos,
    /** Photos of a former visit whose bytes the browser did not keep. */
    lost: (): number => lost,
    subscribe: (tell: () => void): (() => void) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    add: (files: readonly File[], located: Located, takenWith: PhotoTaker = 'file'): void => {
      const now = new Date(tools.nowMs()).toISOString()
      const fresh = files.map(
        (file): TrayPhoto => ({
          ...{ id: newId(tools.nowMs()), name: file.name, capturedAt: now, position: null, sha256: null, takenWith },
          ...{ state: 'waiting', sentShare: 0, problem: null, bytes: file, locating: true, whyNoFix: null },
        }),
      )
      changed([...photos, ...fresh])
      for (const [index, { id }] of fresh.entries()) {
        const file = files[index]
        if (!file) continue
        void tools.shelf.put(id, file)
        placing.set(id, place(id, file, located, takenWith))
        void queue(id)
      }
    },
    remove: (id: string): void => {
      underWay.get(id)?.abort()
      changed(photos.filter((photo) => photo.id !== id))
      void tools.shelf.drop(id)
    },
    retry: (id: string): void => {
      held = false
      void queue(id)
    },
    /** Takes up what a former page left behind. */
    restore: async (kept: readonly KeptPhoto[]): Promise<void> => {
      const found = await Promise.all(kept.map(async (photo) => ({ photo, bytes: await tools.shelf.take(photo.id) })))
      const back = found.filter(({ photo, bytes }) => photo.sha256 !== null || bytes !== null)
      lost = found.length - back.length
      const restored = back.map(
        ({ photo, bytes }): TrayPhoto => ({
          ...{ ...photo, takenWith: photo.takenWith ?? 'file' },
          ...{ state: photo.sha256 === null ? 'waiting' : 'sent', sentShare: photo.sha256 === null ? 0 : 1, bytes },
          ...{ problem: null, locating: false, whyNoFix: null },
        }),
      )
      changed([...restored, ...photos])
      for (const { id, state } of restored) if (state === 'waiting') void queue(id)
    },
    /**
     * Waits until the server has every photo and its place is settled; throws what stopped the first that failed. With
     * a patience NoAnswer is thrown once nothing moves any more, and nothing of them is on its way then.
     */
    allSent: async (patience: Patience | null = null): Promise<PhotoTakenBody[]> => {
      held = false
      for (const { id, state } of photos) if (state === 'failed') void queue(id)
      const all = Promise.all(work.values())
      await (patience === null ? all : unlessStill(all, patience))
      await Promise.all(placing.values())
      const failed = photos.find(({ state }) => state !== 'sent')
      if (failed) throw failed.problem ?? new Error('a photo was not sent')
      return photos.flatMap(({ id, sha256, capturedAt, position, takenWith }) =>
        sha256 === null ? [] : [{ id, sha256, capturedAt, position, takenWith }],
      )
    },
    /** The photos with their places settled, sent or not; their bytes go with the step when it has to wait. */
    placed: async (): Promise<readonly TrayPhoto[]> => {
      await Promise.all(placing.values())
      return photos
    },
    empty: (): void => {
      giveUp()
      for (const { id } of photos) void tools.shelf.drop(id)
      changed([])
    },
  }
}
