import { type Track, type TrackPoint, trackOf } from '../../server/domain/gpx-track.ts'
import { newId } from '../new-id.ts'
import type { FileFault } from '../photos/read-photo-file.ts'
import { type Arrangement, untouched } from './arrangement.ts'
import type { AheadOf, CardPhoto } from './card-photo.ts'
import { type FoundFile, gathered } from './gather-files.ts'
import { mostGpxBytes } from './gpx-file.ts'
import type { CardReader } from './read-card.ts'
import type { CardReading } from './read-card-file.ts'
import type { Receipts } from './receipts.ts'

/** Why a file of the card is not among the photos. */
export type Aside = { readonly path: string; readonly found: FoundFile } & (
  | { readonly why: FileFault | 'no-track' | 'track-too-big' | 'track-without-times' }
  | { readonly why: 'same'; readonly as: string }
  | { readonly why: 'kept-before'; readonly hazardId: string }
)

export interface ReadTrack {
  readonly name: string
  readonly points: readonly TrackPoint[]
}

export interface Share {
  readonly done: number
  readonly total: number
}

export interface DeskState {
  readonly photos: readonly CardPhoto[]
  readonly aside: readonly Aside[]
  readonly skipped: number
  readonly tracks: readonly ReadTrack[]
  readonly track: Track
  readonly reading: Share | null
  readonly aheadMs: AheadOf
  readonly arrangement: Arrangement
  readonly mayUndo: boolean
}

const emptyDesk: DeskState = {
  ...{ photos: [], aside: [], skipped: 0, tracks: [], track: [], reading: null, aheadMs: {} },
  ...{ arrangement: untouched, mayUndo: false },
}

export interface DeskTools {
  readonly read: (files: readonly File[], onRead: (file: File, reading: CardReading) => void) => CardReader
  readonly pointsOf: (text: string) => TrackPoint[] | null
  readonly receipts: Receipts
  /** Whether a hazard that was begun under this id is in the outbox or on the server. */
  readonly isKept: (hazardId: string) => Promise<boolean>
  readonly showFile: (preview: Blob) => string
  readonly hideFile: (url: string) => void
}

export type CardDesk = ReturnType<typeof makeCardDesk>

const mostUndone = 60

