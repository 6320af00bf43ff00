import type { Polygon } from 'geojson'
import { type Bounds, type LngLat, metresPerDegree, radiansPerDegree } from './distance.ts'
import { drawnAreaOf, polygonHolds } from './drawn-area.ts'
import type { ExtentFault } from './hazard-extent.ts'

/** More corners than a hand draws; an outline of that detail belongs into an import (proposed). */
export const mostCorners = 300
/** Two square kilometres: what is larger is a district, not a hazard (proposed). */
export const mostAreaSquareMetres = 2_000_000

export type RingVerdict =
  | { readonly ok: true; readonly geometry: Polygon; readonly areaSquareMetres: number; readonly bounds: Bounds }
  | { readonly ok: false; readonly because: ExtentFault }

const refuse = (because: ExtentFault): RingVerdict => ({ ok: false, because })

/**
 * A hand-drawn outline made whole: repeated corners are let go, an open ring is closed. Refused with its reason where
 * it has fewer than three corners or too many, crosses or touches itself, or measures less than a square metre or too much.
 */
export const drawnRing = (drawn: readonly LngLat[]): RingVerdict => {
  const corners = drawn.filter((corner, i) => !same(corner, drawn[i - 1]))
  while (corners.length > 1 && same(corners[0], corners.at(-1))) corners.pop()
  if (corners.length < 3) return refuse('too-few-corners')
  if (corners.length > mostCorners) return refuse('too-many-corners')
  if (crossesItself(corners)) return refuse('crosses-itself')
  const ring = [...corners, ...corners.slice(0, 1)].map(([lng, lat]) => [lng, lat])
  const geometry: Polygon = { type: 'Polygon', coordinates: [ring] }
  const { areaSquareMetres, polygons } = drawnAreaOf(geometry)
  const bounds = polygons[0]?.bounds
  if (areaSquareMetres < 1 || !bounds) return refuse('no-area')
  if (areaSquareMetres > mostAreaSquareMetres) return refuse('too-large')
  return { ok: true, geometry, areaSquareMetres: Math.round(areaSquareMetres), bounds }
}

const same = (a: LngLat | undefined, b: LngLat | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]

/** Twice the area of a triangle in degrees, above 0 where it turns left. */
const turn = (a: LngLat, b: LngLat, c: LngLat): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

const between = (a: number, b: number, x: number): boolean => Math.min(a, b) <= x && x <= Math.max(a, b)
const liesOn = (a: LngLat, b: LngLat, c: LngLat): boolean =>
  turn(a, b, c) === 0 && between(a[0], b[0], c[0]) && between(a[1], b[1], c[1])

const meet = (a: LngLat, b: LngLat, c: LngLat, d: LngLat): boolean => {
  const crosses = turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
  return crosses || liesOn(a, b, c) || liesOn(a, b, d) || liesOn(c, d, a) || liesOn(c, d, b)
}

/** Whether any two edges meet elsewhere than at the corner they share. */
const crossesItself = (corners: readonly LngLat[]): boolean => {
  const at = (i: number): LngLat => corners[i % corners.length] ?? [0, 0]
  for (let i = 0; i < corners.length; i++) {
    // a fold back along the edge before
    if (liesOn(at(i), at(i + 1), at(i + 2)) || liesOn(at(i + 1), at(i + 2), at(i))) return true
    for (let k = i + 2; k < corners.length; k++) {
      if (i === 0 && k === corners.length - 1) continue
      if (meet(at(i), at(i + 1), at(k), at(k + 1))) return true
    }
  }
  return false
}

/** Steps across the longer side of an outline: some hundred positions inside are shares of a percent. */
const steps = 30

/**
 * Positions spread evenly over an outline, and of them the one that stands for it: the centre of its area where that
 * lies inside, else the inner position nearest to it. Never empty.
 */
export const spreadOver = (geometry: Polygon, bounds: Bounds): { at: LngLat; inside: readonly LngLat[] } => {
  const polygon = drawnAreaOf(geometry).polygons[0]
  const { west, south, east, north } = bounds
  const inside: LngLat[] = []
  for (let row = 0; row < steps; row++)
    for (let column = 0; column < steps; column++) {
      const place: LngLat = [
        west + ((column + 0.5) / steps) * (east - west),
        south + ((row + 0.5) / steps) * (north - south),
      ]
      if (polygon && polygonHolds(polygon, place)) inside.push(place)
    }
  const centre = centreOf(geometry)
  const at =
    inside.length === 0 || (polygon && polygonHolds(polygon, centre)) ? centre : (nearestTo(centre, inside) ?? centre)
  return { at, inside: inside.length === 0 ? [at] : inside }
}

/** Of positions the one nearest to a place, on the plane that touches the earth there; null of none. */
export const nearestTo = (place: LngLat, positions: readonly LngLat[]): LngLat | null => {
  const east = Math.cos(place[1] * radiansPerDegree)
  const far = ([lng, lat]: LngLat): number => Math.hypot((lng - place[0]) * east, lat - place[1]) * metresPerDegree
  let nearest: LngLat | null = null
  for (const each of positions) if (nearest === null || far(each) < far(nearest)) nearest = each
  return nearest
}

const centreOf = ({ coordinates: [ring = []] }: Polygon): LngLat => {
  const [[west = 0, south = 0] = []] = ring
  let [twice, east, north] = [0, 0, 0]
  for (const [i, [toLng = 0, toLat = 0]] of ring.entries()) {
    const [fromLng = 0, fromLat = 0] = ring[i - 1] ?? [toLng, toLat]
    // counted from a corner: the products stay small, and exact
    const cross = (fromLng - west) * (toLat - south) - (toLng - west) * (fromLat - south)
    twice += cross
    east += (fromLng + toLng - 2 * west) * cross
    north += (fromLat + toLat - 2 * south) * cross
  }
  return [west + east / (3 * twice), south + north / (3 * twice)]
}
