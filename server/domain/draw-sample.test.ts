import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { drawSample, shareOf } from './draw-sample.ts'

const twenty = Array.from({ length: 20 }, (_, at) => `hazard-${at}`)

test('the same seed and population give the same picks, in whatever order they stand', () => {
  const picks = drawSample('seed', twenty, 5)
  expect(picks).toHaveLength(5)
  expect(new Set(picks).size).toBe(5)
  expect(drawSample('seed', twenty.toReversed(), 5)).toEqual(picks)
  expect(drawSample('seed', [...twenty, ...twenty], 5)).toEqual(picks)
  expect(drawSample('another seed', twenty, 5)).not.toEqual(picks)
})

test('anybody repeats it with another SHA-256 and a sort', () => {
  const rank = (id: string): string => createHash('sha256').update(`2f0c\n${id}`).digest('hex')
  const by = twenty.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
  expect(drawSample('2f0c', twenty, 7)).toEqual(by.slice(0, 7))
})

test('drawing more keeps those already drawn; of too few all are drawn, of none none', () => {
  expect(drawSample('seed', twenty, 9).slice(0, 4)).toEqual(drawSample('seed', twenty, 4))
  expect(drawSample('seed', twenty, 99)).toHaveLength(20)
  expect(drawSample('seed', [], 3)).toEqual([])
  expect(drawSample('seed', twenty, 0)).toEqual([])
  expect(() => drawSample('seed', twenty, -1)).toThrow(RangeError)
  expect(() => drawSample('seed', twenty, 1.5)).toThrow(RangeError)
})

test('over many seeds each is drawn as often as every other', () => {
  const seeds = 4_000
  const times = new Map<string, number>()
  for (let seed = 0; seed < seeds; seed++)
    for (const id of drawSample(`seed ${seed}`, twenty, 5)) times.set(id, (times.get(id) ?? 0) + 1)
  const expected = (seeds * 5) / 20
  const chiSquare = twenty.reduce((sum, id) => sum + ((times.get(id) ?? 0) - expected) ** 2 / expected, 0)
  // 19 degrees of freedom: 43.8 is passed by chance once in a thousand; the seeds are fixed, so this never flickers
  expect(chiSquare).toBeLessThan(43.8)
})

test('the share is rounded up, and one at least where there is any', () => {
  expect([0, 1, 9, 10, 11, 100].map((size) => shareOf(size, 10))).toEqual([0, 1, 1, 1, 2, 10])
  expect([shareOf(3, 100), shareOf(3, 0)]).toEqual([3, 1])
})
