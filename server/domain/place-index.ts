import type { LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import { type ChiefLevel, chiefLevels, type RoadClass, roadClasses, type ZoneShape } from '../../db/vocabulary.ts'
import { chainageAlong } from './chainage.ts'
import { type CutPiece, cutRoad } from './cut-road.ts'
import type { Bounds, LngLat } from './distance.ts'
import { nearestByRank } from './nearest-by-rank.ts'
import { positionAtShare } from './position-of-stake.ts'
import { shieldOf } from './route-shield.ts'
import { indexZones, type NearSegment, type Zone } from './zone-of-point.ts'

/** What a position says about itself; codes are division codes, metres along or beside a road. */
export interface Located {
  readonly townshipCode: string | null
  readonly villageCode: string | null
  /** The finest of them, the county's own code outside all. */
  readonly placeCode: string
  /**
   * The zone answerable for the position: the nearest segment within the county's reach, of several as near that of the
   * road it lies by; else the smallest area.
   */
  readonly zoneId: string | null
  readonly otherZoneIds: readonly string[]
  /** Of the road it lies by; a road without a code has a class alone, and no stakes. */
  readonly routeCode: string | null
  readonly roadClass: RoadClass | null
  /** As that road is drawn; null where it has no name, or there is no road. */
  readonly roadName: string | null
  readonly chainageMetres: number | null
  readonly roadDistanceMetres: number | null
  /** Outside every township or village area, or outside the county's bounds where there are no areas. Legitimate. */
  readonly outsideCounty: boolean
}

/** The point of a road nearest to a position, with its stake. */
export interface RoadFoot {
  readonly routeCode: string
  readonly chainageMetres: number
  readonly at: LngLat
  readonly distanceMetres: number
}

export interface PlaceIndex {
  readonly locate: (lngLat: LngLat) => Located
  /** A township or village that is all that is known, by its code: its area's zone, and no road, for its point is nobody's. */
  readonly locateDivision: (placeCode: string) => Located
  /** On each road with stakes within the reach, nearest first. */
  readonly roadsNear: (lngLat: LngLat, reachMetres: number) => readonly RoadFoot[]
  /** Metres to the nearest road without a route code; null where none is within the reach. */
  readonly unnumberedNear: (lngLat: LngLat, reachMetres: number) => number | null
  /** Whose zone a position on a road lies in: that road's own segment before any other, then as `locate` says. */
  readonly zoneOn: (lngLat: LngLat, routeCode: string | null) => string | null
  /** A route between two stakes, the first the smaller; see cutRoad. */
  readonly cut: (routeCode: string, stakes: { fromMetres: number; toMetres: number }) => readonly CutPiece[] | null
  /** A route by its code, or by its short name where only one road bears it: X801 for X801360424. */
  readonly routeNamed: (name: string) => { readonly routeCode: string; readonly roadClass: RoadClass } | null
}

/** A road chief's zone as the index needs it; WGS-84. Chainages in metres, of a segment whose ends have stakes. */
export interface DrawnZone {
  readonly id: string
  readonly shape: ZoneShape
  readonly level: ChiefLevel
  readonly name: string
  readonly placeCode: string
  readonly routeCode: string | null
  readonly fromMetres: number | null
  readonly toMetres: number | null
  readonly geometry: Polygon | MultiPolygon | LineString | MultiLineString
}

/**
 * A road from its zero to `lengthMetres` as measured, which is never quite the length of its drawing; WGS-84. Without a
 * route code it has no stakes, and perhaps no name.
 */
export interface DrawnRoad {
  readonly id: string
  readonly routeCode: string | null
  readonly name?: string
  readonly roadClass: RoadClass
  readonly lengthMetres: number
  readonly geometry: LineString
}

/** What of the county's settings the index goes by. */
export interface Reach {
  /** A segment zone takes what lies this close to its line. */
  readonly segmentMetres: number
  /** Counts only in a county without areas. */
  readonly bounds: Bounds | null
}

/** A position further from every road than this has no route and no chainage (proposed). */
const roadReachMetres = 50

/**
 * A road with a code is taken before one without that is no nearer by more than this: a phone's fix is off by as much,
 * and stakes, chiefs and papers go by the code. On a lane further from the road than that, the lane is meant (proposed).
 */
export const numberedBeforeMetres = 10

/**
 * The county's zones and roads, ready to be asked: the same on the server, which holds all of them, and on a phone,
 * which holds those around its own area. RangeError, naming it, on a geometry that cannot be drawn.
 */
export const makePlaceIndex = (
  county: string,
  { segmentMetres, bounds }: Reach,
  drawnZones: readonly DrawnZone[],
  drawnRoads: readonly DrawnRoad[],
): PlaceIndex => {
  const zones = indexZones(drawnZones.map(asZone))
  const roads = indexZones(drawnRoads.map(({ id, geometry }) => ({ zoneId: id, shape: 'segment', geometry }) as const))
  const known: Known = {
    zones: new Map(drawnZones.map((zone) => [zone.id, zone])),
    roads: new Map(drawnRoads.map((road) => [road.id, road])),
  }
  const staked = drawnRoads.flatMap(({ routeCode, roadClass }) =>
    routeCode === null ? [] : [{ routeCode, roadClass }],
  )
  const hasAreas = drawnZones.some(({ shape, placeCode }) => shape === 'area' && placeCode.length > county.length)

  const outside = ([lng, lat]: LngLat, placeCode: string): boolean => {
    if (hasAreas) return placeCode === county
    return bounds !== null && (lng < bounds.west || lng > bounds.east || lat < bounds.south || lat > bounds.north)
  }

  const locate = (lngLat: LngLat): Located => {
    const areas = zones.areasContaining(lngLat)
    const near = zones.nearestSegments(lngLat, Math.max(segmentMetres, roadReachMetres))
    const road = roadAt(roads.nearestSegments(lngLat, roadReachMetres), near, known)
    const reached = near.filter(({ distanceMetres }) => distanceMetres <= segmentMetres)
    const segments = inOrder(reached, road.routeCode, known).map(({ zoneId }) => zoneId)
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
      ...road,
      outsideCounty: outside(lngLat, placeCode),
    }
  }

  const areasByCode = drawnZones
    .filter(({ shape }) => shape === 'area')
    .sort((a, b) => b.placeCode.length - a.placeCode.length || compareText(a.id, b.id))

  const locateDivision = (placeCode: string): Located => {
    const [zoneId = null, ...otherZoneIds] = areasByCode
      .filter((area) => placeCode.startsWith(area.placeCode))
      .map(({ id }) => id)
    return {
      townshipCode: placeCode.length >= 9 ? placeCode.slice(0, 9) : null,
      villageCode: placeCode.length === 12 ? placeCode : null,
      ...{ placeCode, zoneId, otherZoneIds, ...noRoad, outsideCounty: false },
    }
  }

  const zoneOn = (lngLat: LngLat, routeCode: string | null): string | null => {
    // a stretch is measured to the metre: where one segment ends and the next begins, the nearer one counts
    const segments = zones.nearestSegments(lngLat, segmentMetres)
    const own = segments.find(({ zoneId }) => routeCode !== null && known.zones.get(zoneId)?.routeCode === routeCode)
    return (own ?? segments[0])?.zoneId ?? zones.areasContaining(lngLat)[0] ?? null
  }

  const roadsNear = (lngLat: LngLat, reachMetres: number): RoadFoot[] =>
    roads.nearestSegments(lngLat, reachMetres).flatMap((near) => {
      const road = known.roads.get(near.zoneId)
      const at = road && near.lengthMetres > 0 && positionAtShare(road.geometry, near.alongMetres / near.lengthMetres)
      if (!road || road.routeCode === null || !at) return []
      const chainageMetres = stakeOn(road, near, zones.nearestSegments(at, roadReachMetres), known)
      return chainageMetres === null
        ? []
        : [{ routeCode: road.routeCode, chainageMetres, at, distanceMetres: near.distanceMetres }]
    })

  const unnumberedNear = (lngLat: LngLat, reachMetres: number): number | null =>
    roads.nearestSegments(lngLat, reachMetres).find(({ zoneId }) => known.roads.get(zoneId)?.routeCode === null)
      ?.distanceMetres ?? null

  return {
    ...{ locate, locateDivision, zoneOn, roadsNear, unnumberedNear },
    cut: (routeCode, stakes) => cutRoad(drawnZones, drawnRoads, routeCode, stakes),
    routeNamed: (name) => {
      const plain = name.normalize('NFKC').trim().toUpperCase()
      const exact = staked.find(({ routeCode }) => routeCode === plain || routeCode === name)
      const short = staked.filter(({ routeCode }) => shieldOf(routeCode) === plain)
      const only = new Set(short.map(({ routeCode }) => routeCode)).size === 1 ? short[0] : undefined
      return exact ?? only ?? null
    },
  }
}

