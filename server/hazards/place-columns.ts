import { placeCellOf } from '../domain/morton.ts'
import type { World } from '../world.ts'
import { placeIndexOf } from '../zones/place-index.ts'
import type { Position } from './wire.ts'

/** The name of a road without a route code that a position lies by: what people call the spot. Null on any other. */
export const laneNamed = async (world: World, position: Position | null): Promise<string | null> => {
  if (position === null) return null
  const { routeCode, roadName } = (await placeIndexOf(world)).locate([position.longitude, position.latitude])
  return routeCode === null ? roadName : null
}

/** Township, village, zone, road and chainage from the position; from the place picked by hand where there is none. */
export const whereItLies = async (
  world: World,
  county: string,
  position: Position | null,
  pickedPlaceCode: string | null,
) => {
  if (position === null) {
    const placeCode = pickedPlaceCode ?? county
    return {
      placeCell: null,
      outsideCounty: false,
      placeCode,
      townshipCode: placeCode.length >= 9 ? placeCode.slice(0, 9) : null,
      zoneId: null,
      routeCode: null,
      roadClass: null,
      chainageMetres: null,
    }
  }
  const lngLat: [number, number] = [position.longitude, position.latitude]
  const index = await placeIndexOf(world)
  const { townshipCode, placeCode, zoneId, routeCode, roadClass, chainageMetres, outsideCounty } = index.locate(lngLat)
  return {
    placeCell: placeCellOf(lngLat),
    outsideCounty,
    placeCode,
    townshipCode,
    zoneId,
    routeCode,
    roadClass,
    chainageMetres,
  }
}
