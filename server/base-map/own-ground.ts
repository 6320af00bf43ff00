import type { Position } from 'geojson'
import type { RoadClass } from '../../db/vocabulary.ts'
import type { Bounds } from '../domain/distance.ts'
import { shieldOf } from '../domain/route-shield.ts'
import { zoneTier } from '../domain/zone-tier.ts'
import type { World } from '../world.ts'
import { allRoads, allZones, furnishingOf, placeList } from '../zones/store.ts'
import { type GroundFeature, groundFeature } from './ground-feature.ts'

const areaFromZoom = { county: 6, township: 7, village: 11 } as const
const placeFromZoom = { township: 8, village: 11, school: 12, road: 13 } as const
const roadFromZoom: Readonly<Record<RoadClass, number>> = {
  ...{ national: 6, provincial: 7, county: 8, township: 9, dedicated: 10, village: 10 },
}

/** What the county knows of itself, and the rectangle that all of it lies in; null where it knows nothing yet. */
export const ownGround = async ({
  db,
  county,
}: Pick<World, 'db' | 'county'>): Promise<{ features: GroundFeature[]; bounds: Bounds | null }> => {
  const { bounds } = await furnishingOf(db, county)
  const areas = (await allZones(db, county)).flatMap(({ shape, placeCode, name, geometry }): GroundFeature[] => {
    const tier = zoneTier({ shape, placeCode })
    if (tier === 'segment') return []
    return [groundFeature('areas', areaFromZoom[tier], geometry, { tier, code: placeCode, name })]
  })
  const roads = (await allRoads(db, county)).map(({ roadClass, routeCode, name, geometry }) =>
    groundFeature('roads', roadFromZoom[roadClass], geometry, {
      ...{ roadClass, routeCode, name, shield: shieldOf(routeCode) },
    }),
  )
  const places = (await placeList(db, county, null)).map(({ kind, code, name, longitude, latitude }) =>
    groundFeature(
      ...(['places', placeFromZoom[kind]] as const),
      { type: 'Point', coordinates: [longitude, latitude] },
      { kind, code, name },
    ),
  )
  const features = [...areas, ...roads, ...places]
  return { features, bounds: bounds ?? boundsOf(features) }
}

type Nested = readonly (number | Nested)[]
const isPosition = (nested: Nested): nested is Position => typeof nested[0] === 'number'
const positionsIn = function* (nested: Nested): Generator<Position> {
  if (isPosition(nested)) yield nested
  else for (const inner of nested) if (typeof inner !== 'number') yield* positionsIn(inner)
}

const boundsOf = (features: readonly GroundFeature[]): Bounds | null => {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const { feature } of features) {
    if (feature.geometry.type === 'GeometryCollection') continue
    for (const [lng = 0, lat = 0] of positionsIn(feature.geometry.coordinates)) {
      ;[west, east] = [Math.min(west, lng), Math.max(east, lng)]
      ;[south, north] = [Math.min(south, lat), Math.max(north, lat)]
    }
  }
  return west <= east && south <= north ? { west, south, east, north } : null
}
