import type { RoadClass } from '../../db/vocabulary.ts'
import { chainageAlong } from '../domain/chainage.ts'
import type { LngLat } from '../domain/distance.ts'
import { indexZones, type NearSegment, type Zone, type ZoneIndex } from '../domain/zone-of-point.ts'
import type { World } from '../world.ts'
import { allRoads, allZones, type Furnishing, furnishingOf, type RoadRow, type ZoneRow } from './store.ts'

/** What a position says about itself; codes are division codes, metres along or beside a road. */
export interface Located {
  readonly townshipCode: string | null
  readonly villageCode: string | null
  /** The finest of them, the county's own code outside all. */
  readonly placeCode: string
  /** The zone answerable for the position: the nearest segment within the county's reach, else the smallest area. */
  readonly zoneId: string | null
  readonly otherZoneIds: readonly string[]
  readonly routeCode: string | null
  readonly roadClass: RoadClass | null
  readonly chainageMetres: number | null
  readonly roadDistanceMetres: number | null
  /** Outside every township or village area, or outside the county's bounds where there are no areas. Legitimate. */
  readonly outsideCounty: boolean
}

export interface PlaceIndex {
  /** Changes whenever furnishing or the county's reach of segments does. */
  readonly version: string
  readonly locate: (lngLat: LngLat) => Located
}

/** A position further from every road than this has no route and no chainage (proposed). */
const roadReachMetres = 50

const kept = new WeakMap<World, { version: string; index: Promise<PlaceIndex> }>()

/**
 * The county's zones and roads, ready to be asked. Built once and kept until the county is furnished anew, by
 * whichever process: one cheap query tells.
 */
export const placeIndexOf = async (world: World): Promise<PlaceIndex> => {
  const furnishing = await furnishingOf(world.db, world.county)
  const known = kept.get(world)
  if (known?.version === furnishing.version) return known.index
  const index = build(world, furnishing)
  kept.set(world, { version: furnishing.version, index })
  index.catch(() => kept.delete(world))
  return index
}

const build = async (world: World, furnishing: Furnishing): Promise<PlaceIndex> => {
  const [zones, roads] = await Promise.all([allZones(world.db, world.county), allRoads(world.db, world.county)])
  return makePlaceIndex(world.county, furnishing, zones, roads)
}

/** The index itself, from rows already read. */
export const makePlaceIndex = (
  county: string,
  furnishing: Furnishing,
  zoneRows: readonly ZoneRow[],
  roadRows: readonly RoadRow[],
): PlaceIndex => {
  const zones = indexZones(zoneRows.map(drawn))
  const roads = indexZones(roadRows.map(({ id, geometry }) => ({ zoneId: id, shape: 'segment', geometry }) as const))
  const known: Known = {
    zones: new Map(zoneRows.map((zone) => [zone.id, zone])),
    roads: new Map(roadRows.map((road) => [road.id, road])),
  }
  const hasAreas = zoneRows.some(({ shape, placeCode }) => shape === 'area' && placeCode.length > county.length)

  const outside = ([lng, lat]: LngLat, placeCode: string): boolean => {
    if (hasAreas) return placeCode === county
    const { bounds } = furnishing
    return bounds !== null && (lng < bounds.west || lng > bounds.east || lat < bounds.south || lat > bounds.north)
  }

  const locate = (lngLat: LngLat): Located => {
    const areas = zones.areasContaining(lngLat)
    const segments = zones.nearestSegments(lngLat, furnishing.segmentMetres).map(({ zoneId }) => zoneId)
    const [zoneId = null, ...otherZoneIds] = [...segments, ...areas]
    const codes = areas.map((id) => known.zones.get(id)?.placeCode ?? county)
    const villageCode = codes.find((code) => code.length === 12) ?? null
    // a village names its township, even where the two are drawn a little apart
    const townshipCode = villageCode?.slice(0, 9) ?? codes.find((code) => code.length === 9) ?? null
    const placeCode = villageCode ?? townshipCode ?? county
    return {
      townshipCode,
      villageCode,
      placeCode,
      zoneId,
      otherZoneIds,
      ...roadAt(roads, zones, known, lngLat),
      outsideCounty: outside(lngLat, placeCode),
    }
  }
  return { version: furnishing.version, locate }
}

interface Known {
  readonly zones: ReadonlyMap<string, ZoneRow>
  readonly roads: ReadonlyMap<string, RoadRow>
}

const drawn = ({ id: zoneId, geometry }: ZoneRow): Zone =>
  geometry.type === 'LineString' || geometry.type === 'MultiLineString'
    ? { zoneId, shape: 'segment', geometry }
    : { zoneId, shape: 'area', geometry }

const noRoad = { routeCode: null, roadClass: null, chainageMetres: null, roadDistanceMetres: null } as const

/**
 * The nearest road and its stake mark: by the chainages of a segment zone on the same route where there is one,
 * else from nought to the road's measured length, shared out along the drawn line.
 */
const roadAt = (roads: ZoneIndex, zones: ZoneIndex, known: Known, lngLat: LngLat) => {
  const [nearest] = roads.nearestSegments(lngLat, roadReachMetres)
  const road = nearest && known.roads.get(nearest.zoneId)
  if (!nearest || !road) return noRoad
  const { routeCode, roadClass } = road
  const staked = zones
    .nearestSegments(lngLat, roadReachMetres)
    .map((near) => ({ near, zone: known.zones.get(near.zoneId) }))
    .find(({ zone }) => zone?.routeCode === routeCode && zone.fromMetres !== null && zone.toMetres !== null)
  const chainageMetres = staked
    ? chainageOn(staked.near, staked.zone?.fromMetres ?? 0, staked.zone?.toMetres ?? 0)
    : chainageOn(nearest, 0, road.lengthMetres)
  return { routeCode, roadClass, chainageMetres, roadDistanceMetres: Math.round(nearest.distanceMetres) }
}

const chainageOn = ({ alongMetres, lengthMetres }: NearSegment, from: number, to: number): number | null =>
  lengthMetres > 0
    ? chainageAlong({ startChainageMetres: from, endChainageMetres: to, lengthMetres }, alongMetres)
    : null
