import { expect, test } from 'vitest'
import type { LngLat } from './bounds.ts'
import { insideRing, isInside } from './lasso.ts'

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
  expect(isInside([1, 5], horseshoe)).toBe(true)
  expect(isInside([5, 5], horseshoe)).toBe(true)
  expect(isInside([3, 1], horseshoe)).toBe(true)
  expect(isInside([3, 5], horseshoe)).toBe(false)
  expect(isInside([7, 1], horseshoe)).toBe(false)
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
