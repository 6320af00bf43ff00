import type { LineString, MultiLineString, MultiPolygon } from 'geojson'
import type { LngLat } from './distance.ts'
import { drawnAreaOf, polygonHolds } from './drawn-area.ts'
import { drawnLineOf, footOnEdge } from './drawn-line.ts'
import { runsOf } from './geometry-runs.ts'
import type { ExtentGeometry } from './hazard-extent.ts'

/** Metres from a position to the nearest point of a stretch or an area; nought inside an area. */
export const metresFromDrawing = (geometry: ExtentGeometry | MultiPolygon, place: LngLat): number => {
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
  if (isArea && drawnAreaOf(geometry).polygons.some((polygon) => polygonHolds(polygon, place))) return 0
  const line: LineString | MultiLineString = isArea
    ? { type: 'MultiLineString', coordinates: [...runsOf(geometry)] }
    : geometry
  // a county's border has more edges than a call takes arguments
  return drawnLineOf(line).edges.reduce(
    (least, edge) => Math.min(least, footOnEdge(edge, place).distanceMetres),
    Infinity,
  )
}
