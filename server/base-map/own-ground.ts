import type { RoadClass } from '../../db/vocabulary.ts'
import { boundsOf } from '../domain/bounds.ts'
import type { Bounds } from '../domain/distance.ts'
import { positionsOf } from '../domain/geometry-runs.ts'
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

/** Roads without a code are ten times as many, and say something only where single houses can be told apart. */
const laneFromZoom = 13

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
    groundFeature('roads', routeCode === null ? laneFromZoom : roadFromZoom[roadClass], geometry, {
      ...{ roadClass, name, ...(routeCode !== null && { routeCode, shield: shieldOf(routeCode) }) },
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
  return { features, bounds: bounds ?? boundsOf(features.flatMap(({ feature }) => positionsOf(feature.geometry))) }
}
