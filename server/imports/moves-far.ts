import { type Drawing, metresMoved } from '../domain/metres-moved.ts'
import type { FurnishBatch } from '../zones/furnish-batch.ts'
import type { Found } from './geometry-checks.ts'
import type { KnownCounty } from './known-county.ts'

/** Twice what GCJ-02 shifts by, and more than a seat or a school is likely to have been put wrong by (proposed). */
const farMetres = 1_000

type Place = Pick<FurnishBatch['places'][number], 'longitude' | 'latitude'>

export const pointOf = ({ longitude, latitude }: Place): Drawing => ({
  type: 'Point',
  coordinates: [longitude, latitude],
})

/**
 * What is to be said of a row that would put something the county has in quite another place, by the one of its pieces
 * that goes furthest: more often than not the row is of something else. Null where nothing moves far.
 */
export const farMovesFrom = ({ zones, roads, places }: KnownCounty) => {
  const before = new Map<string, Drawing>([
    ...zones.map(({ id, geometry }) => [`zones ${id}`, geometry] as const),
    ...roads.map(({ id, geometry }) => [`roads ${id}`, geometry] as const),
    ...places.map((place) => [`places ${place.code}`, pointOf(place)] as const),
  ])
  return (pieces: readonly { readonly key: string; readonly drawing: Drawing }[]): Found | null => {
    const metres = pieces.map(({ key, drawing }) => {
      const was = before.get(key)
      return was ? metresMoved(was, drawing) : 0
    })
    const furthest = Math.max(0, ...metres)
    return furthest > farMetres ? { fault: 'moves-far', detail: (furthest / 1000).toFixed(1) } : null
  }
}
