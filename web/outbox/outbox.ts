import { type FieldEntry, NotKept, type Outbox, type OutboxFacts, type WholeEntry } from './entry.ts'
import {
  entryBefore,
  type FreshEntry,
  freshProgress,
  isRefused,
  type KeptEntry,
  mayGiveUpPhoto,
  type OutboxStore,
  type PhotoFacts,
  type Progress,
  partNames,
  progressOf,
  withPhoto,
} from './kept.ts'
import type { Ledger } from './ledger.ts'
import type { Sender } from './sender.ts'
import { shownEntry } from './shown.ts'

export interface OutboxTools {
  readonly ledger: Ledger
  readonly openStore: () => Promise<{ store: OutboxStore; encrypts: boolean }>
  readonly startSender: (store: OutboxStore) => Sender
  readonly hash: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>
  /** Null where the browser does not say. */
  readonly freeBytes: () => Promise<number | null>
  readonly offsetMs: () => number | null
  readonly nowMs: () => number
  /** Other tabs read anew what is in the store. */
  readonly tellTabs: () => void
}

export interface OpenOutbox extends Outbox {
  /** Reads what the store holds; other tabs write there too. */
  readAnew(): Promise<void>
  sender(): Sender | null
}

/** Room for the smaller copies, and for what a browser writes beside the bytes. */
const roomBeside = 1.15
const alwaysFreeBytes = 8_000_000

const photosOf = (entry: FieldEntry) => entry.photos ?? []

/** Made where the thing was done, so that a step tried online before it was kept goes up as the same step. */
const idOf = (entry: FieldEntry): string => (entry.kind === 'report' ? entry.hazardId : entry.actId)

