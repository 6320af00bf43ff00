import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bearingDegrees, boundsAround, type LngLat, metresBetween, metresPerDegree } from './distance.ts'

const anywhere = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true }),
)

test('one degree along a meridian is 111.195 km, and along the parallel of 60° half of that', () => {
  expect(metresPerDegree).toBeCloseTo(111195.08, 1)
  expect(metresBetween([114, 28.5], [114, 29.5])).toBeCloseTo(metresPerDegree, 6)
  expect(metresBetween([10, 60], [10.001, 60])).toBeCloseTo(metresPerDegree / 2000, 3)
})

test('a fix in the wrong datum lies 500 to 650 m off in this county, to the south-east', () => {
  const wgs: LngLat = [114.3947, 29.0019]
  const takenForGcj: LngLat = [114.400114, 28.999116]
  expect(metresBetween(wgs, takenForGcj)).toBeGreaterThan(500)
  expect(metresBetween(wgs, takenForGcj)).toBeLessThan(650)
  expect(bearingDegrees(wgs, takenForGcj)).toBeGreaterThan(90)
  expect(bearingDegrees(wgs, takenForGcj)).toBeLessThan(180)
})

test('positions half the earth apart are half its circumference apart', () => {
  expect(metresBetween([0, 0], [180, 0])).toBeCloseTo(metresPerDegree * 180, 3)
  expect(metresBetween([114, 29], [-66, -29])).toBeCloseTo(metresPerDegree * 180, 0)
})

test('the bearing is counted clockwise from north', () => {
  expect(bearingDegrees([114, 29], [114, 29.01])).toBeCloseTo(0, 6)
  expect(bearingDegrees([114, 0], [114.01, 0])).toBeCloseTo(90, 6)
  expect(bearingDegrees([114, 29], [114, 28.99])).toBeCloseTo(180, 6)
  expect(bearingDegrees([114, 0], [113.99, 0])).toBeCloseTo(270, 6)
  expect(bearingDegrees([114, 29], [114, 29])).toBe(0)
})

test('distance is the same both ways and nothing only at the place itself', () => {
  fc.assert(
    fc.property(anywhere, anywhere, (a, b) => {
      expect(metresBetween(a, b)).toBe(metresBetween(b, a))
      expect(metresBetween(a, a)).toBe(0)
      const bearing = bearingDegrees(a, b)
      expect(bearing).toBeGreaterThanOrEqual(0)
      expect(bearing).toBeLessThan(360)
    }),
  )
})

test('the rectangle around a place leaves out nothing within the radius', () => {
  const inner = fc.tuple(fc.double({ min: -170, max: 170, noNaN: true }), fc.double({ min: -80, max: 80, noNaN: true }))
  const degrees = fc.double({ min: -0.5, max: 0.5, noNaN: true })
  fc.assert(
    fc.property(inner, degrees, degrees, (centre, eastward, northward) => {
      const place: LngLat = [centre[0] + eastward, centre[1] + northward]
      const box = boundsAround(centre, metresBetween(centre, place))
      expect(place[0]).toBeGreaterThanOrEqual(box.west)
      expect(place[0]).toBeLessThanOrEqual(box.east)
      expect(place[1]).toBeGreaterThanOrEqual(box.south)
      expect(place[1]).toBeLessThanOrEqual(box.north)
    }),
  )
})

test('the rectangle around a place is no wider than its radius asks for', () => {
  const box = boundsAround([114.4, 29], 50)
  expect(metresBetween([114.4, 29], [box.east, 29])).toBeCloseTo(50, 3)
  expect(metresBetween([114.4, 29], [114.4, box.north])).toBeCloseTo(50, 3)
})

test('a circle that holds the pole holds every longitude', () => {
  expect(boundsAround([30, 89.999], 1000)).toMatchObject({ west: -180, east: 180, north: 90 })
  expect(() => boundsAround([30, 20], -1)).toThrow(RangeError)
  expect(() => boundsAround([30, 20], Number.NaN)).toThrow(RangeError)
})
