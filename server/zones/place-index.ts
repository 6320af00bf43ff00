import { makePlaceIndex, type PlaceIndex } from '../domain/place-index.ts'
import type { World } from '../world.ts'
import { allRoads, allZones, type Furnishing, furnishingOf } from './store.ts'

export interface CountyIndex extends PlaceIndex {
  /** Changes whenever furnishing or the county's reach of segments does. */
  readonly version: string
}

const kept = new WeakMap<World, { version: string; index: Promise<CountyIndex> }>()

/**
 * The county's zones and roads, ready to be asked. Built once and kept until the county is furnished anew, by
 * whichever process: one cheap query tells.
 */
export const placeIndexOf = async (world: World): Promise<CountyIndex> => {
  const furnishing = await furnishingOf(world.db, world.county)
  const known = kept.get(world)
  if (known?.version === furnishing.version) return known.index
  const index = build(world, furnishing)
  kept.set(world, { version: furnishing.version, index })
  index.catch(() => kept.delete(world))
  return index
}

const build = async (world: World, furnishing: Furnishing): Promise<CountyIndex> => {
  const [zones, roads] = await Promise.all([allZones(world.db, world.county), allRoads(world.db, world.county)])
  return { version: furnishing.version, ...makePlaceIndex(world.county, furnishing, zones, roads) }
}
