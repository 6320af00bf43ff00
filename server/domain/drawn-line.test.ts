import { expect, test } from 'vitest'
import { metresBetween, metresPerDegree } from './distance.ts'
import { drawnLineOf, footOnEdge, lngLatOfPosition } from './drawn-line.ts'

test('a line is as long as its edges, one after another', () => {
  const line = drawnLineOf({
    type: 'LineString',
    coordinates: [
      [114, 29],
      [114, 29.01],
      [114.01, 29.01],
    ],
  })
  expect(line.edges).toHaveLength(2)
  expect(line.edges[1]?.startsAtMetres).toBeCloseTo(0.01 * metresPerDegree, 6)
  expect(line.lengthMetres).toBeCloseTo(0.01 * metresPerDegree + metresBetween([114, 29.01], [114.01, 29.01]), 6)
})

test('the foot lies square to the edge, or at its end', () => {
  const [edge] = drawnLineOf({
    type: 'LineString',
    coordinates: [
      [114, 29],
      [114, 29.01],
    ],
  }).edges
  if (!edge) throw new Error('a line of two places has an edge')
  const beside = footOnEdge(edge, [114.0005, 29.0025])
  expect(beside.at[0]).toBe(114)
  expect(beside.at[1]).toBeCloseTo(29.0025, 9)
  expect(beside.distanceMetres).toBeCloseTo(metresBetween([114.0005, 29.0025], [114, 29.0025]), 6)
  expect(beside.alongMetres).toBeCloseTo(0.0025 * metresPerDegree, 4)
  const before = footOnEdge(edge, [114, 28.999])
  expect(before).toMatchObject({ at: [114, 29], alongMetres: 0 })
  const past = footOnEdge(edge, [114.001, 29.02])
  expect(past.at[1]).toBeCloseTo(29.01, 12)
  expect(past.alongMetres).toBeCloseTo(edge.lengthMetres, 9)
})

test('a line drawn as a single place is that place', () => {
  const line = drawnLineOf({ type: 'LineString', coordinates: [[114, 29]] })
  expect(line.lengthMetres).toBe(0)
  const [edge] = line.edges
  expect(edge && footOnEdge(edge, [114, 29.0001]).distanceMetres).toBeCloseTo(0.0001 * metresPerDegree, 6)
})

test('an altitude is let go, and what is no position is refused', () => {
  expect(lngLatOfPosition([114, 29, 250])).toEqual([114, 29])
  expect(() => lngLatOfPosition([114])).toThrow(RangeError)
  expect(() => lngLatOfPosition([114, Number.NaN])).toThrow(RangeError)
  expect(() => drawnLineOf({ type: 'LineString', coordinates: [] })).toThrow(RangeError)
  expect(() => drawnLineOf({ type: 'MultiLineString', coordinates: [[]] })).toThrow(RangeError)
})
