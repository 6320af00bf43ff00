import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LngLat } from './distance.ts'
import { turnOfArrow, wayToSpot, windOf } from './way-to-spot.ts'

const spot: LngLat = [114.51, 29.08]
const at = (lngLat: LngLat, accuracyMetres: number | null = 5) => ({ lngLat, accuracyMetres })

test('the spot is named by the nearest of eight winds, each an eighth of the circle', () => {
  expect([0, 22, 23, 45, 90, 135, 180, 225, 270, 315, 337, 338, 359.9].map(windOf)).toEqual([
    ...['north', 'north', 'north-east', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west'],
    ...['north-west', 'north-west', 'north', 'north'],
  ])
  expect(windOf(-90)).toBe('west')
})

test('from south-west of a junction it lies to the north-east, as far as the map says', () => {
  // 25 m north and 25 m east of where one stands
  const from: LngLat = [114.51 - 0.000257, 29.08 - 0.000225]
  const way = wayToSpot(at(from), at(spot))
  expect(way.wind).toBe('north-east')
  expect(way.metres).toBeGreaterThan(34)
  expect(way.metres).toBeLessThan(37)
  expect(way.arrived).toBe(false)
})

test('one has arrived within the accuracy of the fix or of the spot, never nearer than a satellite can tell', () => {
  const twelveMetresSouth: LngLat = [114.51, 29.08 - 0.000108]
  expect(wayToSpot(at(twelveMetresSouth, 5), at(spot, 5)).arrived).toBe(false)
  expect(wayToSpot(at(twelveMetresSouth, 15), at(spot, 5)).arrived).toBe(true)
  expect(wayToSpot(at(twelveMetresSouth, 5), at(spot, 20)).arrived).toBe(true)
  expect(wayToSpot(at(twelveMetresSouth, 5), at(spot, null)).arrived).toBe(false)
  expect(wayToSpot(at([114.51, 29.08001], 0), at(spot, 0)).arrived).toBe(true)
})

test('a fix that may be anywhere in the valley never says that one has arrived', () => {
  const way = wayToSpot(at(spot, 400), at(spot, 5))
  expect(way).toMatchObject({ rough: true, arrived: false })
  expect(wayToSpot(at(spot, null), at(spot, 5)).rough).toBe(false)
})

test('a spot that is itself only roughly known does not swallow the way to it', () => {
  const kilometreNorth: LngLat = [114.51, 29.089]
  expect(wayToSpot(at(spot), at(kilometreNorth, 5000)).arrived).toBe(false)
})

test('the arrow points by north without a compass, else by where one looks', () => {
  expect(turnOfArrow(45, null)).toBe(45)
  expect(turnOfArrow(45, 45)).toBe(0)
  expect(turnOfArrow(10, 350)).toBe(20)
  const degrees = fc.double({ min: 0, max: 359.999, noNaN: true })
  fc.assert(
    fc.property(degrees, degrees, (bearing, heading) => {
      const turn = turnOfArrow(bearing, heading)
      expect(turn).toBeGreaterThanOrEqual(0)
      expect(turn).toBeLessThan(360)
    }),
  )
})
