import { expect, test } from 'vitest'
import { medianAndP90, rateOf } from './clearance-rate.ts'

const asOf = '2026-11-21T08:00:00.000Z'

test('a rate carries its numerator, denominator and instant', () => {
  expect(rateOf(391, 391, asOf)).toEqual({ n: 391, d: 391, value: 1, small: false, asOf })
  expect(rateOf(3, 8, asOf).value).toBe(0.375)
})

test('nothing to be cleared is no rate, not nought and not a hundred per cent', () => {
  expect(rateOf(0, 0, asOf)).toMatchObject({ n: 0, d: 0, value: null, small: true })
})

test('fewer than five cases are marked as too few to judge by', () => {
  expect(rateOf(4, 4, asOf).small).toBe(true)
  expect(rateOf(0, 5, asOf).small).toBe(false)
})

test('a figure that cannot be is never made: more cleared than there were, negative, or half a hazard', () => {
  for (const [n, d] of [
    [6, 5],
    [-1, 5],
    [0, -1],
    [1.5, 5],
    [1, 2.5],
    [Number.NaN, 5],
    [1, Number.POSITIVE_INFINITY],
  ] as const)
    expect(() => rateOf(n, d, asOf), `${n} of ${d}`).toThrow(RangeError)
})

test('middle and ninetieth percentile are days that really occurred, in whatever order they come', () => {
  expect(medianAndP90([9, 1, 5])).toEqual({ median: 5, p90: 9 })
  expect(medianAndP90([10, 2, 4, 6])).toEqual({ median: 4, p90: 10 })
  expect(medianAndP90([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual({ median: 5, p90: 9 })
  expect(medianAndP90([7])).toEqual({ median: 7, p90: 7 })
  expect(medianAndP90([])).toEqual({ median: null, p90: null })
})

test('the days handed in are left in their order', () => {
  const days = [3, 1, 2]
  medianAndP90(days)
  expect(days).toEqual([3, 1, 2])
})
