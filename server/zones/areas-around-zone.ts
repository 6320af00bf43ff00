import { divisionsAround, townshipsAlong } from '../domain/divisions-around.ts'
import type { World } from '../world.ts'
import { placeIndexOf } from './place-index.ts'
import { type ZoneRow, zonesNamed } from './store.ts'

/** Areas of the divisions that a zone lies in, of a segment of every township it runs through; the smallest first. */
export const areasAroundZone = async (world: World, { shape, placeCode, geometry }: ZoneRow) => {
  const { db, county } = world
  const divisions = divisionsAround(placeCode)
  if (shape === 'area')
    return zonesNamed(db, county, { ids: [], areaCodes: divisions.filter((code) => code !== placeCode) })
  const { locate } = await placeIndexOf(world)
  const townships = townshipsAlong((place) => locate(place).townshipCode, geometry)
  return zonesNamed(db, county, { ids: [], areaCodes: [...new Set([...townships, ...divisions])] })
}