/** The table on which a card's photos are laid out. It stands as long as the tab is open, whatever page is looked at. */
export const makeCardDesk = (tools: DeskTools) => {
  let state = emptyDesk
  let undone: readonly Arrangement[] = []
  let lastAct: string | null = null
  let reader: CardReader | null = null
  const listeners = new Set<() => void>()
  const change = (to: Partial<DeskState>): void => {
    state = { ...state, ...to }
    for (const tell of listeners) tell()
  }

  const readTracks = async (found: readonly FoundFile[]): Promise<void> => {
    for (const each of found) {
      if (each.file.size > mostGpxBytes) {
        change({ aside: [...state.aside, { path: each.path, found: each, why: 'track-too-big' }] })
        continue
      }
      const points = await each.file.text().then(tools.pointsOf, () => null)
      if (points === null || points.length === 0) {
        const why = points === null ? 'no-track' : 'track-without-times'
        change({ aside: [...state.aside, { path: each.path, found: each, why }] })
        continue
      }
      const tracks = [...state.tracks.filter(({ name }) => name !== each.path), { name: each.path, points }]
      change({ tracks, track: trackOf(tracks.flatMap((track) => [...track.points])) })
    }
  }

  const readPhotos = async (found: readonly FoundFile[], evenIfKept: boolean): Promise<void> => {
    const byFile = new Map(found.map((each) => [each.file, each]))
    const known = new Map(state.photos.map(({ sha256, name }) => [sha256, name]))
    const photos: CardPhoto[] = []
    const aside: Aside[] = []
    let done = 0
    const offset = state.reading ?? { done: 0, total: 0 }
    change({ reading: { done: offset.done, total: offset.total + found.length } })
    reader = tools.read(
      found.map(({ file }) => file),
      (file, reading) => {
        done += 1
        change({ reading: { done, total: found.length } })
        const from = byFile.get(file)
        if (from === undefined) return
        const { path } = from
        if (!reading.ok) {
          aside.push({ path, found: from, why: reading.why })
          return
        }
        const { preview, ...photo } = reading.photo
        const as = known.get(photo.sha256)
        const receipt = tools.receipts.of(photo.sha256)
        if (as !== undefined) aside.push({ path, found: from, why: 'same', as })
        else if (receipt?.state === 'kept' && !evenIfKept)
          aside.push({ path, found: from, why: 'kept-before', hazardId: receipt.hazardId })
        else {
          known.set(photo.sha256, path)
          const previewUrl = preview === null ? null : tools.showFile(preview)
          photos.push({ ...photo, id: newId(), name: path, file, previewUrl })
        }
      },
    )
    await reader.finished
    reader = null
    const fresh = evenIfKept ? photos : await notKept(photos, aside, byFile)
    change({ photos: [...state.photos, ...fresh], aside: [...state.aside, ...aside], reading: null })
  }

  /** Photos of a hazard whose page was killed while it was being kept: it may have been kept all the same. */
  const notKept = async (
    photos: readonly CardPhoto[],
    aside: Aside[],
    byFile: ReadonlyMap<File, FoundFile>,
  ): Promise<readonly CardPhoto[]> => {
    const begun = new Map(photos.flatMap(({ id, sha256 }) => [[id, tools.receipts.of(sha256)] as const]))
    const hazardIds = new Set([...begun.values()].flatMap((receipt) => (receipt === null ? [] : [receipt.hazardId])))
    const kept = new Set<string>()
    for (const hazardId of hazardIds) if (await tools.isKept(hazardId)) kept.add(hazardId)
    return photos.filter((photo) => {
      const hazardId = begun.get(photo.id)?.hazardId
      const found = byFile.get(photo.file)
      if (hazardId === undefined || !kept.has(hazardId) || found === undefined) return true
      tools.receipts.done([photo.sha256])
      aside.push({ path: photo.name, found, why: 'kept-before', hazardId })
      return false
    })
  }

  const letGo = (photos: readonly CardPhoto[]): void => {
    for (const { previewUrl } of photos) if (previewUrl !== null) tools.hideFile(previewUrl)
  }

  return {
    state: (): DeskState => state,
    subscribe: (tell: () => void): (() => void) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    take: async (found: readonly FoundFile[]): Promise<void> => {
      const { photos, tracks, skipped } = gathered(found)
      change({ skipped: state.skipped + skipped })
      await readTracks(tracks)
      if (photos.length > 0) await readPhotos(photos, false)
    },
    takeAnyway: async (aside: readonly Aside[]): Promise<void> => {
      change({ aside: state.aside.filter((each) => !aside.includes(each)) })
      await readPhotos(
        aside.map(({ found }) => found),
        true,
      )
    },
    cancel: (): void => reader?.cancel(),
    setAhead: (camera: string, aheadMs: number): void =>
      change({ aheadMs: { ...state.aheadMs, [camera]: Math.round(aheadMs) } }),
    dropTrack: (name: string): void => {
      const tracks = state.tracks.filter((track) => track.name !== name)
      change({ tracks, track: trackOf(tracks.flatMap(({ points }) => [...points])) })
    },
    /** One act of a hand; acts of the same name in a row are one, as the letters of a remark are. */
    arrange: (next: Arrangement, name: string | null = null): void => {
      if (name === null || name !== lastAct) undone = [...undone, state.arrangement].slice(-mostUndone)
      lastAct = name
      change({ arrangement: next, mayUndo: true })
    },
    undo: (): void => {
      const before = undone.at(-1)
      if (before === undefined) return
      lastAct = null
      undone = undone.slice(0, -1)
      change({ arrangement: before, mayUndo: undone.length > 0 })
    },
    /** These are in the outbox now. */
    kept: (photoIds: readonly string[]): void => {
      const gone = new Set(photoIds)
      letGo(state.photos.filter(({ id }) => gone.has(id)))
      change({ photos: state.photos.filter(({ id }) => !gone.has(id)) })
    },
    clear: (): void => {
      reader?.cancel()
      letGo(state.photos)
      undone = []
      change(emptyDesk)
    },
  }
}
