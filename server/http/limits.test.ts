import { expect, test } from 'vitest'
import { makeLimiter } from './limiter.ts'
import { limitKey } from './limits.ts'

const start = Date.parse('2026-11-18T01:00:00.000Z')
const at = (seconds: number): string => new Date(start + seconds * 1000).toISOString()

test('so many at once, and so many again each minute', () => {
  let seconds = 0
  const limiter = makeLimiter({ burst: 3, perMinute: 6 }, () => at(seconds))
  expect([limiter.take('a'), limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([null, null, null, 10])
  expect(limiter.take('b')).toBeNull()
  seconds = 9
  expect(limiter.take('a')).toBe(1)
  seconds = 10
  expect([limiter.take('a'), limiter.take('a')]).toEqual([null, 10])
})

test('what is given back does not count, and nobody saves up more than the burst', () => {
  let seconds = 0
  const limiter = makeLimiter({ burst: 2, perMinute: 60 }, () => at(seconds))
  for (let n = 0; n < 10; n++) {
    expect(limiter.take('a')).toBeNull()
    limiter.giveBack('a')
  }
  limiter.giveBack('a')
  seconds = 3600
  expect([limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([null, null, 1])
})

test('a clock set back frees nobody and locks nobody out for longer', () => {
  let seconds = 100
  const limiter = makeLimiter({ burst: 1, perMinute: 60 }, () => at(seconds))
  expect(limiter.take('a')).toBeNull()
  seconds = 0
  expect(limiter.take('a')).toBe(1)
})

test('an IPv6 network counts as one address, an IPv4 address as itself', () => {
  expect(limitKey('192.0.2.7')).toBe('192.0.2.7')
  expect(limitKey('2001:db8:1:2:3:4:5:6')).toBe(limitKey('2001:db8:1:2::9'))
  expect(limitKey('2001:db8:1:2::9')).not.toBe(limitKey('2001:db8:1:3::9'))
  expect(limitKey('fe80::1%eth0')).toBe(limitKey('fe80::2'))
  expect(limitKey('::1')).toBe('0:0:0:0::/64')
})
