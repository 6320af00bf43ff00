import type { Position } from 'geojson'
import { expect, test } from 'vitest'
import { metresPerDegree } from './distance.ts'
import { drawnAreaOf, polygonHolds } from './drawn-area.ts'

const outer: Position[] = [
  [114, 29],
  [114.1, 29],
  [114.1, 29.1],
  [114, 29.1],
  [114, 29],
]
const hole: Position[] = [
  [114.02, 29.02],
  [114.02, 29.04],
  [114.04, 29.04],
  [114.04, 29.02],
  [114.02, 29.02],
]

test('an area is measured on the earth, its holes taken off, whichever way its rings run', () => {
  const widthMetres = 0.1 * metresPerDegree * Math.cos((29.05 * Math.PI) / 180)
  const solid = drawnAreaOf({ type: 'Polygon', coordinates: [outer] }).areaSquareMetres
  expect(solid / (widthMetres * 0.1 * metresPerDegree)).toBeCloseTo(1, 5)
  const pierced = drawnAreaOf({ type: 'Polygon', coordinates: [outer, hole] }).areaSquareMetres
  expect(pierced / solid).toBeCloseTo(0.96, 3)
  const reversed = drawnAreaOf({ type: 'Polygon', coordinates: [outer.toReversed(), hole.toReversed()] })
  expect(reversed.areaSquareMetres).toBeCloseTo(pierced, 3)
})

test('a ring left open is closed, on the diagonal and along an axis', () => {
  for (const corners of [3, 4]) {
    const open = outer.slice(0, corners)
    const [polygon] = drawnAreaOf({ type: 'Polygon', coordinates: [open] }).polygons
    if (!polygon) throw new Error('one polygon was put in')
    expect(polygonHolds(polygon, [114.09, 29.05])).toBe(true)
    expect(polygonHolds(polygon, [114.02, 29.05])).toBe(corners === 4)
  }
})

test('corners, edges and the rims of holes belong to the area, the hole does not', () => {
  const [polygon] = drawnAreaOf({ type: 'Polygon', coordinates: [outer, hole] }).polygons
  if (!polygon) throw new Error('one polygon was put in')
  for (const inside of [
    [114, 29],
    [114.05, 29],
    [114.1, 29.05],
    [114.02, 29.03],
    [114.04, 29.04],
    [114.01, 29.01],
  ] as const) {
    expect(polygonHolds(polygon, inside)).toBe(true)
  }
  for (const outside of [
    [114.03, 29.03],
    [113.999999, 29.05],
    [114.05, 29.100001],
  ] as const) {
    expect(polygonHolds(polygon, outside)).toBe(false)
  }
})

test('what encloses nothing is refused', () => {
  const fault = (coordinates: Position[][]) => () => drawnAreaOf({ type: 'Polygon', coordinates })
  expect(fault([])).toThrow(RangeError)
  expect(fault([outer.slice(0, 2)])).toThrow(RangeError)
  expect(fault([[[114, 29], [114.1], [114.1, 29.1]]])).toThrow(RangeError)
  expect(() => drawnAreaOf({ type: 'MultiPolygon', coordinates: [] })).toThrow(RangeError)
})
