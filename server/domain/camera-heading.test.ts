import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cameraHeading, steadied } from './camera-heading.ts'

const apart = (one: number, other: number): number => Math.abs(((one - other + 540) % 360) - 180)

test('held upright towards a wind, the camera looks at that wind', () => {
  // alpha counts against the clock from north
  expect(apart(cameraHeading({ alpha: 0, beta: 90, gamma: 0 }, 0), 0)).toBeLessThan(1e-6)
  expect(apart(cameraHeading({ alpha: 270, beta: 90, gamma: 0 }, 0), 90)).toBeLessThan(1e-6)
  expect(apart(cameraHeading({ alpha: 180, beta: 90, gamma: 0 }, 0), 180)).toBeLessThan(1e-6)
  expect(apart(cameraHeading({ alpha: 90, beta: 90, gamma: 0 }, 0), 270)).toBeLessThan(1e-6)
})

test('tilting the phone up or down while it is upright does not turn the arrow', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 359 }), fc.integer({ min: 40, max: 140 }), (alpha, beta) => {
      expect(apart(cameraHeading({ alpha, beta, gamma: 0 }, 0), 360 - alpha)).toBeLessThan(1e-6)
    }),
  )
})

test('held across, the camera still looks where its back points, however the screen is turned', () => {
  // on its left side, the back to the east: alpha 0, turned by -90 about its own length
  const across = { alpha: 0, beta: 0, gamma: -90 }
  expect(apart(cameraHeading(across, 0), 90)).toBeLessThan(1e-6)
  expect(apart(cameraHeading(across, 90), 90)).toBeLessThan(1e-6)
})

test('lying flat, the upper edge of the screen counts, also when the screen is turned', () => {
  expect(apart(cameraHeading({ alpha: 0, beta: 0, gamma: 0 }, 0), 0)).toBeLessThan(1e-6)
  expect(apart(cameraHeading({ alpha: 270, beta: 0, gamma: 0 }, 0), 90)).toBeLessThan(1e-6)
  expect(apart(cameraHeading({ alpha: 0, beta: 0, gamma: 0 }, 90), 90)).toBeLessThan(1e-6)
})

test('a trembling compass is followed by the shorter way round, a share at a time', () => {
  expect(steadied(null, 123, 0.25)).toBe(123)
  expect(steadied(350, 10, 0.5)).toBe(0)
  expect(steadied(10, 350, 0.5)).toBe(0)
  expect(steadied(100, 140, 0.25)).toBe(110)
})
