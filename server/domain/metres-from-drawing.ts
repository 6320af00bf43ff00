import type { LngLat } from './distance.ts'
import { drawnAreaOf, polygonHolds } from './drawn-area.ts'
import { drawnLineOf, footOnEdge } from './drawn-line.ts'
import type { ExtentGeometry } from './hazard-extent.ts'

/** Metres from a position to the nearest point of a stretch or an area; nought inside an area. */
export const metresFromDrawing = (geometry: ExtentGeometry, place: LngLat): number => {
  if (geometry.type === 'Polygon' && drawnAreaOf(geometry).polygons.some((polygon) => polygonHolds(polygon, place)))
    return 0
  const line = geometry.type === 'Polygon' ? ringsOf(geometry.coordinates) : geometry
  return Math.min(...drawnLineOf(line).edges.map((edge) => footOnEdge(edge, place).distanceMetres))
}

const ringsOf = (coordinates: number[][][]) => ({ type: 'MultiLineString' as const, coordinates })
