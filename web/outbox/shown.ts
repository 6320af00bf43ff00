import type { EntryState, OutboxCounts, OutboxEntry, PhotoState, Receipt } from './entry.ts'
import { hasArrived, hasRefusedPhoto, type KeptEntry, photoArrived, progressOf } from './kept.ts'

/** What is on its way just now; lives in the page only. */
export interface Activity {
  readonly sending: ReadonlySet<string>
  /** Of a photo's part, from 0 to 1. */
  readonly shares: ReadonlyMap<string, number>
}

const stateOf = (entry: KeptEntry, { sending }: Activity): EntryState => {
  const { stopped, recorded } = entry.progress
  if (stopped !== null) return stopped
  if (hasRefusedPhoto(entry)) return 'refused'
  if (hasArrived(entry)) return 'received'
  if (recorded) return 'recorded'
  return sending.has(entry.id) ? 'sending' : 'waiting'
}

const photosOf = ({ facts, progress }: KeptEntry, { shares }: Activity): PhotoState[] =>
  facts.photos.map(({ id, sha256, bytes }) => {
    const { copy, copyReceived, originalReceived } = progressOf(progress, id)
    const copyBytes = typeof copy === 'string' ? null : copy.bytes
    return { id, sha256, bytes, copyBytes, copyReceived, originalReceived, sentShare: shares.get(id) ?? null }
  })

export const shownEntry = (entry: KeptEntry, activity: Activity): OutboxEntry => ({
  id: entry.id,
  seq: entry.seq,
  what: entry.facts.what,
  savedAtMs: entry.facts.savedAtMs,
  state: stateOf(entry, activity),
  attempts: entry.progress.attempts,
  photos: photosOf(entry, activity),
  problem: entry.progress.problem,
  presentVersion: entry.progress.presentVersion,
})

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0)

/** Photos count as received with the copy or the original; receipts of today stand for entries that are gone. */
export const countsOf = (
  entries: readonly KeptEntry[],
  receipts: readonly Receipt[],
  todayFromMs: number,
): OutboxCounts => {
  const held = new Set(entries.map(({ id }) => id))
  const gone = receipts.filter(({ id, atMs }) => atMs >= todayFromMs && !held.has(id))
  const photosGone = sum(gone, ({ photos }) => photos)
  const arrived = (entry: KeptEntry): number =>
    entry.facts.photos.filter(({ id }) => photoArrived(entry.progress, id)).length
  const originals = (entry: KeptEntry): number =>
    entry.facts.photos.filter(({ id }) => !progressOf(entry.progress, id).originalReceived).length
  const goesOn = (entry: KeptEntry): boolean => entry.progress.stopped === null && !hasRefusedPhoto(entry)
  return {
    waiting: entries.filter((entry) => goesOn(entry) && !hasArrived(entry)).length,
    conflicts: entries.filter(({ progress }) => progress.stopped === 'conflict').length,
    refused: entries.filter((entry) => !goesOn(entry) && entry.progress.stopped !== 'conflict').length,
    photosReceived: photosGone + sum(entries, arrived),
    photosAll: photosGone + sum(entries, ({ facts }) => facts.photos.length),
    originalsWaiting: sum(
      entries.filter((entry) => goesOn(entry) && hasArrived(entry)),
      originals,
    ),
  }
}
