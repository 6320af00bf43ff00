/** A local plane over the county, in metres east and north of its middle, good to 0.3 % over its extent. */
export type PlanePoint = readonly [eastMetres: number, northMetres: number]
export type LngLat = [lng: number, lat: number]
export type Box = { west: number; east: number; south: number; north: number }

export const countyBox: Box = { west: 113.93, east: 114.94, south: 28.69, north: 29.38 }

const middleLng = (countyBox.west + countyBox.east) / 2
const middleLat = (countyBox.south + countyBox.north) / 2

/** Metres in one degree of longitude and of latitude on the WGS-84 ellipsoid (series of the meridian arc). */
export const metresPerDegree = (lat: number): { lng: number; lat: number } => {
  const phi = (lat * Math.PI) / 180
  return {
    lng: 111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
    lat: 111132.92 - 559.82 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi),
  }
}

const middleScale = metresPerDegree(middleLat)

export const toPlane = ([lng, lat]: readonly [number, number]): PlanePoint => [
  (lng - middleLng) * middleScale.lng,
  (lat - middleLat) * middleScale.lat,
]

const round6 = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** Rounded to the sixth decimal (0.1 m), so that what two shapes share is the same number in both. */
export const toLngLat = ([east, north]: PlanePoint): LngLat => [
  round6(middleLng + east / middleScale.lng),
  round6(middleLat + north / middleScale.lat),
]

export const distanceMetres = (a: PlanePoint, b: PlanePoint): number => Math.hypot(a[0] - b[0], a[1] - b[1])

/** Twice-signed area halved: positive where the ring runs counter-clockwise; the ring need not be closed. */
export const ringAreaSquareMetres = (ring: readonly PlanePoint[]): number => {
  let sum = 0
  let before = ring.at(-1)
  for (const point of ring) {
    if (before) sum += before[0] * point[1] - point[0] * before[1]
    before = point
  }
  return sum / 2
}

/** Even-odd rule; a point exactly on the line may fall either way. */
export const isInRing = (point: PlanePoint, ring: readonly PlanePoint[]): boolean => {
  let inside = false
  let before = ring.at(-1)
  for (const corner of ring) {
    if (before && corner[1] > point[1] !== before[1] > point[1]) {
      const east = corner[0] + ((point[1] - corner[1]) / (before[1] - corner[1])) * (before[0] - corner[0])
      if (point[0] < east) inside = !inside
    }
    before = corner
  }
  return inside
}

export const distanceToSegmentMetres = (point: PlanePoint, from: PlanePoint, to: PlanePoint): number => {
  const dx = to[0] - from[0]
  const dy = to[1] - from[1]
  const span = dx * dx + dy * dy
  const t = span === 0 ? 0 : Math.min(1, Math.max(0, ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / span))
  return Math.hypot(point[0] - from[0] - t * dx, point[1] - from[1] - t * dy)
}

export const distanceToRingMetres = (point: PlanePoint, ring: readonly PlanePoint[]): number => {
  let least = Infinity
  let before = ring.at(-1)
  for (const corner of ring) {
    if (before) least = Math.min(least, distanceToSegmentMetres(point, before, corner))
    before = corner
  }
  return least
}

/** Length along the ellipsoid, each piece by the scale at its own latitude. */
export const lineLengthMetres = (line: readonly (readonly [number, number])[]): number => {
  let sum = 0
  for (let i = 1; i < line.length; i++) sum += stepMetres(line[i - 1], line[i])
  return sum
}

export const stepMetres = (a: readonly [number, number] | undefined, b: readonly [number, number] | undefined) => {
  if (!a || !b) return 0
  const scale = metresPerDegree((a[1] + b[1]) / 2)
  return Math.hypot((a[0] - b[0]) * scale.lng, (a[1] - b[1]) * scale.lat)
}
