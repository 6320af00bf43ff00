import { expect, test } from 'vitest'
import { inspectionAge, monthsBefore, recentSince } from './inspection-age.ts'

test('months are counted by the calendar, and a day that a month lacks is its last', () => {
  expect(monthsBefore('2026-11-22', 12)).toBe('2025-11-22')
  expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28')
  expect(monthsBefore('2024-03-31', 1)).toBe('2024-02-29')
  expect(monthsBefore('2026-01-15', 2)).toBe('2025-11-15')
  expect(() => monthsBefore('2026-02-30', 1)).toThrow(RangeError)
})

test('what was looked at on the very day the months begin is recent, a moment before it is long ago', () => {
  const since = recentSince('2026-11-18T01:00:00.000Z', 6)
  expect(since).toBe('2026-05-17T16:00:00.000Z')
  expect(inspectionAge(since, since)).toBe('recent')
  expect(inspectionAge('2026-05-17T15:59:59.999Z', since)).toBe('long-ago')
  expect(inspectionAge(null, since)).toBe('never')
})
