import type { Geometry, Position } from 'geojson'
import { metresPerDegree, radiansPerDegree } from '../domain/distance.ts'
import { positionsOf } from '../domain/geometry-runs.ts'

const squaredOff = ([x, y]: readonly [number, number], a: readonly [number, number], b: readonly [number, number]) => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const squared = dx * dx + dy * dy
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / squared))
  return (x - a[0] - share * dx) ** 2 + (y - a[1] - share * dy) ** 2
}

/** Douglas and Peucker's way: no position let go lies further than so many metres from what is left. */
export const thinLine = (line: readonly Position[], toleranceMetres: number): Position[] => {
  if (line.length < 3) return [...line]
  const east = metresPerDegree * Math.cos((line[0]?.[1] ?? 0) * radiansPerDegree)
  const plane = line.map(([lng = 0, lat = 0]) => [lng * east, lat * metresPerDegree] as const)
  const kept = new Uint8Array(line.length)
  kept[0] = 1
  kept[line.length - 1] = 1
  const open: (readonly [number, number])[] = [[0, line.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    const [a, b] = [plane[from], plane[to]]
    if (!a || !b) continue
    let [worst, at] = [toleranceMetres ** 2, -1]
    for (let i = from + 1; i < to; i++) {
      const off = squaredOff(plane[i] ?? a, a, b)
      if (off > worst) [worst, at] = [off, i]
    }
    if (at < 0) continue
    kept[at] = 1
    open.push([from, at], [at, to])
  }
  return line.filter((_, i) => kept[i] === 1)
}

/** A ring is cut at its far point first, so that it does not shrink to nothing. */
export const thinRing = (ring: readonly Position[], toleranceMetres: number): Position[] => {
  const middle = Math.floor(ring.length / 2)
  const thin = [
    ...thinLine(ring.slice(0, middle + 1), toleranceMetres).slice(0, -1),
    ...thinLine(ring.slice(middle), toleranceMetres),
  ]
  return thin.length < 4 ? [...ring] : thin
}

/** The same geometry with fewer vertices. */
export const thinned = (geometry: Geometry, toleranceMetres: number): Geometry => {
  const line = (one: readonly Position[]): Position[] => thinLine(one, toleranceMetres)
  const ring = (one: readonly Position[]): Position[] => thinRing(one, toleranceMetres)
  switch (geometry.type) {
    case 'LineString':
      return { type: geometry.type, coordinates: line(geometry.coordinates) }
    case 'MultiLineString':
      return { type: geometry.type, coordinates: geometry.coordinates.map(line) }
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map(ring) }
    case 'MultiPolygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map((rings) => rings.map(ring)) }
    default:
      return geometry
  }
}

export const verticesOf = (geometry: Geometry): number => positionsOf(geometry).length
