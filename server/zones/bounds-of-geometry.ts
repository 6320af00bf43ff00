import type { Position } from 'geojson'
import type { ZoneGeometry } from '../../db/schema/zones.ts'
import type { Bounds } from '../domain/distance.ts'

/** Every run of positions of a geometry: its lines, or the rings of its areas. */
export const runsOf = (geometry: ZoneGeometry): readonly (readonly Position[])[] => {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
  }
}

/** Smallest bounds around a geometry, WGS-84 degrees, wider by a margin. */
export const boundsOfGeometry = (geometry: ZoneGeometry, marginDegrees = 0): Bounds => {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const run of runsOf(geometry))
    for (const [lng = 0, lat = 0] of run) {
      west = Math.min(west, lng)
      east = Math.max(east, lng)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    }
  const m = marginDegrees
  return { west: west - m, south: south - m, east: east + m, north: north + m }
}
