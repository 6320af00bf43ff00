import type { FieldPhoto, FieldReportFacts, FieldStepFacts, OutboxEntry, Receipt } from './entry.ts'

/** What the device holds of an entry. What was done never changes; what became of it is kept apart from it. */

/** A photo as it was taken, without its bytes. */
export type PhotoFacts = Omit<FieldPhoto, 'bytes'> & {
  /** Of the original, taken when it was kept. */
  readonly sha256: string
  readonly bytes: number
  readonly type: string
}

export interface KeptFacts {
  readonly what: FieldReportFacts | FieldStepFacts
  readonly photos: readonly PhotoFacts[]
  /** False for steps that carry no photos at all. */
  readonly hasPhotos: boolean
  readonly savedAtMs: number
  /** The server's clock less this one's as it was known when kept; null where no reply had been heard yet. */
  readonly offsetAtKeepMs: number | null
  /** The entry before it on the same hazard, where one was still to be sent. */
  readonly after: string | null
}

/** The request as it was first sent: it is stored before that and never changes, so a resend is identical. */
export interface Frozen {
  readonly method: 'PUT' | 'POST'
  readonly path: string
  readonly body: string
  readonly sentAtMs: number
}

export interface CopyMade {
  readonly sha256: string
  readonly bytes: number
}

export interface PhotoProgress {
  /** The copy of 1600 pixels; `none` where the original is small, or cannot be decoded here. */
  readonly copy: 'to-make' | 'none' | CopyMade
  readonly copyReceived: boolean
  readonly originalReceived: boolean
  /** The server will not have the original; its author decides what becomes of it. */
  readonly refused: boolean
  /** Why, as it was said then; missing where an older page was told. */
  readonly refusal?: NonNullable<OutboxEntry['problem']>
  /** Its author gave it up, or its original where the copy is there: the server has still to be told so, or knows. */
  readonly givenUp?: 'to-tell' | 'told'
}

export interface Progress {
  /** The server has the record. */
  readonly recorded: boolean
  readonly stopped: 'conflict' | 'refused' | null
  readonly attempts: number
  readonly problem: OutboxEntry['problem']
  readonly presentVersion: number | null
  /** The version on which its author decided anew after a conflict. */
  readonly decidedOn: number | null
  /** The hazard's version that this act left. */
  readonly leftVersion: number | null
  /** When the last part of it was received, originals included. */
  readonly doneAtMs: number | null
  readonly photos: Readonly<Record<string, PhotoProgress>>
}

export interface KeptEntry {
  readonly id: string
  readonly seq: number
  readonly facts: KeptFacts
  readonly frozen: Frozen | null
  readonly progress: Progress
}

export const partNames = ['copy', 'original'] as const
export type PartName = (typeof partNames)[number]

export interface PartOf {
  readonly photoId: string
  readonly part: PartName
}

/** An entry on its way into the store, with its photos' bytes. */
export interface FreshEntry {
  readonly id: string
  readonly facts: KeptFacts
  /** Set where another device has frozen it. */
  readonly frozen: Frozen | null
  readonly progress: Progress
  readonly parts: readonly (PartOf & { readonly sha256: string; readonly bytes: ArrayBuffer })[]
}

export interface Loaded {
  readonly entries: readonly KeptEntry[]
  readonly receipts: readonly Receipt[]
  /** Entries of this person that cannot be opened with the key at hand. */
  readonly locked: number
}

/** Where entries outlive the page. Every write is durable when it resolves. */
export interface OutboxStore {
  load(): Promise<Loaded>
  /** All or none, read back and compared; rejects with NotKept. */
  add(fresh: readonly FreshEntry[]): Promise<readonly KeptEntry[]>
  /** In one transaction, on what is stored now; null where the entry is gone. Parts named in `drop` go with it. */
  change(id: string, to: (before: Progress) => Progress, drop?: readonly PartOf[]): Promise<Progress | null>
  /** The first request stored stays: what is answered is what must be sent. Null where the entry is gone. */
  freeze(id: string, frozen: Frozen): Promise<Frozen | null>
  keepCopy(id: string, photoId: string, copy: CopyMade, bytes: ArrayBuffer): Promise<Progress | null>
  /** Null where the store has them no more, or they are not what was written. */
  bytesOf(id: string, part: PartOf): Promise<ArrayBuffer | null>
  remove(id: string, receipt: Receipt | null): Promise<void>
}

export const hazardOf = ({ facts }: Pick<KeptEntry, 'facts'>): string => facts.what.hazardId

export const progressOf = (progress: Progress, photoId: string): PhotoProgress =>
  progress.photos[photoId] ?? { copy: 'none', copyReceived: false, originalReceived: false, refused: false }

export const withPhoto = (progress: Progress, photoId: string, to: Partial<PhotoProgress>): Progress => ({
  ...progress,
  photos: { ...progress.photos, [photoId]: { ...progressOf(progress, photoId), ...to } },
})

/** The photo is there in one form or the other: nothing of what it shows can be lost any more. */
export const photoArrived = (progress: Progress, photoId: string): boolean => {
  const { copyReceived, originalReceived } = progressOf(progress, photoId)
  return copyReceived || originalReceived
}

type Going = Pick<KeptEntry, 'facts' | 'progress'>

/** Its photos without those that their author gave up; what stands as its copy is still one. */
export const photosOf = ({ facts, progress }: Going): readonly PhotoFacts[] =>
  facts.photos.filter(({ id }) => {
    const { givenUp, copyReceived } = progressOf(progress, id)
    return givenUp === undefined || copyReceived
  })

const toTell = ({ facts, progress }: Going): boolean =>
  facts.photos.some(({ id }) => progressOf(progress, id).givenUp === 'to-tell')

/** Record and every photo are there; what comes next on the same hazard may go. */
export const hasArrived = (entry: Going): boolean =>
  entry.progress.recorded && !toTell(entry) && photosOf(entry).every(({ id }) => photoArrived(entry.progress, id))

/** Nothing of it is left to send. */
export const isDone = (entry: Going): boolean =>
  hasArrived(entry) &&
  photosOf(entry).every(({ id }) => {
    const { originalReceived, givenUp } = progressOf(entry.progress, id)
    return originalReceived || givenUp !== undefined
  })

export const isRefused = ({ refused, givenUp }: PhotoProgress): boolean => refused && givenUp === undefined

export const hasRefusedPhoto = ({ facts, progress }: Going): boolean =>
  facts.photos.some(({ id }) => isRefused(progressOf(progress, id)))

/** One photo can go and the rest stay: the record is there, or was never sent and has others to carry. */
export const mayGiveUpPhoto = ({ facts, progress, frozen }: KeptEntry): boolean =>
  progress.recorded ||
  (frozen === null && photosOf({ facts, progress }).some(({ id }) => !progressOf(progress, id).refused))

export const freshProgress = (photoIds: readonly string[]): Progress => ({
  recorded: false,
  stopped: null,
  attempts: 0,
  problem: null,
  presentVersion: null,
  decidedOn: null,
  leftVersion: null,
  doneAtMs: null,
  photos: Object.fromEntries(
    photoIds.map((id) => [
      id,
      { copy: 'to-make' as const, copyReceived: false, originalReceived: false, refused: false },
    ]),
  ),
})

/** The last entry on the same hazard: what comes next waits for it. */
export const entryBefore = (entries: readonly Pick<KeptEntry, 'id' | 'facts'>[], hazardId: string): string | null => {
  const same = entries.filter(({ facts }) => facts.what.hazardId === hazardId)
  return same[same.length - 1]?.id ?? null
}
