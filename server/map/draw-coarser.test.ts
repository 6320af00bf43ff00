import type { LineString, Polygon, Position } from 'geojson'
import { expect, test } from 'vitest'
import { metresBetween } from '../domain/distance.ts'
import { drawnLineOf, footOnEdge } from '../domain/drawn-line.ts'
import { onGrid, roundingMetres, thinnedLine } from './draw-coarser.ts'

const ringOf = (geometry: ReturnType<typeof onGrid>): Position[] =>
  geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : []

/** A border that wanders in both axes, the same text of figures for both neighbours. */
const border: Position[] = Array.from({ length: 200 }, (_, i) => [
  114.5 + Math.sin(i * 1.7) * 0.0011 + i * 1e-7,
  29 + i * 0.000371 + Math.cos(i * 2.3) * 0.0002,
])
const west: Polygon = {
  type: 'Polygon',
  coordinates: [[...border, [114.4, 29.07], [114.4, 29], ...border.slice(0, 1)]],
}
const east: Polygon = {
  type: 'Polygon',
  coordinates: [[...border.toReversed(), [114.6, 29], [114.6, 29.07], ...border.slice(-1)]],
}

test('coordinates leave with no more than five decimals, within the metre', () => {
  const line: LineString = { type: 'LineString', coordinates: border }
  const drawn = onGrid(line, 1)
  expect(drawn.type).toBe('LineString')
  for (const [i, position] of (drawn.type === 'LineString' ? drawn.coordinates : []).entries()) {
    for (const degrees of position) expect(String(degrees)).toMatch(/^\d+(\.\d{1,5})?$/)
    const [lng = 0, lat = 0] = position
    const [fromLng = 0, fromLat = 0] = border[i] ?? []
    expect(metresBetween([lng, lat], [fromLng, fromLat])).toBeLessThanOrEqual(roundingMetres * 1.001)
  }
})

test('drawn coarser, neighbouring zones still share their border to the letter', () => {
  const [ofWest, ofEast] = [onGrid(west, 25), onGrid(east, 25)].map(ringOf)
  const shared = (ring: Position[] | undefined) =>
    new Set((ring ?? []).filter(([lng = 0]) => lng > 114.45 && lng < 114.55).map((position) => position.join(' ')))
  expect(shared(ofWest).size).toBeGreaterThan(20)
  expect(shared(ofWest).size).toBeLessThanOrEqual(border.length)
  expect(shared(ofEast)).toEqual(shared(ofWest))
})

test('a coarser ring stays closed and no vertex strays further than was said', () => {
  const ring = ringOf(onGrid(west, 25))
  expect(ring.at(-1)).toEqual(ring[0])
  for (const [lng = 0, lat = 0] of border) {
    const nearest = Math.min(...ring.map(([a = 0, b = 0]) => metresBetween([a, b], [lng, lat])))
    expect(nearest).toBeLessThanOrEqual(25)
  }
})

test('a zone smaller than the grid does not vanish', () => {
  const yard: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [114.50001, 29.00001],
        [114.50004, 29.00001],
        [114.50004, 29.00004],
        [114.50001, 29.00001],
      ],
    ],
  }
  expect(ringOf(onGrid(yard, 100))).toEqual(yard.coordinates[0])
})

test('a thinned road keeps its ends and strays nowhere further than was said', () => {
  const road: LineString = { type: 'LineString', coordinates: border }
  const thin = thinnedLine(road, 60)
  expect(thin.coordinates.length).toBeLessThan(border.length)
  expect(thin.coordinates[0]).toEqual(border[0])
  expect(thin.coordinates.at(-1)).toEqual(border.at(-1))
  const { edges } = drawnLineOf(thin)
  for (const [lng = 0, lat = 0] of border) {
    const strays = Math.min(...edges.map((edge) => footOnEdge(edge, [lng, lat]).distanceMetres))
    expect(strays).toBeLessThanOrEqual(60.5)
  }
})

test('a straight road is thinned to its two ends, a winding one at no tolerance not at all', () => {
  const straight = Array.from({ length: 50 }, (_, i) => [114 + i * 0.001, 29.05])
  expect(thinnedLine({ type: 'LineString', coordinates: straight }, 1).coordinates).toHaveLength(2)
  expect(thinnedLine({ type: 'LineString', coordinates: border }, 0).coordinates).toHaveLength(border.length)
})
