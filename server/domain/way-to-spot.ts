import { bearingDegrees, type LngLat, metresBetween } from './distance.ts'

/** The eight winds, clockwise from north. */
export const winds = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'] as const
export type Wind = (typeof winds)[number]

export interface Located {
  readonly lngLat: LngLat
  /** Radius within which the device believes itself to be; null where nobody measured it (a pin set by hand). */
  readonly accuracyMetres: number | null
}

export interface WayToSpot {
  readonly metres: number
  /** Clockwise from north, 0 <= bearing < 360. */
  readonly bearingDegrees: number
  readonly wind: Wind
  /** Nearer than the two positions can be told apart: there is no sense in walking on by them. */
  readonly arrived: boolean
  /** The device knows so little of where it is that neither arrow nor distance means much. */
  readonly rough: boolean
}

/** A fix worse than this says which valley, not which side of the junction. */
export const roughFixMetres = 30

/** Nobody stands nearer to a spot than this by satellite, whatever a device claims. */
const leastErrorMetres = 3

/** The wind nearest to a bearing in degrees (any number, also negative); each has 45°. */
export function windOf(bearing: number): Wind {
  const eighth = ((Math.round(bearing / 45) % 8) + 8) % 8
  return winds[eighth] ?? 'north'
}

/** How to go from where one stands to a spot: great-circle metres, bearing, and whether one is there. */
export function wayToSpot(from: Located, spot: Located): WayToSpot {
  const metres = metresBetween(from.lngLat, spot.lngLat)
  const bearing = bearingDegrees(from.lngLat, spot.lngLat)
  const own = from.accuracyMetres ?? roughFixMetres
  const rough = own > roughFixMetres
  const within = Math.max(leastErrorMetres, own, Math.min(spot.accuracyMetres ?? 0, roughFixMetres))
  return { metres, bearingDegrees: bearing, wind: windOf(bearing), arrived: !rough && metres <= within, rough }
}

/** Degrees by which an arrow pointing up is turned clockwise: by the compass, or by north where there is none. */
export function turnOfArrow(bearing: number, headingDegrees: number | null): number {
  return (((bearing - (headingDegrees ?? 0)) % 360) + 360) % 360
}
