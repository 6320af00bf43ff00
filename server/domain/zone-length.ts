import type { Geometry } from 'geojson'
import { drawnLineOf } from './drawn-line.ts'

interface Stretch {
  readonly fromMetres: number | null
  readonly toMetres: number | null
  readonly geometry: Geometry
}

/** Metres of a zone along a road: by its stakes where it has both, else along its drawing; null of what is no line. */
export const zoneLengthMetres = ({ fromMetres, toMetres, geometry }: Stretch): number | null => {
  if (fromMetres !== null && toMetres !== null) return Math.abs(toMetres - fromMetres)
  return geometry.type === 'LineString' || geometry.type === 'MultiLineString'
    ? drawnLineOf(geometry).lengthMetres
    : null
}
