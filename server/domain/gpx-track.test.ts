import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LngLat, metresBetween } from './distance.ts'
import { positionOnTrack, type TrackPoint, trackGaps, trackOf } from './gpx-track.ts'

const start = Date.parse('2026-11-21T01:00:00.000Z')
/** Eastward along 29 degrees north, a thousandth of a degree (97.3 m) for each step. */
const point = (seconds: number, steps: number): TrackPoint => ({
  lngLat: [114.5 + steps / 1000, 29],
  atMs: start + seconds * 1000,
})
const at = (track: ReturnType<typeof trackOf>, seconds: number) => positionOnTrack(track, start + seconds * 1000)

test('a photo between two fixes lies between them, as far along as its time', () => {
  const track = trackOf([point(0, 0), point(30, 1), point(60, 2)])
  expect(at(track, 45)?.lngLat[0]).toBeCloseTo(114.5015, 7)
  expect(at(track, 30)).toEqual({ lngLat: [114.501, 29], accuracyMetres: 10 })
})

test('the place is told to be the rougher the farther the nearer fix is', () => {
  const track = trackOf([point(0, 0), point(60, 4)])
  const early = at(track, 3)?.accuracyMetres ?? 0
  const middle = at(track, 30)?.accuracyMetres ?? 0
  expect(early).toBeLessThan(35)
  expect(middle).toBeGreaterThan(200)
  expect(at(track, 57)?.accuracyMetres).toBe(early)
})

test('no place is made up before the first fix, after the last, over five minutes or over 500 metres', () => {
  const track = trackOf([point(0, 0), point(10, 0.1), point(10 + 301, 0.2), point(320, 0.3), point(330, 6)])
  expect(track).toHaveLength(3)
  for (const seconds of [-1, 11, 150, 310, 325, 331]) expect(at(track, seconds), `${seconds} s`).toBeNull()
  for (const seconds of [0, 5, 311, 316, 330]) expect(at(track, seconds), `${seconds} s`).not.toBeNull()
  expect(trackOf([point(0, 0), point(300, 0.2)])).toHaveLength(1)
})

test('files out of order and moments written twice make one track', () => {
  const track = trackOf([point(60, 2), point(0, 0), point(30, 1), { ...point(30, 9) }])
  expect(track.flat().map(({ atMs }) => atMs - start)).toEqual([0, 30_000, 60_000])
  expect(at(track, 30)?.lngLat).toEqual([114.501, 29])
  expect(positionOnTrack(trackOf([]), start)).toBeNull()
})

test('whatever the track, an answer lies within its own error of one of the fixes around it', () => {
  const points = fc.array(
    fc.record({ seconds: fc.integer({ min: 0, max: 4000 }), steps: fc.integer({ min: 0, max: 40 }) }),
    { minLength: 1, maxLength: 60 },
  )
  fc.assert(
    fc.property(points, fc.integer({ min: -10, max: 4010 }), (given, seconds) => {
      const track = trackOf(given.map((each) => point(each.seconds, each.steps)))
      const found = at(track, seconds)
      if (found === null) return
      const near = track.flat().filter(({ atMs }) => Math.abs(atMs - start - seconds * 1000) <= trackGaps.longestMs)
      const metres = near.map(({ lngLat }: { lngLat: LngLat }) => metresBetween(lngLat, found.lngLat))
      expect(Math.min(...metres)).toBeLessThanOrEqual(found.accuracyMetres)
    }),
  )
})
