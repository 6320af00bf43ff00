import type { OutboxEntry, Receipt } from '../outbox/entry.ts'
import { type CaptureDraft, newCapture, type Shot } from './capture-draft.ts'

interface Kept {
  readonly entries: readonly Pick<OutboxEntry, 'id' | 'photos'>[]
  readonly receipts: readonly Pick<Receipt, 'id' | 'photos'>[]
}

/** Under this id a draft comes to stand in the outbox. */
const keptAs = ({ known, hazardId, actIds }: CaptureDraft): string => (known === null ? hazardId : actIds.photos)

/**
 * The photos of a draft that no outbox has, where the draft itself was kept: by another page of the same person, or by
 * one that was ended before it could clear up. Null where the draft is not kept. A receipt names no photos: as many as it
 * counts, the oldest, are taken for its own.
 */
export const leftOver = (draft: CaptureDraft, shots: readonly Shot[], kept: Kept): readonly Shot[] | null => {
  const id = keptAs(draft)
  const entry = kept.entries.find((each) => each.id === id)
  if (entry !== undefined) {
    const there = new Set(kept.entries.flatMap(({ photos }) => photos.map((photo) => photo.id)))
    return shots.filter((shot) => !there.has(shot.id))
  }
  const receipt = kept.receipts.find((each) => each.id === id)
  if (receipt === undefined) return null
  return [...shots].sort((a, b) => a.takenAtMs - b.takenAtMs).slice(receipt.photos)
}

/** The same words under names of its own. */
export const asAnother = (draft: CaptureDraft, nowMs: number): CaptureDraft => {
  const { hazardId, taskId, actIds } = newCapture('squad', nowMs)
  return { ...draft, hazardId, taskId, actIds }
}
