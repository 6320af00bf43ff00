import Flatbush from 'flatbush'
import type { Geometry, Position } from 'geojson'
import { areaOfBounds, isWithin } from '../domain/bounds.ts'
import { judgePosition } from '../domain/datum.ts'
import { type Bounds, wholeEarth } from '../domain/distance.ts'
import { drawnAreaOf } from '../domain/drawn-area.ts'
import { positionsOf, runsOf } from '../domain/geometry-runs.ts'
import type { ImportFault } from './import-faults-wire.ts'

export interface Found {
  readonly fault: ImportFault
  readonly detail: string
}

const mostVertices = 500_000
/** Coordinates this far beyond the county's bounds are no longer its neighbourhood. */
const farDegrees = 0.5
const squareMetresPerKm2 = 1e6
const leastSquareMetres = 1

const written = (position: Position): string => position.map((value) => Math.round(value * 1e5) / 1e5).join(', ')

type Edge = readonly [ax: number, ay: number, bx: number, by: number]

const side = (ax: number, ay: number, bx: number, by: number, x: number, y: number): number =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax))

const cross = ([ax, ay, bx, by]: Edge, [cx, cy, dx, dy]: Edge): boolean =>
  side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
  side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0

/** Where the rings of an area cross, themselves or one another; touching is no crossing. Null where they do not. */
export const crossingOf = (rings: readonly Position[][]): Position | null => {
  const edges = rings.flatMap((ring) =>
    ring.slice(1).map((to, i): Edge => [ring[i]?.[0] ?? 0, ring[i]?.[1] ?? 0, to[0] ?? 0, to[1] ?? 0]),
  )
  if (edges.length < 3) return null
  const tree = new Flatbush(edges.length)
  for (const [ax, ay, bx, by] of edges) tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
  tree.finish()
  for (const [i, edge] of edges.entries()) {
    const [ax, ay, bx, by] = edge
    const near = tree.search(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), (k) => k > i)
    if (near.some((k) => cross(edge, edges[k] ?? edge))) return [(ax + bx) / 2, (ay + by) / 2]
  }
  return null
}

const ringsFault = (geometry: Geometry): Found | null => {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return null
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  for (const rings of polygons) {
    if (rings.length === 0) return { fault: 'empty', detail: '' }
    for (const ring of rings) {
      const [first, last] = [ring[0], ring.at(-1)]
      if (!first || !last) return { fault: 'empty', detail: '' }
      if (first[0] !== last[0] || first[1] !== last[1]) return { fault: 'not-closed', detail: '' }
      if (ring.length < 4) return { fault: 'no-area', detail: '' }
    }
    const at = crossingOf(rings)
    if (at) return { fault: 'self-crossing', detail: written(at) }
  }
  return null
}

const squareKilometres = (geometry: Geometry): number =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
    ? drawnAreaOf(geometry).areaSquareMetres / squareMetresPerKm2
    : 0

const isFar = ([lng = 0, lat = 0]: Position, bounds: Bounds): boolean => !isWithin([lng, lat], bounds, farDegrees)

/** What is wrong with how a row is drawn, in WGS-84; the first thing found. Null where nothing is. */
export const drawingFault = (geometry: Geometry, bounds: Bounds | null): Found | null => {
  const positions = positionsOf(geometry)
  const [first] = positions
  if (!first) return { fault: 'empty', detail: '' }
  if (positions.length > mostVertices) return { fault: 'too-many-vertices', detail: String(positions.length) }
  const wide = bounds ?? wholeEarth
  for (const position of positions) {
    const [lng = Number.NaN, lat = Number.NaN] = position
    const verdict = judgePosition([lng, lat], wide)
    if (!verdict.ok) return { fault: verdict.because, detail: written(position) }
  }
  for (const run of runsOf(geometry))
    for (const [i, [lng = 0]] of run.entries())
      if (Math.abs(lng - (run[i + 1]?.[0] ?? lng)) > 180) return { fault: 'antimeridian', detail: '' }
  const rings = ringsFault(geometry)
  if (rings) return rings
  if (geometry.type.endsWith('Polygon') && squareKilometres(geometry) * squareMetresPerKm2 < leastSquareMetres)
    return { fault: 'no-area', detail: '' }
  if (bounds) {
    const km2 = squareKilometres(geometry)
    if (km2 > squareKilometres(areaOfBounds(bounds)) * 1.5) return { fault: 'huge', detail: String(Math.round(km2)) }
    if (positions.every((position) => isFar(position, bounds)))
      return { fault: 'outside-county', detail: written(first) }
  }
  return null
}

/** Whether part of a row lies beyond the county's bounds by more than its border can be unsure. */
export const isPartlyOutside = (geometry: Geometry, bounds: Bounds | null): boolean =>
  bounds !== null && positionsOf(geometry).some((position) => isFar(position, bounds))