/** The outbox as pages use it: it keeps, shows and answers; the sender does the rest. */
export const makeOutbox = (tools: OutboxTools): OpenOutbox => {
  const { ledger, nowMs } = tools
  let opening: Promise<OutboxStore> | null = null
  let encrypts: boolean | null = null
  let sender: Sender | null = null

  const readFrom = async (store: OutboxStore): Promise<void> => {
    const asOf = ledger.moment()
    ledger.load(await store.load(), asOf)
  }
  const open = async (): Promise<OutboxStore> => {
    const opened = await tools.openStore()
    encrypts = opened.encrypts
    await readFrom(opened.store)
    sender = tools.startSender(opened.store)
    return opened.store
  }
  /** Storage that is shut may open later: each need of it tries anew. */
  const theStore = async (): Promise<OutboxStore> => {
    opening ??= open()
    try {
      return await opening
    } catch {
      opening = null
      throw new NotKept('no-storage')
    }
  }

  const mustHaveRoom = async (sizes: readonly number[]): Promise<void> => {
    const bytes = sizes.reduce((sum, size) => sum + size, 0)
    const free = await tools.freeBytes()
    if (free !== null && free < bytes * roomBeside + alwaysFreeBytes) throw new NotKept('no-room')
  }

  const fresh = async (entry: FieldEntry, before: readonly FreshEntry[]): Promise<FreshEntry> => {
    const parts: FreshEntry['parts'][number][] = []
    const photos: PhotoFacts[] = []
    for (const { bytes: blob, ...facts } of photosOf(entry)) {
      const bytes = await blob.arrayBuffer().catch(() => Promise.reject(new NotKept('not-read-back')))
      const sha256 = await tools.hash(new Uint8Array(bytes))
      parts.push({ photoId: facts.id, part: 'original', sha256, bytes })
      photos.push({ ...facts, sha256, bytes: bytes.byteLength, type: blob.type })
    }
    const { photos: _withBytes, ...what } = entry
    return {
      id: idOf(entry),
      facts: {
        what,
        photos,
        hasPhotos: entry.photos !== null,
        savedAtMs: nowMs(),
        offsetAtKeepMs: tools.offsetMs(),
        after: entryBefore([...ledger.kept(), ...before], entry.hazardId),
      },
      frozen: null,
      progress: freshProgress(photos.map(({ id }) => id)),
      parts,
    }
  }

  /** A second tap on "save" with the same report or step is the same one; so is one that was received and has left. */
  const isKeptAlready = (id: string): boolean =>
    ledger.find(id) !== null || ledger.receipts().some((receipt) => receipt.id === id)

  const holding = (photoId: string): KeptEntry | null =>
    ledger.kept().find(({ facts }) => facts.photos.some(({ id }) => id === photoId)) ?? null

  const blobOf = async (entry: KeptEntry, photo: PhotoFacts, part: 'copy' | 'original'): Promise<Blob | null> => {
    const { copy } = progressOf(entry.progress, photo.id)
    if (part === 'copy' && typeof copy === 'string') return null
    const store = await theStore()
    const bytes = await store.bytesOf(entry.id, { photoId: photo.id, part })
    return bytes === null ? null : new Blob([bytes], { type: part === 'copy' ? 'image/jpeg' : photo.type })
  }

  const settle = async (id: string, act: (store: OutboxStore, entry: KeptEntry) => Promise<void>): Promise<void> => {
    const store = await theStore()
    const entry = ledger.find(id)
    if (entry === null) return
    await act(store, entry)
    tools.tellTabs()
    sender?.wake('afresh')
  }

  void theStore().catch(() => ledger.changed())

  return {
    keep: async (entries) => {
      const store = await theStore()
      const wanted = entries.filter((entry) => !isKeptAlready(idOf(entry)))
      if (wanted.length === 0) return
      await mustHaveRoom(wanted.flatMap(photosOf).map(({ bytes }) => bytes.size))
      const prepared: FreshEntry[] = []
      for (const entry of wanted) prepared.push(await fresh(entry, prepared))
      ledger.add(await store.add(prepared))
      tools.tellTabs()
      sender?.wake('gently')
    },
    entries: ledger.shown,
    counts: ledger.counts,
    receipts: ledger.receipts,
    facts: (): OutboxFacts => ({
      loaded: ledger.loaded(),
      encrypted: encrypts,
      locked: ledger.locked(),
      standstill: sender?.standstill() ?? null,
    }),
    subscribe: ledger.subscribe,
    preview: async (photoId) => {
      const entry = holding(photoId)
      const photo = entry?.facts.photos.find(({ id }) => id === photoId)
      if (!entry || !photo) return null
      return (await blobOf(entry, photo, 'copy')) ?? (await blobOf(entry, photo, 'original'))
    },
    flush: () => {
      sender?.wake('afresh')
    },
    flushOriginals: () => {
      sender?.wantOriginals()
    },
    decideAgain: (id, seenVersion = null) =>
      settle(id, async (store, { progress }) => {
        const photos = Object.entries(progress.photos).map(([photo, each]) => [photo, { ...each, refused: false }])
        const anew = {
          stopped: null,
          problem: null,
          decidedOn: seenVersion ?? progress.presentVersion ?? progress.decidedOn,
        }
        const changed = await store.change(id, (now) => ({ ...now, ...anew, photos: Object.fromEntries(photos) }))
        ledger.progress(id, changed)
      }),
    giveUp: (id) =>
      settle(id, async (store, entry) => {
        const { state } = shownEntry(entry, { sending: new Set(), shares: new Map() })
        // what the server has recorded is not given up from here, one photo of it may be
        const unrecorded = state === 'photo-refused' && !entry.progress.recorded
        if (state !== 'conflict' && state !== 'refused' && !unrecorded) return
        await store.remove(id, null)
        ledger.remove(id, null)
      }),
    giveUpPhoto: (id, photoId) =>
      settle(id, async (store, entry) => {
        if (!isRefused(progressOf(entry.progress, photoId)) || !mayGiveUpPhoto(entry)) return
        // a step that was never sent has promised nothing
        const givenUp = (now: Progress) => (now.recorded ? ('to-tell' as const) : ('told' as const))
        const to = (now: Progress): Progress => ({
          ...withPhoto(now, photoId, { givenUp: givenUp(now) }),
          problem: null,
        })
        const gone = partNames.map((part) => ({ photoId, part }))
        ledger.progress(id, await store.change(id, to, gone))
      }),
    whole: async (id): Promise<WholeEntry | null> => {
      const kept = ledger.find(id)
      const entry = ledger.shown().find((each) => each.id === id)
      if (kept === null || entry === undefined) return null
      const { what } = kept.facts
      const photos: WholeEntry['photos'][number][] = []
      for (const photo of kept.facts.photos) {
        const [original, copy] = [await blobOf(kept, photo, 'original'), await blobOf(kept, photo, 'copy')]
        photos.push({ id: photo.id, name: photo.name, sha256: photo.sha256, original, copy })
      }
      const { sealEntry } = await import('./seal.ts')
      const request = kept.frozen ?? sealEntry(kept, { nowMs: nowMs(), offsetMs: tools.offsetMs() })
      return { entry, request, version: what.kind === 'step' ? what.version : null, photos }
    },
    takeIn: async (carried) => {
      const store = await theStore()
      const wanted = carried.filter(({ id }) => !isKeptAlready(id))
      const { freshCarried } = await import('./take-in.ts')
      const prepared: FreshEntry[] = []
      for (const entry of wanted) prepared.push(await freshCarried(entry, tools, [...ledger.kept(), ...prepared]))
      if (prepared.length === 0) return 0
      await mustHaveRoom(prepared.flatMap(({ parts }) => parts.map(({ bytes }) => bytes.byteLength)))
      ledger.add(await store.add(prepared))
      tools.tellTabs()
      sender?.wake('gently')
      return prepared.length
    },
    readAnew: async () => readFrom(await theStore()),
    sender: () => sender,
  }
}