interface Known {
  readonly zones: ReadonlyMap<string, DrawnZone>
  readonly roads: ReadonlyMap<string, DrawnRoad>
}

const asZone = ({ id: zoneId, geometry }: DrawnZone): Zone =>
  geometry.type === 'LineString' || geometry.type === 'MultiLineString'
    ? { zoneId, shape: 'segment', geometry }
    : { zoneId, shape: 'area', geometry }

const noRoad = {
  ...{ routeCode: null, roadClass: null, roadName: null, chainageMetres: null, roadDistanceMetres: null },
} as const

/** By code point: the same order on every machine; what there is before what there is not. */
const compareText = (a: string | null | undefined, b: string | null | undefined): number =>
  a === b ? 0 : a == null ? 1 : b == null ? -1 : a < b ? -1 : 1

/**
 * The nearest road, or the nearest with a code where that is hardly further. Of several as near, as where they meet, the
 * one of the highest class, then by its code.
 */
const roadMeant = (near: readonly NearSegment[], { roads }: Known): NearSegment | undefined => {
  const [nearest] = near
  const numbered = near.filter(({ zoneId }) => roads.get(zoneId)?.routeCode !== null)
  const [first] = numbered
  const meant =
    nearest && first && first.distanceMetres <= nearest.distanceMetres + numberedBeforeMetres ? numbered : near
  const rank = ({ zoneId }: NearSegment): number => roadClasses.indexOf(roads.get(zoneId)?.roadClass ?? 'dedicated')
  const codeOf = ({ zoneId }: NearSegment) => roads.get(zoneId)?.routeCode
  return nearestByRank(
    meant,
    (a, b) => rank(a) - rank(b) || compareText(codeOf(a), codeOf(b)) || compareText(a.zoneId, b.zoneId),
  )[0]
}

