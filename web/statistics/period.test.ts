import { expect, test } from 'vitest'
import { periodNamed, spanOf } from './period.ts'

test('a period runs from its first day to today', () => {
  expect(spanOf('year', '2026-11-21')).toEqual({ from: '2026-01-01', until: '2026-11-21' })
  expect(spanOf('month', '2026-11-21')).toEqual({ from: '2026-11-01', until: '2026-11-21' })
  expect(spanOf('twelve', '2026-11-21')).toEqual({ from: '2025-11-22', until: '2026-11-21' })
  expect(spanOf('all', '2026-11-21')).toEqual({})
})

test('an unknown period in the address is this year', () => {
  expect(periodNamed('decade')).toBe('year')
  expect(periodNamed(null)).toBe('year')
})
