import type { LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson'
import { boundsOf } from './bounds.ts'
import { type LngLat, metresBetween } from './distance.ts'
import { lngLatOfPosition } from './drawn-line.ts'
import { positionsOf } from './geometry-runs.ts'
import { metresFromDrawing } from './metres-from-drawing.ts'
import { positionAtShare } from './position-of-stake.ts'

export type Drawing = Point | LineString | MultiLineString | Polygon | MultiPolygon

const middleOf = (drawing: Drawing): LngLat | null => {
  if (drawing.type === 'Point') return lngLatOfPosition(drawing.coordinates)
  if (drawing.type === 'LineString' || drawing.type === 'MultiLineString') return positionAtShare(drawing, 0.5)
  const bounds = boundsOf(positionsOf(drawing))
  return bounds && [(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2]
}

const metresFrom = (drawing: Drawing, place: LngLat): number =>
  drawing.type === 'Point'
    ? metresBetween(lngLatOfPosition(drawing.coordinates), place)
    : metresFromDrawing(drawing, place)

/**
 * Metres by which what was drawn in one place is now drawn in another: from the middle of either to the nearest point of
 * the other, whichever is less. A road drawn longer, or a border drawn anew around the same ground, has not moved.
 * WGS-84; nought where a line has no length.
 */
export const metresMoved = (before: Drawing, now: Drawing): number => {
  const [was, is] = [middleOf(before), middleOf(now)]
  return was && is ? Math.min(metresFrom(before, is), metresFrom(now, was)) : 0
}
