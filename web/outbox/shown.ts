import type { EntryState, OutboxCounts, OutboxEntry, PhotoState, Receipt } from './entry.ts'
import {
  hasArrived,
  hasRefusedPhoto,
  isRefused,
  type KeptEntry,
  mayGiveUpPhoto,
  photoArrived,
  photosOf,
  progressOf,
} from './kept.ts'

/** What is on its way just now; lives in the page only. */
export interface Activity {
  readonly sending: ReadonlySet<string>
  /** Of a photo's part, from 0 to 1. */
  readonly shares: ReadonlyMap<string, number>
}

const stateOf = (entry: KeptEntry, { sending }: Activity): EntryState => {
  const { stopped, recorded } = entry.progress
  if (stopped !== null) return stopped
  if (hasRefusedPhoto(entry)) return mayGiveUpPhoto(entry) ? 'photo-refused' : 'refused'
  if (hasArrived(entry)) return 'received'
  if (recorded) return 'recorded'
  return sending.has(entry.id) ? 'sending' : 'waiting'
}

const shownPhotos = (entry: KeptEntry, { shares }: Activity): PhotoState[] =>
  photosOf(entry).map(({ id, sha256, bytes }) => {
    const now = progressOf(entry.progress, id)
    const { copy, copyReceived, originalReceived } = now
    return {
      ...{ id, sha256, bytes, copyReceived, originalReceived, sentShare: shares.get(id) ?? null },
      copyBytes: typeof copy === 'string' ? null : copy.bytes,
      refusal: isRefused(now) ? ((now.refusal ?? entry.progress.problem)?.sentence ?? '') : null,
      givenUp: now.givenUp !== undefined,
    }
  })

export const shownEntry = (entry: KeptEntry, activity: Activity): OutboxEntry => ({
  id: entry.id,
  seq: entry.seq,
  what: entry.facts.what,
  savedAtMs: entry.facts.savedAtMs,
  state: stateOf(entry, activity),
  recorded: entry.progress.recorded,
  attempts: entry.progress.attempts,
  photos: shownPhotos(entry, activity),
  problem: entry.progress.problem,
  presentVersion: entry.progress.presentVersion,
})

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0)

/**
 * Photos count as received with the copy or the original, but not while one was refused and its author has not settled
 * it; receipts of today stand for entries that are gone.
 */
export const countsOf = (
  entries: readonly KeptEntry[],
  receipts: readonly Receipt[],
  todayFromMs: number,
): OutboxCounts => {
  const held = new Set(entries.map(({ id }) => id))
  const gone = receipts.filter(({ id, atMs }) => atMs >= todayFromMs && !held.has(id))
  const photosGone = sum(gone, ({ photos }) => photos)
  const arrived = (entry: KeptEntry): number =>
    photosOf(entry).filter(({ id }) => photoArrived(entry.progress, id) && !isRefused(progressOf(entry.progress, id)))
      .length
  const originals = (entry: KeptEntry): number =>
    photosOf(entry).filter(({ id }) => {
      const { originalReceived, refused, givenUp } = progressOf(entry.progress, id)
      return !originalReceived && !refused && givenUp === undefined
    }).length
  // a step waits for all of its photos; of a report that is there the others go on
  const goesOn = (entry: KeptEntry): boolean =>
    entry.progress.stopped === null && (entry.progress.recorded || !hasRefusedPhoto(entry))
  const isRefusedInPart = (entry: KeptEntry): boolean => entry.progress.stopped === null && hasRefusedPhoto(entry)
  return {
    waiting: new Set(
      entries.filter((entry) => goesOn(entry) && !allCame(entry)).map(({ facts }) => facts.what.hazardId),
    ).size,
    conflicts: entries.filter(({ progress }) => progress.stopped === 'conflict').length,
    refused: entries.filter((entry) => entry.progress.stopped === 'refused' || isRefusedInPart(entry)).length,
    photosReceived: photosGone + sum(entries, arrived),
    photosAll: photosGone + sum(entries, (entry) => photosOf(entry).length),
    originalsWaiting: sum(
      entries.filter((entry) => goesOn(entry) && allCame(entry)),
      originals,
    ),
  }
}

/** Record and photos, but for those that were refused. */
const allCame = (entry: KeptEntry): boolean => {
  const { facts, progress } = entry
  const others = facts.photos.filter(({ id }) => !isRefused(progressOf(progress, id)))
  return hasArrived({ facts: { ...facts, photos: others }, progress })
}
