import { expect, test } from 'vitest'
import type { Fix } from '../photos/device-position.ts'
import { fixAtShutter } from './fix-at-shutter.ts'

const at = Date.parse('2026-11-21T06:00:00.000Z')
const fix: Fix = {
  ...{ longitude: 114.55, latitude: 29.05, accuracyMetres: 6, source: 'device' },
  at: new Date(at).toISOString(),
}

test('a device that has stood still for minutes has told nothing new: its photo has the fix that the way was shown by', () => {
  for (const seconds of [0, 5, 61, 5 * 60]) expect(fixAtShutter(fix, at + seconds * 1000)).toBe(fix)
})

test('a fix from before the walk is no place of the photo', () => {
  expect(fixAtShutter(fix, at + 11 * 60_000)).toBeNull()
  expect(fixAtShutter(null, at)).toBeNull()
})
