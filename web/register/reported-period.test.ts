import { expect, test } from 'vitest'
import { daysOfPeriod, periodIn, withReported } from './reported-period.ts'

test('a period is whole months and years, whatever day it is asked on', () => {
  expect(daysOfPeriod('this-month', '2028-02-29')).toEqual({ from: '2028-02-01', until: '2028-02-29' })
  expect(daysOfPeriod('this-month', '2026-12-31')).toEqual({ from: '2026-12-01', until: '2026-12-31' })
  expect(daysOfPeriod('last-month', '2026-01-31')).toEqual({ from: '2025-12-01', until: '2025-12-31' })
  expect(daysOfPeriod('last-month', '2026-03-01')).toEqual({ from: '2026-02-01', until: '2026-02-28' })
  expect(daysOfPeriod('last-year', '2026-11-22')).toEqual({ from: '2025-01-01', until: '2025-12-31' })
})

test('days in an address are known again by the name the county has for them', () => {
  const today = '2026-11-22'
  const { from, until } = daysOfPeriod('last-month', today)
  const filter = withReported({ overdue: 'yes' }, from, until)
  expect(filter).toEqual({ overdue: 'yes', 'reported-from': '2026-10-01', 'reported-until': '2026-10-31' })
  expect(periodIn(filter, today)).toBe('last-month')
  expect(periodIn(withReported(filter, from, null), today)).toBe('days')
  expect(periodIn(withReported(filter, null, null), today)).toBeNull()
})
