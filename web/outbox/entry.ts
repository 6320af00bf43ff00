import type { LeadSource, Move, PhotoTaker, PositionSource } from '../../db/vocabulary.ts'
import type { Extent } from '../../server/hazards/extent-wire.ts'

/** What somebody did in the field, as it is handed to the outbox. Times are this device's own clock, uncorrected. */

export interface FieldPosition {
  readonly longitude: number
  readonly latitude: number
  readonly accuracyMetres: number | null
  readonly source: PositionSource
  readonly atMs: number
}

export interface FieldPhoto {
  /** UUIDv7: the photo's id on the hazard. */
  readonly id: string
  readonly name: string
  /** The original, as the camera made it. */
  readonly bytes: Blob
  readonly takenAtMs: number
  readonly takenWith: PhotoTaker
  readonly position: FieldPosition | null
}

/** A new hazard under an id made here. */
export interface FieldReport {
  readonly kind: 'report'
  readonly hazardId: string
  readonly code: string
  readonly source: LeadSource
  readonly description: string
  readonly spot: string
  /** Picked by hand where there is no fix. */
  readonly placeCode: string | null
  readonly position: FieldPosition | null
  /** A stretch or an area, worked out on this device; what was kept before there were any has none. */
  readonly extent?: Extent | null | undefined
  readonly sceneComplete: boolean
  readonly takenAtMs: number
  readonly photos: readonly FieldPhoto[]
  /** The author's id, where somebody else carries in what a phone could not send. */
  readonly onBehalfOf?: string
}

/** A step on a hazard: the request it would have been, without what is put in when it is sent (actId, deviceAt, photos). */
export interface FieldStep {
  readonly kind: 'step'
  /** UUIDv7: names the step however often it is sent, also where it was tried before it was kept. The entry's id. */
  readonly actId: string
  readonly hazardId: string
  readonly move: Move
  readonly taskId: string | null
  /** Below the server's address, such as `/api/hazards/…/tasks/…/submit`. */
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  /** The version it was decided on; null: whatever the entry before it on the same hazard leaves. */
  readonly version: number | null
  /** The number it had in the register then; shown where the hazard itself is not on this device. */
  readonly label?: string | null | undefined
  /** The last journal entry then in view; what came after it is the other side of a conflict. Null where none was. */
  readonly seenSeq: number | null
  readonly takenAtMs: number
  /** Null for steps that carry no photos. */
  readonly photos: readonly FieldPhoto[] | null
}

export type FieldEntry = FieldReport | FieldStep

/**
 * waiting: not yet tried, or to be tried again by itself. sending: the record is on its way. recorded: the server has it and
 * some photos are still to go. received: record and every photo (as copy or original) are there; originals may follow.
 * conflict: the hazard changed meanwhile, its author settles it. refused: the server said no for good. photo-refused: to
 * one of its photos only, which can be given up by itself.
 */
export const entryStates = [
  ...(['waiting', 'sending', 'recorded', 'received'] as const),
  ...(['conflict', 'refused', 'photo-refused'] as const),
] as const
export type EntryState = (typeof entryStates)[number]

export interface PhotoState {
  readonly id: string
  readonly sha256: string
  readonly bytes: number
  readonly copyBytes: number | null
  /** The server returned the hash of the copy, of the original. */
  readonly copyReceived: boolean
  readonly originalReceived: boolean
  /** Why the server will not have it; what an older page was told is not known any more, and then it is empty. */
  readonly refusal: string | null
  /** Its original was given up by its author; the copy stands. */
  readonly givenUp: boolean
  /** Of the part now on its way, from 0 to 1; null while none is. */
  readonly sentShare: number | null
}

/** An entry as pages show it. Its photos' bytes are asked for one by one (`Outbox.preview`). */
export interface OutboxEntry {
  readonly id: string
  /** The device's own sequence: entries of one hazard are sent in this order. */
  readonly seq: number
  readonly what: FieldReportFacts | FieldStepFacts
  readonly savedAtMs: number
  readonly state: EntryState
  /** The server has the record, whatever became of its photos. */
  readonly recorded: boolean
  readonly attempts: number
  readonly photos: readonly PhotoState[]
  /** A sentence in the reader's language for the last failure, with the server's code where it gave one. */
  readonly problem: { readonly code: string; readonly sentence: string; readonly atMs: number } | null
  /** With a conflict: the version the hazard has now. */
  readonly presentVersion: number | null
}

