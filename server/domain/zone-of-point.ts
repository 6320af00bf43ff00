import Flatbush from 'flatbush'
import type { LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson'
import type { LngLat } from './distance.ts'
import { boundsAround } from './distance.ts'
import type { DrawnPolygon } from './drawn-area.ts'
import { drawnAreaOf, polygonHolds } from './drawn-area.ts'
import type { Edge, Foot } from './drawn-line.ts'
import { drawnLineOf, footOnEdge } from './drawn-line.ts'

/** A road chief's zone along a road, or over an area; WGS-84. Roads to be found by position are segments too. */
export type Zone =
  | { readonly zoneId: string; readonly shape: 'segment'; readonly geometry: LineString | MultiLineString }
  | { readonly zoneId: string; readonly shape: 'area'; readonly geometry: Polygon | MultiPolygon }

export type NearSegment = {
  readonly zoneId: string
  readonly distanceMetres: number
  /** From the beginning of the drawn line to the nearest point on it. */
  readonly alongMetres: number
  /** Of the whole line, for working out chainage (see chainageAlong). */
  readonly lengthMetres: number
}

export type ZoneFinding = {
  readonly zoneId: string
  readonly by: 'segment' | 'area'
  /** Only by segment. */
  readonly distanceMetres?: number
  /** Every other zone the position touches: segments nearest first, then areas smallest first. */
  readonly others: readonly string[]
}

export type ZoneIndex = {
  /** The zone answerable for a position: the nearest segment within 30 m, else the smallest area; null in nobody's zone. */
  readonly resolve: (lngLat: LngLat) => ZoneFinding | null
  /** Areas that hold the position, borders included: smallest first, equal ones by id. */
  readonly areasContaining: (lngLat: LngLat) => readonly string[]
  /** Segments within the radius, rim included: nearest first, equally near ones by id. */
  readonly nearestSegments: (lngLat: LngLat, radiusMetres: number) => readonly NearSegment[]
}

/** A segment zone takes what lies this close to its line (the county's rule, domain notes § 8). */
export const segmentReachMetres = 30

type IndexedEdge = { readonly zoneId: string; readonly lengthMetres: number; readonly edge: Edge }
type IndexedPolygon = { readonly zoneId: string; readonly areaSquareMetres: number; readonly polygon: DrawnPolygon }

/** By code point: the same order on every machine, whatever its language. */
const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function treeOf<T>(items: readonly T[], cornersOf: (item: T) => readonly [LngLat, LngLat]): Flatbush | null {
  if (items.length === 0) return null
  const tree = new Flatbush(items.length)
  for (const item of items) {
    const [[west, south], [east, north]] = cornersOf(item)
    tree.add(west, south, east, north)
  }
  tree.finish()
  return tree
}

/**
 * Builds the index once; asking is then some microseconds. RangeError, naming the zone, on a geometry without
 * positions or with a position that is no pair of numbers: an import checks its zones before they get here.
 */
export function indexZones(zones: Iterable<Zone>): ZoneIndex {
  const edges: IndexedEdge[] = []
  const polygons: IndexedPolygon[] = []
  for (const zone of zones) {
    try {
      if (zone.shape === 'segment') {
        const line = drawnLineOf(zone.geometry)
        for (const edge of line.edges) edges.push({ zoneId: zone.zoneId, lengthMetres: line.lengthMetres, edge })
      } else {
        const { polygons: parts, areaSquareMetres } = drawnAreaOf(zone.geometry)
        for (const polygon of parts) polygons.push({ zoneId: zone.zoneId, areaSquareMetres, polygon })
      }
    } catch (cause) {
      throw new RangeError(`zone ${zone.zoneId} cannot be drawn`, { cause })
    }
  }
  const edgeTree = treeOf(edges, ({ edge: { from, to } }) => [
    [Math.min(from[0], to[0]), Math.min(from[1], to[1])],
    [Math.max(from[0], to[0]), Math.max(from[1], to[1])],
  ])
  const polygonTree = treeOf(polygons, ({ polygon: { bounds } }) => [
    [bounds.west, bounds.south],
    [bounds.east, bounds.north],
  ])

  const areasContaining = (lngLat: LngLat): readonly string[] => {
    const [lng, lat] = lngLat
    const holding = new Map<string, number>()
    for (const i of polygonTree?.search(lng, lat, lng, lat) ?? []) {
      const found = polygons[i]
      if (found && polygonHolds(found.polygon, lngLat)) holding.set(found.zoneId, found.areaSquareMetres)
    }
    return [...holding].sort((a, b) => a[1] - b[1] || compareIds(a[0], b[0])).map(([zoneId]) => zoneId)
  }

  const nearestSegments = (lngLat: LngLat, radiusMetres: number): readonly NearSegment[] => {
    const { west, south, east, north } = boundsAround(lngLat, radiusMetres)
    const near = new Map<string, NearSegment>()
    for (const i of edgeTree?.search(west, south, east, north) ?? []) {
      const found = edges[i]
      if (!found) continue
      const { distanceMetres, alongMetres }: Foot = footOnEdge(found.edge, lngLat)
      const known = near.get(found.zoneId)
      if (distanceMetres > radiusMetres || !isNearer(distanceMetres, alongMetres, known)) continue
      near.set(found.zoneId, { zoneId: found.zoneId, distanceMetres, alongMetres, lengthMetres: found.lengthMetres })
    }
    return [...near.values()].sort((a, b) => a.distanceMetres - b.distanceMetres || compareIds(a.zoneId, b.zoneId))
  }

  const resolve = (lngLat: LngLat): ZoneFinding | null => {
    const segments = nearestSegments(lngLat, segmentReachMetres)
    const areas = areasContaining(lngLat)
    const [nearest, ...furtherSegments] = segments
    if (nearest) {
      const others = [...furtherSegments.map(({ zoneId }) => zoneId), ...areas]
      return { zoneId: nearest.zoneId, by: 'segment', distanceMetres: nearest.distanceMetres, others }
    }
    const [smallest, ...others] = areas
    return smallest === undefined ? null : { zoneId: smallest, by: 'area', others }
  }

  return { resolve, areasContaining, nearestSegments }
}

/** Where a line crosses itself two edges are equally near: the earlier along the line counts, whatever the tree's order. */
function isNearer(distanceMetres: number, alongMetres: number, known: NearSegment | undefined): boolean {
  if (!known || distanceMetres < known.distanceMetres) return true
  return distanceMetres === known.distanceMetres && alongMetres < known.alongMetres
}
