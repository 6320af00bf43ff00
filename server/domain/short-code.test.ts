import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { shortCodeOf } from './short-code.ts'

test('the phone and the server say the same five signs for a hazard, for ever', () => {
  expect(shortCodeOf('01936b2e-7c1a-7000-8000-000000000000')).toBe('22222')
  expect(shortCodeOf('01936b2e-7c1a-7000-8000-00000000001f')).toBe('23222')
  expect(shortCodeOf('01936b2e-7c1a-7000-8000-0123456789ab')).toBe('QXM8R')
})

test('it hangs on the random end of the id alone, so that hazards of one morning differ', () => {
  const end = '8f3a-5b6c7d8e9fa0'
  expect(shortCodeOf(`01936b2e-7c1a-7000-${end}`)).toBe(shortCodeOf(`01936b2f-0000-7fff-${end}`))
  const codes = new Set(Array.from({ length: 1000 }, () => shortCodeOf(randomUUID())))
  expect(codes.size).toBeGreaterThan(995)
})

test('letters are written the same however the id is, and none can be taken for another over the phone', () => {
  for (let n = 0; n < 2000; n++) {
    const id = randomUUID()
    expect(shortCodeOf(id)).toBe(shortCodeOf(id.toUpperCase()))
    expect(shortCodeOf(id)).toMatch(/^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{5}$/)
    expect(shortCodeOf(id)).not.toMatch(/[01ILO]/)
  }
})
