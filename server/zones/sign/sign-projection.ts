import type { Position } from 'geojson'
import { isWithin } from '../../domain/bounds.ts'
import type { Bounds, LngLat } from '../../domain/distance.ts'
import { metresPerDegree, radiansPerDegree } from '../../domain/distance.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Projection {
  readonly bounds: Bounds
  readonly at: (lngLat: LngLat | Position) => readonly [x: number, y: number]
  /** On the ground, of one unit of the drawing. */
  readonly metresPerUnit: number
  readonly holds: (lngLat: LngLat) => boolean
}

const leastSpanMetres = 900
const margin = 1.16

/** North up, true to scale in its middle: a zone is too small for the earth's roundness to show. */
export const projectionInto = ({ west, south, east, north }: Bounds, box: Box): Projection => {
  const [lng0, lat0] = [(west + east) / 2, (south + north) / 2]
  const metresEast = metresPerDegree * Math.cos(lat0 * radiansPerDegree)
  const spanX = Math.max((east - west) * metresEast, leastSpanMetres) * margin
  const spanY = Math.max((north - south) * metresPerDegree, leastSpanMetres) * margin
  const metresPerUnit = Math.max(spanX / box.width, spanY / box.height)
  const [halfX, halfY] = [(box.width / 2) * metresPerUnit, (box.height / 2) * metresPerUnit]
  const bounds = {
    west: lng0 - halfX / metresEast,
    east: lng0 + halfX / metresEast,
    south: lat0 - halfY / metresPerDegree,
    north: lat0 + halfY / metresPerDegree,
  }
  return {
    bounds,
    metresPerUnit,
    at: ([lng = 0, lat = 0]) => [
      box.x + box.width / 2 + ((lng - lng0) * metresEast) / metresPerUnit,
      box.y + box.height / 2 - ((lat - lat0) * metresPerDegree) / metresPerUnit,
    ],
    holds: (lngLat) => isWithin(lngLat, bounds),
  }
}

/** A round length that fills about a fifth of the width: 200 m, 500 m, 1 km ... */
export const scaleLengthMetres = (metresPerUnit: number, width: number): number => {
  const wanted = (metresPerUnit * width) / 5
  const power = 10 ** Math.floor(Math.log10(wanted))
  const step = [5, 2, 1].find((factor) => factor * power <= wanted) ?? 1
  return step * power
}
