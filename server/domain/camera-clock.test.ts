import { expect, test } from 'vitest'
import { aheadByClockFace, aheadOf, clockDifference, realTimeMs } from './camera-clock.ts'

const at = (instant: string): number => Date.parse(instant)
const minute = 60_000

test('a camera that runs ahead noted a later time than it was', () => {
  expect(realTimeMs(at('2026-11-21T02:03:20Z'), 200_000)).toBe(at('2026-11-21T02:00:00Z'))
  expect(realTimeMs(at('2026-11-21T01:58:00Z'), -2 * minute)).toBe(at('2026-11-21T02:00:00Z'))
})

test('the photo of a clock tells the difference, across midnight too', () => {
  expect(aheadByClockFace(at('2026-11-21T02:03:20Z'), at('2026-11-21T02:00:00Z'))).toBe(200_000)
  expect(aheadByClockFace(at('2026-11-21T02:00:00Z'), at('2026-11-21T02:03:20Z'))).toBe(-200_000)
  expect(aheadByClockFace(at('2026-11-21T00:01:00Z'), at('2026-11-21T23:59:00Z'))).toBe(2 * minute)
  expect(aheadByClockFace(at('2026-11-21T23:59:00Z'), at('2026-11-21T00:01:00Z'))).toBe(-2 * minute)
})

test('a camera left on another zone is hours off, and that is found the same way', () => {
  expect(aheadByClockFace(at('2026-11-21T03:00:00Z'), at('2026-11-21T02:00:00Z'))).toBe(60 * minute)
  expect(aheadByClockFace(at('2026-11-21T14:00:00Z'), at('2026-11-21T02:00:00Z'))).toBe(12 * 60 * minute)
})

test('a difference is said in days, hours, minutes and seconds, and read back from them', () => {
  expect(clockDifference(200_000)).toEqual({ side: 'ahead', days: 0, hours: 0, minutes: 3, seconds: 20 })
  expect(clockDifference(-90_061_000)).toEqual({ side: 'behind', days: 1, hours: 1, minutes: 1, seconds: 1 })
  expect(clockDifference(400).side).toBe('even')
  for (const ms of [0, 1000, -1000, 3_599_000, -86_400_000, 90_061_000]) expect(aheadOf(clockDifference(ms))).toBe(ms)
})
