import { createHash } from 'node:crypto'
import { inTransaction, type Tx } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { placeCellOf } from '../domain/morton.ts'
import { findCounty } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import { canonicalText, note } from '../journal/note.ts'
import type { World } from '../world.ts'
import type { FurnishBatch } from './furnish-batch.ts'
import { type Fault, faultsOfBatch } from './furnishing-faults.ts'
import { keepPosts, peopleAmong, putPlaces, putRoads, putZones, zonesAmong } from './furnishing-store.ts'
import { furnishingSubject } from './store.ts'

export interface Furnished {
  readonly places: number
  readonly zones: number
  readonly roads: number
  readonly posts: number
  /** SHA-256 of the batch's canonical text, as noted in the journal. */
  readonly sha256: string
}

const wholeEarth = { west: -180, south: -90, east: 180, north: 90 }
const mostFaults = 50

/**
 * Gives the county its places, zones, roads and posts: all of a batch or nothing. Places, zones and roads known by
 * their id are drawn anew; a post is history and may be ended but not rewritten.
 */
export const furnishCounty = async (world: World, by: Actor | 'system', batch: FurnishBatch): Promise<Furnished> => {
  if (by !== 'system' && by.role !== 'administrator')
    throw new Problem('not-yours', { because: 'another-role', who: ['administrator'] })
  const { county } = world
  const { bounds } = await findCounty(world.db, county)
  refuse(faultsOfBatch({ code: county, bounds: bounds ?? wholeEarth }, batch))
  const counts = {
    places: batch.places.length,
    zones: batch.zones.length,
    roads: batch.roads.length,
    posts: batch.posts.length,
  }
  const sha256 = createHash('sha256').update(canonicalText(batch)).digest('hex')
  await inTransaction(world.db, async (tx) => {
    refuse(await faultsOfPosts(tx, county, batch))
    await putPlaces(
      tx,
      batch.places.map((place) => ({ ...place, county, placeCell: placeCellOf([place.longitude, place.latitude]) })),
    )
    await putZones(
      tx,
      batch.zones.map((zone) => ({ ...zone, county })),
    )
    await putRoads(
      tx,
      batch.roads.map((road) => ({ ...road, county })),
    )
    const rewritten = await keepPosts(
      tx,
      batch.posts.map((post) => ({ ...post, county })),
    )
    if (rewritten.length > 0) throw new Problem('other-content', { fields: pointersTo(batch, rewritten) })
    await note(tx, {
      county,
      at: world.now(),
      actorId: by === 'system' ? 'system' : by.id,
      kind: 'county-furnished',
      subjectId: furnishingSubject,
      body: { ...counts, sha256 },
    })
  })
  return { ...counts, sha256 }
}

const refuse = (faults: readonly Fault[]): void => {
  if (faults.length > 0) throw new Problem('invalid', { fields: faults.slice(0, mostFaults) })
}

/** A post is somebody's, in a zone of this batch or one known before. */
const faultsOfPosts = async (tx: Tx, county: string, batch: FurnishBatch): Promise<Fault[]> => {
  const inBatch = new Set(batch.zones.map(({ id }) => id))
  const elsewhere = batch.posts.map(({ zoneId }) => zoneId).filter((id) => !inBatch.has(id))
  const zones = await zonesAmong(tx, county, elsewhere)
  const people = await peopleAmong(
    tx,
    county,
    batch.posts.map(({ personId }) => personId),
  )
  return batch.posts.flatMap(({ zoneId, personId }, i) => [
    ...(inBatch.has(zoneId) || zones.has(zoneId) ? [] : [{ pointer: `/posts/${i}/zoneId`, fault: 'unknown' }]),
    ...(people.has(personId) ? [] : [{ pointer: `/posts/${i}/personId`, fault: 'unknown' }]),
  ])
}

const pointersTo = ({ posts }: FurnishBatch, ids: readonly string[]): Fault[] =>
  posts.flatMap(({ id }, i) => (ids.includes(id) ? [{ pointer: `/posts/${i}`, fault: 'rewritten' }] : []))
