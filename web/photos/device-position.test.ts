import { expect, test } from 'vitest'
import { betterFix, type Fix, fixFrom } from './device-position.ts'

const fixAt = (at: string, accuracyMetres: number): Fix => ({
  longitude: 114.55,
  latitude: 29.05,
  accuracyMetres,
  source: 'device',
  at,
})

test('of two fixes of one visit the more accurate counts, whichever came first', () => {
  const rough = fixAt('2026-11-21T06:00:00.000Z', 48)
  const fine = fixAt('2026-11-21T06:01:30.000Z', 6)
  expect(betterFix(rough, fine)).toBe(fine)
  expect(betterFix(fine, rough)).toBe(fine)
  const later = fixAt('2026-11-21T06:01:40.000Z', 20)
  expect(betterFix(fine, later)).toBe(fine)
})

test('a fix from before the walk never stands for the place of the photo, however fine it was', () => {
  const before = fixAt('2026-11-21T06:00:00.000Z', 3)
  const now = fixAt('2026-11-21T06:05:00.000Z', 60)
  expect(betterFix(before, now)).toBe(now)
  expect(betterFix(now, before)).toBe(now)
})

test('a fix farther away than both could be wrong is a new place, however rough: at the next junction the last one never counts', () => {
  const lastJunction = fixAt('2026-11-21T06:00:00.000Z', 6)
  const here = { ...fixAt('2026-11-21T06:00:50.000Z', 85), longitude: 114.56 }
  expect(betterFix(lastJunction, here)).toBe(here)
  expect(betterFix(here, lastJunction)).toBe(here)
  const beside = { ...here, longitude: 114.5505 }
  expect(betterFix(lastJunction, beside)).toBe(lastJunction)
})

test('one fix is better than none', () => {
  const only = fixAt('2026-11-21T06:00:00.000Z', 500)
  expect(betterFix(null, only)).toBe(only)
  expect(betterFix(only, null)).toBe(only)
  expect(betterFix(null, null)).toBeNull()
})

test('a device position is kept to the centimetre, with its accuracy and its own moment', () => {
  const coords = { longitude: 114.394_700_049, latitude: 29.001_9, accuracy: 7.26 }
  expect(fixFrom({ coords, timestamp: Date.parse('2026-11-21T06:00:00.000Z') })).toEqual({
    longitude: 114.3947,
    latitude: 29.0019,
    accuracyMetres: 7.3,
    source: 'device',
    at: '2026-11-21T06:00:00.000Z',
  })
})
