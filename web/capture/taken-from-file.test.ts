import { expect, test } from 'vitest'
import type { FieldPosition } from '../outbox/entry.ts'
import { takenFromFile } from './taken-from-file.ts'

const nowMs = Date.parse('2026-11-21T06:00:00.000Z')
const minutes = 60_000
const fix: FieldPosition = { longitude: 114.5, latitude: 29, accuracyMetres: 6, source: 'device', atMs: nowMs - 10_000 }
const file = (agoMs: number, lngLat: readonly [number, number] | null = null) => ({
  ...{ exifAtMs: null, lastModifiedMs: nowMs - agoMs, lngLat },
})

test('a photo just taken with the phone’s camera stands where the phone is', () => {
  expect(takenFromFile(file(20_000), fix, nowMs)).toEqual({ takenAtMs: nowMs - 20_000, position: fix })
})

test('one from the album stands where its camera says, else nowhere', () => {
  const old = takenFromFile(file(60 * minutes, [114.7, 29.2]), fix, nowMs)
  expect(old.position).toMatchObject({ longitude: 114.7, source: 'exif', atMs: nowMs - 60 * minutes })
  expect(takenFromFile(file(60 * minutes), fix, nowMs).position).toBeNull()
})
