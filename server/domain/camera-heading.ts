import { radiansPerDegree } from './distance.ts'

/** How a device is held, as its sensors tell: Tait-Bryan angles Z-X'-Y'' in degrees, alpha counted from north. */
export interface Held {
  readonly alpha: number
  readonly beta: number
  readonly gamma: number
}

/** Below this share the camera looks so steeply at the ground or sky that its direction says nothing. */
const leastLevel = 0.35

const clockwiseFromNorth = (east: number, north: number): number => {
  const degrees = Math.atan2(east, north) / radiansPerDegree
  return degrees < 0 ? degrees + 360 : degrees
}

/**
 * Degrees clockwise from north in which the rear camera looks: the level part of the vector out of the back
 * (Device Orientation specification, worked example A.1). A device lying flat has none; there the upper edge of
 * what is on its screen counts, `screenDegrees` being how far the screen is turned.
 */
export function cameraHeading({ alpha, beta, gamma }: Held, screenDegrees: number): number {
  const [z, x, y] = [alpha * radiansPerDegree, beta * radiansPerDegree, gamma * radiansPerDegree]
  const [cosZ, sinZ, sinX, cosX, cosY, sinY] = [
    Math.cos(z),
    Math.sin(z),
    Math.sin(x),
    Math.cos(x),
    Math.cos(y),
    Math.sin(y),
  ]
  const east = -cosZ * sinY - sinZ * sinX * cosY
  const north = -sinZ * sinY + cosZ * sinX * cosY
  if (Math.hypot(east, north) >= leastLevel) return clockwiseFromNorth(east, north)
  const upperEdge = clockwiseFromNorth(-sinZ * cosX, cosZ * cosX)
  return (upperEdge + screenDegrees + 360) % 360
}

/** Between two headings the shorter way round, `share` of it: a compass trembles, an arrow must not. */
export function steadied(before: number | null, now: number, share: number): number {
  if (before === null) return now
  const difference = ((now - before + 540) % 360) - 180
  return (before + difference * share + 360) % 360
}
