import type { MultiPolygon, Polygon, Position } from 'geojson'
import pointInPolygon from 'point-in-polygon-hao'
import { boundsOf } from './bounds.ts'
import type { Bounds, LngLat } from './distance.ts'
import { earthRadiusMetres, radiansPerDegree } from './distance.ts'
import { lngLatOfPosition } from './drawn-line.ts'

/** Rings closed and in two dimensions: the outer one, then its holes. */
export type DrawnPolygon = { readonly rings: number[][][]; readonly bounds: Bounds }

/** An area cut into polygons; what lies in a hole is not part of it. */
export type DrawnArea = { readonly polygons: readonly DrawnPolygon[]; readonly areaSquareMetres: number }

function closedRing(ring: readonly Position[]): number[][] {
  const places: number[][] = ring.map((position) => [...lngLatOfPosition(position)])
  const [first, last] = [places[0], places.at(-1)]
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) places.push([...first])
  if (places.length < 4) throw new RangeError(`a ring of ${places.length} positions`)
  return places
}

/** Area on the mean sphere, each edge taken as the strip between it and the equator; the ring's direction is of no account. */
function ringSquareMetres(ring: readonly number[][]): number {
  let twice = 0
  let previous = ring[0]
  for (const place of ring.slice(1)) {
    const [fromLng = 0, fromLat = 0] = previous ?? []
    const [toLng = 0, toLat = 0] = place
    const sines = Math.sin(fromLat * radiansPerDegree) + Math.sin(toLat * radiansPerDegree)
    twice += (toLng - fromLng) * radiansPerDegree * sines
    previous = place
  }
  return (Math.abs(twice) / 2) * earthRadiusMetres ** 2
}

/** Prepares an area for asking. Open rings are closed; RangeError on a ring of fewer than three places or no ring at all. */
export function drawnAreaOf(geometry: Polygon | MultiPolygon): DrawnArea {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  let areaSquareMetres = 0
  const polygons = parts.map((part): DrawnPolygon => {
    const rings = part.map(closedRing)
    const [outer, ...holes] = rings
    const bounds = outer && boundsOf(outer)
    if (!outer || !bounds) throw new RangeError('a polygon without a ring')
    areaSquareMetres += ringSquareMetres(outer) - holes.reduce((sum, hole) => sum + ringSquareMetres(hole), 0)
    return { rings, bounds }
  })
  if (polygons.length === 0) throw new RangeError('an area without a polygon')
  return { polygons, areaSquareMetres }
}

/** Whether a position lies in a polygon; its border, and that of a hole, counts as inside. */
export function polygonHolds(polygon: DrawnPolygon, place: LngLat): boolean {
  return pointInPolygon([place[0], place[1]], polygon.rings) !== false
}
