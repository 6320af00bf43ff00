import { createHash } from 'node:crypto'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import { wholeEarth } from '../domain/distance.ts'
import { placeCellOf } from '../domain/morton.ts'
import { findCounty } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import { canonicalText } from '../journal/note.ts'
import type { FurnishBatch } from './furnish-batch.ts'
import { type Fault, faultsOfBatch } from './furnishing-faults.ts'
import { keepPosts, peopleAmong, putPlaces, putRoads, putZones, zonesAmong } from './furnishing-store.ts'

const mostFaults = 50

const refuse = (faults: readonly Fault[]): void => {
  if (faults.length > 0) throw new Problem('invalid', { fields: faults.slice(0, mostFaults) })
}

/** Throws `invalid` with what is wrong with a batch in itself, before a transaction is opened for it. */
export const refuseFaultyBatch = async (db: Db, county: string, batch: FurnishBatch): Promise<void> => {
  const { bounds } = await findCounty(db, county)
  refuse(faultsOfBatch({ code: county, bounds: bounds ?? wholeEarth }, batch))
}

/** SHA-256 of a batch's canonical text. */
export const batchFingerprint = (batch: FurnishBatch): string =>
  createHash('sha256').update(canonicalText(batch)).digest('hex')

/** Writes a batch within the caller's transaction, and answers how much; the caller notes it. */
export const writeBatch = async (tx: Tx, county: string, batch: FurnishBatch) => {
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
  return {
    places: batch.places.length,
    zones: batch.zones.length,
    roads: batch.roads.length,
    posts: batch.posts.length,
  }
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