/** Segments nearest first; of several as near the one of this road, then by the level of their chiefs and their ids. */
const inOrder = (near: readonly NearSegment[], routeCode: string | null, { zones }: Known): readonly NearSegment[] => {
  const rank = ({ zoneId }: NearSegment): number => {
    const zone = zones.get(zoneId)
    if (routeCode !== null && zone?.routeCode === routeCode) return -1
    return chiefLevels.indexOf(zone?.level ?? 'village')
  }
  return nearestByRank(near, (a, b) => rank(a) - rank(b) || compareText(a.zoneId, b.zoneId))
}

/**
 * The road meant and its stake mark, where it has stakes: by the chainages of a segment zone on the same route where there is one,
 * else from nought to the road's measured length, shared out along the drawn line.
 */
const roadAt = (near: readonly NearSegment[], segments: readonly NearSegment[], known: Known) => {
  const nearest = roadMeant(near, known)
  const road = nearest && known.roads.get(nearest.zoneId)
  if (!nearest || !road) return noRoad
  const { routeCode, roadClass, name = '' } = road
  const chainageMetres = routeCode === null ? null : stakeOn(road, nearest, segments, known)
  const roadDistanceMetres = Math.round(nearest.distanceMetres)
  return { routeCode, roadClass, roadName: name === '' ? null : name, chainageMetres, roadDistanceMetres }
}

const stakeOn = (
  { routeCode, lengthMetres }: DrawnRoad,
  nearest: NearSegment,
  segments: readonly NearSegment[],
  known: Known,
): number | null => {
  const staked = segments
    .filter(({ distanceMetres }) => distanceMetres <= roadReachMetres)
    .map((near) => ({ near, zone: known.zones.get(near.zoneId) }))
    .find(({ zone }) => zone?.routeCode === routeCode && zone.fromMetres !== null && zone.toMetres !== null)
  return staked
    ? chainageOn(staked.near, staked.zone?.fromMetres ?? 0, staked.zone?.toMetres ?? 0)
    : chainageOn(nearest, 0, lengthMetres)
}

const chainageOn = ({ alongMetres, lengthMetres }: NearSegment, from: number, to: number): number | null =>
  lengthMetres > 0
    ? chainageAlong({ startChainageMetres: from, endChainageMetres: to, lengthMetres }, alongMetres)
    : null
