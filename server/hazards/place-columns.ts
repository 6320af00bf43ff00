import { placeCellOf } from '../domain/morton.ts'
import type { World } from '../world.ts'
import { placeIndexOf } from '../zones/place-index.ts'
import type { Position } from './wire.ts'

/** A point that only stands for a township or village picked from a list: no road is known by it. */
const isOfDivision = ({ source }: Position, pickedPlaceCode: string | null): pickedPlaceCode is string =>
  source === 'place' && pickedPlaceCode !== null

/** The name of a road without a route code that a position lies by: what people call the spot. Null on any other. */
export const laneNamed = async (
  world: World,
  position: Position | null,
  pickedPlaceCode: string | null,
): Promise<string | null> => {
  if (position === null || isOfDivision(position, pickedPlaceCode)) return null
  const { routeCode, roadName } = (await placeIndexOf(world)).locate([position.longitude, position.latitude])
  return routeCode === null ? roadName : null
}

/**
 * Township, village, zone, road and chainage from the position; from the place picked by hand where there is none, or
 * none but that place's own point.
 */
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
  const located = isOfDivision(position, pickedPlaceCode) ? index.locateDivision(pickedPlaceCode) : index.locate(lngLat)
  const { townshipCode, placeCode, zoneId, routeCode, roadClass, chainageMetres, outsideCounty } = located
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
