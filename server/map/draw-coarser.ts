import type { LineString, Position } from 'geojson'
import type { ZoneGeometry } from '../../db/schema/zones.ts'
import { metresPerDegree, radiansPerDegree } from '../domain/distance.ts'

/** Coordinates leave with five decimals: 1.1 m, finer than any zone or road here is surveyed. */
const stepsPerDegree = 1e5
/** How far that rounding alone may move a vertex: half the diagonal of a step. */
export const roundingMetres = (metresPerDegree / stepsPerDegree) * Math.SQRT1_2

const snapped = (degrees: number, gridSteps: number): number =>
  (Math.round((degrees * stepsPerDegree) / gridSteps) * gridSteps) / stepsPerDegree

const snappedLine = (line: readonly Position[], gridSteps: number): Position[] => {
  const kept: Position[] = []
  for (const [lng = 0, lat = 0] of line) {
    const place = [snapped(lng, gridSteps), snapped(lat, gridSteps)]
    const last = kept.at(-1)
    if (!last || last[0] !== place[0] || last[1] !== place[1]) kept.push(place)
  }
  return kept
}

/** A ring that the grid would swallow keeps its finest drawing, so that no zone vanishes from the map. */
const snappedRing = (ring: readonly Position[], gridSteps: number): Position[] => {
  const coarse = snappedLine(ring, gridSteps)
  return coarse.length >= 4 ? coarse : ring.map(([lng = 0, lat = 0]) => [snapped(lng, 1), snapped(lat, 1)])
}

/**
 * A geometry on a grid so wide that no vertex moves further than `strayMetres`, and no finer than five decimals.
 * Neighbours stay neighbours: a vertex they share is moved to the same place for both.
 */
export const onGrid = (geometry: ZoneGeometry, strayMetres: number): ZoneGeometry => {
  const steps = Math.max(1, Math.floor(strayMetres / roundingMetres))
  switch (geometry.type) {
    case 'LineString':
      return { type: 'LineString', coordinates: wholeLine(geometry.coordinates, steps) }
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map((line) => wholeLine(line, steps)) }
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => snappedRing(ring, steps)) }
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map((ring) => snappedRing(ring, steps))),
      }
  }
}

/** A line needs two positions to be one, even where both are the same. */
const wholeLine = (line: readonly Position[], gridSteps: number): Position[] => {
  const kept = snappedLine(line, gridSteps)
  return kept.length === 1 ? [...kept, ...kept] : kept
}

/**
 * A line without the bends that stray less than so many metres from it (Douglas and Peucker's rule), its ends kept.
 * Measured on the plane at the line's beginning: exact enough within a county.
 */
export const thinnedLine = (line: LineString, strayMetres: number): LineString => {
  const { coordinates } = line
  const [, firstLat = 0] = coordinates[0] ?? []
  const metresPerDegreeEast = metresPerDegree * Math.cos(firstLat * radiansPerDegree)
  const places = coordinates.map(([lng = 0, lat = 0]) => [lng * metresPerDegreeEast, lat * metresPerDegree] as const)
  const kept = new Set([0, places.length - 1])
  const stretches: (readonly [number, number])[] = [[0, places.length - 1]]
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const [from, to] = stretch
    const { index, metres } = furthestBetween(places, from, to)
    if (metres <= strayMetres) continue
    kept.add(index)
    stretches.push([from, index], [index, to])
  }
  return { type: 'LineString', coordinates: coordinates.filter((_, i) => kept.has(i)) }
}

type Place = readonly [east: number, north: number]

const furthestBetween = (places: readonly Place[], from: number, to: number): { index: number; metres: number } => {
  const [a, b] = [places[from], places[to]]
  let furthest = { index: from, metres: -1 }
  if (!a || !b) return furthest
  for (let index = from + 1; index < to; index++) {
    const place = places[index]
    if (!place) continue
    const metres = metresFromChord(place, a, b)
    if (metres > furthest.metres) furthest = { index, metres }
  }
  return furthest
}

const metresFromChord = (place: Place, a: Place, b: Place): number => {
  const [east, north] = [b[0] - a[0], b[1] - a[1]]
  const squared = east * east + north * north
  const along = squared === 0 ? 0 : ((place[0] - a[0]) * east + (place[1] - a[1]) * north) / squared
  const share = Math.min(1, Math.max(0, along))
  return Math.hypot(place[0] - a[0] - share * east, place[1] - a[1] - share * north)
}
