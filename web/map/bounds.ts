import type { Geometry, Position } from 'geojson'

export type LngLat = readonly [longitude: number, latitude: number]

/** Degrees, the west and south edges first. */
export interface Bounds {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export const isWithin = ([longitude, latitude]: LngLat, { west, south, east, north }: Bounds): boolean =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north

/** The smallest bounds around all positions; null around nothing. */
export const boundsOf = (positions: Iterable<Position>): Bounds | null => {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [longitude, latitude] of positions) {
    if (longitude === undefined || latitude === undefined) continue
    west = Math.min(west, longitude)
    south = Math.min(south, latitude)
    east = Math.max(east, longitude)
    north = Math.max(north, latitude)
  }
  return west <= east ? { west, south, east, north } : null
}

export const positionsOf = (geometry: Geometry): Position[] => {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'LineString':
    case 'MultiPoint':
      return geometry.coordinates
    case 'Polygon':
    case 'MultiLineString':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positionsOf)
  }
}
