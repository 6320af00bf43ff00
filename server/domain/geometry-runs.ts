import type { Geometry, Position } from 'geojson'

/**
 * Every run of positions of a geometry, in order: its lines, or the rings of its areas, holes behind their outlines.
 * Positions as they are (WGS-84 degrees where the geometry is), not copied. Points have no run: empty for them.
 */
export function runsOf(geometry: Geometry): readonly Position[][] {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return []
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
    case 'GeometryCollection':
      return geometry.geometries.flatMap(runsOf)
  }
}

/** Every position of a geometry of whatever kind, in order; a ring's first stands again as its last. */
export function positionsOf(geometry: Geometry): readonly Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates
    case 'GeometryCollection':
      return geometry.geometries.flatMap(positionsOf)
    default:
      return runsOf(geometry).flat()
  }
}
