import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import type { FurnishBatch } from './furnish-batch.ts'
import { batchFingerprint, refuseFaultyBatch, writeBatch } from './furnish-within.ts'
import { furnishingSubject } from './store.ts'

export interface Furnished {
  readonly places: number
  readonly zones: number
  readonly roads: number
  readonly posts: number
  /** SHA-256 of the batch's canonical text, as noted in the journal. */
  readonly sha256: string
}

/**
 * Gives the county its places, zones, roads and posts: all of a batch or nothing. Places, zones and roads known by
 * their id are drawn anew; a post is history and may be ended but not rewritten.
 */
export const furnishCounty = async (world: World, by: Actor | 'system', batch: FurnishBatch): Promise<Furnished> => {
  if (by !== 'system' && by.role !== 'administrator')
    throw new Problem('not-yours', { because: 'another-role', who: ['administrator'] })
  const { county } = world
  await refuseFaultyBatch(world.db, county, batch)
  const sha256 = batchFingerprint(batch)
  const counts = await inTransaction(world.db, async (tx) => {
    const written = await writeBatch(tx, county, batch)
    await note(tx, {
      county,
      at: world.now(),
      actorId: by === 'system' ? 'system' : by.id,
      kind: 'county-furnished',
      subjectId: furnishingSubject,
      body: { ...written, sha256 },
    })
    return written
  })
  return { ...counts, sha256 }
}
