import { expect, test } from 'vitest'
import type { Fix } from './device-position.ts'
import { whenTaken } from './when-taken.ts'

const nowMs = Date.parse('2026-11-21T06:00:00.000Z')
const minutes = 60_000
const here: Fix = {
  longitude: 114.55,
  latitude: 29.05,
  accuracyMetres: 6,
  source: 'device',
  at: '2026-11-21T05:59:50.000Z',
}

test('a photo just taken gets the position of the device at the shutter', () => {
  const taken = whenTaken({ exifAtMs: nowMs - 8_000, lastModifiedMs: nowMs - 7_000, lngLat: null }, here, nowMs)
  expect(taken).toEqual({ capturedAt: '2026-11-21T05:59:52.000Z', position: here })
})

test('a photo from the album is never placed where its sender happens to stand', () => {
  const yesterday = nowMs - 24 * 60 * minutes
  const taken = whenTaken({ exifAtMs: yesterday, lastModifiedMs: nowMs - 1_000, lngLat: null }, here, nowMs)
  expect(taken).toEqual({ capturedAt: '2026-11-20T06:00:00.000Z', position: null })
})

test('an older photo of a real camera is placed by what the camera wrote, and says so', () => {
  const yesterday = nowMs - 24 * 60 * minutes
  const { position } = whenTaken({ exifAtMs: yesterday, lastModifiedMs: 0, lngLat: [114.3, 29.1] }, here, nowMs)
  expect(position).toMatchObject({ longitude: 114.3, latitude: 29.1, source: 'exif', at: '2026-11-20T06:00:00.000Z' })
})

test('a camera whose clock runs in the future is not believed', () => {
  const { capturedAt } = whenTaken(
    { exifAtMs: nowMs + 300 * minutes, lastModifiedMs: nowMs - 2 * minutes, lngLat: null },
    null,
    nowMs,
  )
  expect(capturedAt).toBe('2026-11-21T05:58:00.000Z')
  expect(whenTaken({ exifAtMs: null, lastModifiedMs: 0, lngLat: null }, null, nowMs).capturedAt).toBe(
    '2026-11-21T06:00:00.000Z',
  )
})
