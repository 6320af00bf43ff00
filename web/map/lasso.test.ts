import { expect, test } from 'vitest'
import type { LngLat } from '../../server/domain/distance.ts'
import { isInsideRing } from '../../server/domain/inside-ring.ts'
import { insideRing } from './lasso.ts'

const horseshoe: LngLat[] = [
  ...([
    [0, 0],
    [6, 0],
    [6, 6],
    [4, 6],
    [4, 2],
    [2, 2],
    [2, 6],
    [0, 6],
  ] as const),
]

test('what is drawn round is inside, and what a bend leaves out is not', () => {
  expect(isInsideRing([1, 5], horseshoe)).toBe(true)
  expect(isInsideRing([5, 5], horseshoe)).toBe(true)
  expect(isInsideRing([3, 1], horseshoe)).toBe(true)
  expect(isInsideRing([3, 5], horseshoe)).toBe(false)
  expect(isInsideRing([7, 1], horseshoe)).toBe(false)
})

test('a ring that was never drawn to an end holds nothing', () => {
  const all = [{ id: 'a', lngLat: [1, 1] as const }]
  expect(insideRing(all, [])).toEqual([])
  expect(
    insideRing(all, [
      [0, 0],
      [2, 2],
    ]),
  ).toEqual([])
  expect(
    insideRing(all, [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
    ]),
  ).toEqual(all)
})