export type FieldReportFacts = Omit<FieldReport, 'photos'>
export type FieldStepFacts = Omit<FieldStep, 'photos'>

/** Why nothing more can be kept; what was kept before is untouched. */
export type CannotKeep = 'no-room' | 'no-storage' | 'not-read-back'

export class NotKept extends Error {
  readonly why: CannotKeep
  constructor(why: CannotKeep) {
    super(why)
    this.why = why
  }
}

export interface OutboxCounts {
  /** Hazards of which something is still to go: a cure on the spot is several entries, and one place to its author. */
  readonly waiting: number
  readonly conflicts: number
  readonly refused: number
  readonly photosReceived: number
  readonly photosAll: number
  readonly originalsWaiting: number
}

/** Whether the browser promises never to clear what is kept, and how many bytes more it would take. */
export interface StorageState {
  readonly kept: 'persisted' | 'not' | 'unknown'
  readonly freeBytes: number | null
}

/** Why nothing is being sent just now, for all entries at once. */
export type Standstill = 'signed-out' | 'somebody-else' | 'server-full' | 'no-answer'

export interface OutboxFacts {
  /** Everything kept before was read; until then the list is empty because nothing is known yet. */
  readonly loaded: boolean
  /** False where what waits can be read by whoever holds the device (no HTTPS). Null until known. */
  readonly encrypted: boolean | null
  /** Entries of this person that cannot be opened here. */
  readonly locked: number
  readonly standstill: Standstill | null
}

/** An entry whole, as it leaves in a file. */
export interface WholeEntry {
  readonly entry: OutboxEntry
  /** The request frozen at its first sending, or as it would be sent now. */
  readonly request: { readonly method: 'PUT' | 'POST'; readonly path: string; readonly body: string }
  /** Of the step: the version it was decided on. */
  readonly version: number | null
  /** Bytes that the server has had are no longer here. */
  readonly photos: readonly {
    readonly id: string
    readonly name: string
    readonly sha256: string
    readonly original: Blob | null
    readonly copy: Blob | null
  }[]
}

/** An entry that comes in from a file, as another device would have sent it. */
export interface CarriedEntry {
  readonly id: string
  readonly what: FieldReportFacts | FieldStepFacts
  readonly savedAtMs: number
  readonly request: {
    readonly method: 'PUT' | 'POST'
    readonly path: string
    readonly body: string
    readonly sentAtMs: number
  }
  readonly photos: readonly {
    readonly id: string
    readonly name: string
    readonly sha256: string
    /** Null where the server had its bytes already. */
    readonly original: Blob | null
    readonly copy: { readonly sha256: string; readonly bytes: number; readonly blob: Blob } | null
  }[]
}

/** What stays of an entry of which everything was received. */
export interface Receipt {
  readonly id: string
  readonly hazardId: string
  readonly atMs: number
  readonly photos: number
  /** The hazard's version that it left; null where that is not known. */
  readonly leftVersion: number | null
}

/** The outbox of the person signed in on this device. */
export interface Outbox {
  /** All or none. Resolves only when every byte is durably written and read back; rejects with NotKept. */
  keep(entries: readonly FieldEntry[]): Promise<void>
  entries(): readonly OutboxEntry[]
  counts(): OutboxCounts
  /** Of the last 500 entries that were received whole and left the device, the oldest first. */
  receipts(): readonly Receipt[]
  facts(): OutboxFacts
  subscribe(tell: () => void): () => void
  preview(photoId: string): Promise<Blob | null>
  /** Tries everything that waits, now. */
  flush(): void
  /** Sends originals whatever the connection. */
  flushOriginals(): void
  /** Sends a conflicting step again, decided on the version its author has seen, else on the one the server told. */
  decideAgain(entryId: string, seenVersion?: number | null): Promise<void>
  /** Gives up an entry that conflicts or was refused; its author asked for it. */
  giveUp(entryId: string): Promise<void>
  /** Gives up one photo that was refused; the entry goes on without it, and nobody waits for it any more. */
  giveUpPhoto(entryId: string, photoId: string): Promise<void>
  /** Takes in what another device exported, under the same ids. Answers how many of them were not here or sent already. */
  takeIn(entries: readonly CarriedEntry[]): Promise<number>
  /** For the export of what could not be sent; null where the entry is gone. */
  whole(entryId: string): Promise<WholeEntry | null>
}
