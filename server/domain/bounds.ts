import type { Polygon } from 'geojson'
import type { Bounds, LngLat } from './distance.ts'

/**
 * The smallest bounds around positions in degrees, longitude first; on all sides wider by so many degrees.
 * An altitude is let go. Null around nothing.
 */
export function boundsOf(positions: Iterable<readonly number[]>, marginDegrees = 0): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng, lat] of positions) {
    if (lng === undefined || lat === undefined) continue
    west = Math.min(west, lng)
    south = Math.min(south, lat)
    east = Math.max(east, lng)
    north = Math.max(north, lat)
  }
  const m = marginDegrees
  return west <= east ? { west: west - m, south: south - m, east: east + m, north: north + m } : null
}

/** Whether a position lies in bounds or on their edge, or no more than so many degrees beyond it. */
export const isWithin = ([lng, lat]: LngLat, { west, south, east, north }: Bounds, marginDegrees = 0): boolean =>
  lng >= west - marginDegrees &&
  lng <= east + marginDegrees &&
  lat >= south - marginDegrees &&
  lat <= north + marginDegrees

/** Whether two bounds have any position in common; edges that touch do. */
export const boundsMeet = (a: Bounds, b: Bounds): boolean =>
  a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north

/** Bounds as an area: one closed ring from the south-west corner, counter-clockwise as GeoJSON has it. */
export const areaOfBounds = ({ west, south, east, north }: Bounds): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})
