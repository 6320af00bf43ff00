import type { LngLat } from './distance.ts'
import { drawnLineOf } from './drawn-line.ts'
import type { DrawnRoad, DrawnZone } from './place-index.ts'

/** A chainage read off a stake may lie a little past the end of the road as it was measured. */
export const pastTheEndMetres = 30

/**
 * Where a stake mark (桩号) stands: the inverse of the chainage that the place index gives a position. By the segment
 * zone of the route whose own stakes include it, else along a road of the route from nought to its measured length;
 * the first by id where several do. Null where no road of the route reaches that far.
 */
export const positionOfStake = (
  zones: readonly DrawnZone[],
  roads: readonly DrawnRoad[],
  routeCode: string,
  chainageMetres: number,
): LngLat | null => {
  for (const zone of zones.filter((one) => one.routeCode === routeCode)) {
    const { fromMetres, toMetres, geometry } = zone
    if (fromMetres === null || toMetres === null || fromMetres === toMetres) continue
    if (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString') continue
    const share = (chainageMetres - fromMetres) / (toMetres - fromMetres)
    if (share >= 0 && share <= 1) return positionAtShare(geometry, share)
  }
  const road = roads.find(
    (one) =>
      one.routeCode === routeCode && chainageMetres >= 0 && chainageMetres <= one.lengthMetres + pastTheEndMetres,
  )
  if (!road || road.lengthMetres <= 0) return null
  return positionAtShare(road.geometry, Math.min(1, chainageMetres / road.lengthMetres))
}

/** The position at a share, from 0 to 1, of a line's drawn length; null on a line without length. */
export const positionAtShare = (geometry: Parameters<typeof drawnLineOf>[0], share: number): LngLat | null => {
  const { edges, lengthMetres } = drawnLineOf(geometry)
  const alongMetres = share * lengthMetres
  const edge = edges.find((one) => alongMetres <= one.startsAtMetres + one.lengthMetres) ?? edges.at(-1)
  if (!edge || !(lengthMetres > 0)) return null
  const { from, to } = edge
  const on = edge.lengthMetres > 0 ? Math.min(1, (alongMetres - edge.startsAtMetres) / edge.lengthMetres) : 0
  return [from[0] + (to[0] - from[0]) * on, from[1] + (to[1] - from[1]) * on]
}
