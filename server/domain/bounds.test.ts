import { expect, test } from 'vitest'
import { areaOfBounds, boundsMeet, boundsOf, isWithin } from './bounds.ts'
import type { Bounds } from './distance.ts'
import { positionsOf, runsOf } from './geometry-runs.ts'

const square: Bounds = { west: 114, south: 29, east: 114.5, north: 29.25 }

test('bounds go round every position of whatever kind of geometry, and round nothing there are none', () => {
  expect(boundsOf(positionsOf(areaOfBounds(square)))).toEqual(square)
  const corner = { type: 'Point' as const, coordinates: [115, 28, 640] }
  const both = { type: 'GeometryCollection' as const, geometries: [corner, areaOfBounds(square)] }
  expect(boundsOf(positionsOf(both))).toEqual({ west: 114, south: 28, east: 115, north: 29.25 })
  expect(boundsOf([])).toBeNull()
  expect(boundsOf(positionsOf({ type: 'MultiPolygon', coordinates: [] }))).toBeNull()
})

test('a margin widens bounds on all sides', () => {
  expect(boundsOf(positionsOf(areaOfBounds(square)), 0.25)).toEqual({
    ...{ west: 113.75, south: 28.75, east: 114.75, north: 29.5 },
  })
})

test('the edge belongs to the bounds, for a position as for other bounds', () => {
  expect(isWithin([114.5, 29.25], square)).toBe(true)
  expect(isWithin([114.75, 29.25], square)).toBe(false)
  expect(isWithin([114.75, 29.25], square, 0.25)).toBe(true)
  expect(isWithin([Number.NaN, 29.25], square, 0.25)).toBe(false)
  expect(boundsMeet(square, { west: 114.5, south: 29.25, east: 115, north: 30 })).toBe(true)
  expect(boundsMeet(square, { west: 114, south: 29.5, east: 114.5, north: 30 })).toBe(false)
})

test('runs are lines and rings, holes among them; points have none', () => {
  const [ring = []] = areaOfBounds(square).coordinates
  const hole = ring.map(([lng = 0, lat = 0]) => [lng / 2, lat / 2])
  expect(runsOf({ type: 'LineString', coordinates: ring })).toEqual([ring])
  expect(runsOf({ type: 'MultiPolygon', coordinates: [[ring, hole], [ring]] })).toEqual([ring, hole, ring])
  expect(runsOf({ type: 'MultiPoint', coordinates: ring })).toEqual([])
  expect(positionsOf({ type: 'Polygon', coordinates: [ring, hole] })).toEqual([...ring, ...hole])
})
