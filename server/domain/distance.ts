/** A WGS-84 position in degrees, longitude first, as GeoJSON has it. */
export type LngLat = readonly [lng: number, lat: number]

/** A rectangle in degrees; west <= east (never across the antimeridian) and south <= north, edges included. */
export type Bounds = { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

/** Where a county's own bounds are not known, nothing lies outside them. */
export const wholeEarth: Bounds = { west: -180, south: -90, east: 180, north: 90 }

/** Mean radius of the earth, (2a + b) / 3 of the WGS-84 ellipsoid (IUGG R1). */
export const earthRadiusMetres = 6371008.8

export const radiansPerDegree = Math.PI / 180

/** Metres of one degree along a meridian, on the same sphere as every other figure here. */
export const metresPerDegree = earthRadiusMetres * radiansPerDegree

/**
 * Great-circle metres between two positions (haversine on the mean sphere).
 * Within 0.6 % of the ellipsoid everywhere: 0.3 m on the 50 m that the clearance checks ask about.
 */
export function metresBetween(a: LngLat, b: LngLat): number {
  const halfNorth = Math.sin(((b[1] - a[1]) * radiansPerDegree) / 2)
  const halfEast = Math.sin(((b[0] - a[0]) * radiansPerDegree) / 2)
  const haversine =
    halfNorth * halfNorth + Math.cos(a[1] * radiansPerDegree) * Math.cos(b[1] * radiansPerDegree) * halfEast * halfEast
  return 2 * earthRadiusMetres * Math.asin(Math.sqrt(Math.min(1, haversine)))
}

/** Degrees clockwise from north, 0 <= bearing < 360, in which one sets out from `a` to reach `b`; 0 when they coincide. */
export function bearingDegrees(a: LngLat, b: LngLat): number {
  const eastward = (b[0] - a[0]) * radiansPerDegree
  const [fromLat, toLat] = [a[1] * radiansPerDegree, b[1] * radiansPerDegree]
  const east = Math.sin(eastward) * Math.cos(toLat)
  const north = Math.cos(fromLat) * Math.sin(toLat) - Math.sin(fromLat) * Math.cos(toLat) * Math.cos(eastward)
  const degrees = Math.atan2(east, north) / radiansPerDegree
  return degrees < 0 ? (degrees + 360) % 360 : degrees
}

/**
 * The smallest rectangle that surely holds every position within `radiusMetres` of `centre`.
 * Cut off at the poles and at the antimeridian. Throws RangeError on a negative or non-finite radius.
 */
export function boundsAround(centre: LngLat, radiusMetres: number): Bounds {
  if (!(radiusMetres >= 0 && radiusMetres < Infinity)) throw new RangeError(`no radius: ${radiusMetres}`)
  const [lng, lat] = centre
  // A hair wider than the circle, so that rounding never leaves out a position exactly on its rim.
  const northward = (radiusMetres / metresPerDegree) * (1 + 1e-9) + 1e-12
  const south = Math.max(-90, lat - northward)
  const north = Math.min(90, lat + northward)
  // The circle bulges poleward: its widest parallel is a little beyond the centre's own.
  const sine = Math.sin(northward * radiansPerDegree) / Math.cos(lat * radiansPerDegree)
  const holdsPole = lat + northward >= 90 || lat - northward <= -90
  const eastward = holdsPole || sine >= 1 ? 360 : (Math.asin(sine) / radiansPerDegree) * (1 + 1e-9) + 1e-12
  return { west: Math.max(-180, lng - eastward), south, east: Math.min(180, lng + eastward), north }
}
