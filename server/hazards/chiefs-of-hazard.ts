import type { Day } from '../domain/county-calendar.ts'
import { divisionsAround, townshipsAlong } from '../domain/divisions-around.ts'
import type { World } from '../world.ts'
import { placeIndexOf } from '../zones/place-index.ts'
import { chiefsOn, zonesNamed } from '../zones/store.ts'
import { chainOfChiefs } from '../zones/zone-chiefs.ts'
import type { HazardWhole } from './answers.ts'
import type { ExtentDrawn } from './extent-wire.ts'
import type { HazardRow } from './store.ts'

/**
 * Today's chiefs of a hazard: those of its own zone and of the areas around the place where it lies, whatever division a
 * segment is kept under; of a stretch or an area those of every zone it touches and every township it runs through.
 */
export const chiefsOfHazard = async (
  world: World,
  { placeCode, zoneId }: Pick<HazardRow, 'placeCode' | 'zoneId'>,
  drawn: ExtentDrawn | null,
  today: Day,
): Promise<HazardWhole['chiefs']> => {
  const { db, county } = world
  const own = [zoneId, ...(drawn?.parts ?? []).map((part) => part.zoneId)].filter((id) => id !== null)
  const townships = drawn === null ? [] : await townshipsOf(world, drawn.geometry)
  const around = await zonesNamed(db, county, {
    ids: own,
    areaCodes: [...divisionsAround(placeCode), ...townships],
  })
  const zoneIds = around.map(({ id }) => id)
  return chainOfChiefs(own, around, await chiefsOn(db, county, today, zoneIds)).map(
    ({ id, name, phone, level, zoneName }) => ({ id, name, phone, level, zoneName }),
  )
}

const townshipsOf = async (world: World, geometry: ExtentDrawn['geometry']): Promise<string[]> => {
  const { locate } = await placeIndexOf(world)
  return townshipsAlong((place) => locate(place).townshipCode, geometry)
}
