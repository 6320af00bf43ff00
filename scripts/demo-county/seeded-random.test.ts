import { expect, test } from 'vitest'
import { seededRandom } from './seeded-random.ts'

test('the same seed draws the same numbers, another seed others', () => {
  const draw = (seed: string) => Array.from({ length: 20 }, seededRandom(seed).next)
  expect(draw('xiushui')).toEqual(draw('xiushui'))
  expect(draw('xiushui')).not.toEqual(draw('xiushui2'))
})

test('a fork depends on seed and label, not on what was drawn before it', () => {
  const early = seededRandom(7).fork('roads').next()
  const late = seededRandom(7)
  late.next()
  expect(late.fork('roads').next()).toBe(early)
  expect(late.fork('names').next()).not.toBe(early)
})

test('whole numbers reach both ends and nothing beyond', () => {
  const random = seededRandom('ends')
  const seen = new Set(Array.from({ length: 400 }, () => random.wholeBetween(3, 6)))
  expect([...seen].sort()).toEqual([3, 4, 5, 6])
})

test('shuffling loses and doubles nothing, and does change the order', () => {
  const list = Array.from({ length: 50 }, (_, i) => i)
  const shuffled = seededRandom('cards').shuffle(list)
  expect(shuffled).not.toEqual(list)
  expect(shuffled.toSorted((a, b) => a - b)).toEqual(list)
})

test('gaussian draws have the asked mean and deviation', () => {
  const random = seededRandom('bell')
  const draws = Array.from({ length: 4000 }, () => random.gaussian(10, 2))
  const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length
  const deviation = Math.sqrt(draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length)
  expect(mean).toBeCloseTo(10, 0)
  expect(deviation).toBeCloseTo(2, 0)
})
