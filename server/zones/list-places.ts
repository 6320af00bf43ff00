import type { PlaceKind } from '../../db/vocabulary.ts'
import type { World } from '../world.ts'
import { placeList } from './store.ts'
import type { PlaceLine } from './wire.ts'

/** The county's named places by code: all, or those of one kind. */
export const listPlaces = async (world: World, kind: PlaceKind | null): Promise<{ places: PlaceLine[] }> => {
  const rows = await placeList(world.db, world.county, kind)
  return {
    places: rows.map(({ code, name, aliases, longitude, latitude, invented, kind: ofKind }) => ({
      code,
      kind: ofKind,
      name,
      aliases: [...aliases],
      longitude,
      latitude,
      invented,
    })),
  }
}
