import { expect, test } from 'vitest'
import type { FieldPosition } from '../outbox/entry.ts'
import { atShutter, measuredPosition, positionOf } from './position-choice.ts'

const nowMs = Date.parse('2026-11-21T02:00:00.000Z')
const minutes = 60_000
const fix = (accuracyMetres: number | null, given: Partial<FieldPosition> = {}): FieldPosition => ({
  ...{ longitude: 114.5, latitude: 29, accuracyMetres, source: 'device', atMs: nowMs, ...given },
})
const taken = (position: FieldPosition | null) => ({ position })
const nothingByHand = { pin: null, place: null }

test('the finest fix among the photos counts, a device before a camera', () => {
  const shots = [taken(fix(40)), taken(fix(6)), taken(fix(3, { source: 'exif' }))]
  expect(measuredPosition(shots, fix(12), nowMs)?.accuracyMetres).toBe(6)
})

test('whoever walks on after the shutter leaves the hazard where it was photographed, however fine the fix becomes', () => {
  const shots = [taken(fix(8))]
  expect(measuredPosition(shots, fix(5, { longitude: 114.503 }), nowMs)).toMatchObject({ longitude: 114.5 })
  expect(measuredPosition(shots, fix(5, { longitude: 114.50002 }), nowMs)).toMatchObject({ accuracyMetres: 5 })
})

test('a coarse first fix is made finer by the next ones of the same spot, not by one from minutes later', () => {
  const shots = [taken(fix(300))]
  const finer = { longitude: 114.501 }
  expect(measuredPosition(shots, fix(6, { ...finer, atMs: nowMs + minutes }), nowMs + minutes)).toMatchObject(finer)
  const late = nowMs + 3 * minutes
  expect(measuredPosition(shots, fix(6, { ...finer, atMs: late }), late)?.accuracyMetres).toBe(300)
})

test('what a camera wrote into its file is a second witness: the device that is here comes before it', () => {
  const far = fix(3, { source: 'exif', longitude: 114.7 })
  expect(measuredPosition([taken(far)], fix(12), nowMs)).toMatchObject({ source: 'device', longitude: 114.5 })
  expect(measuredPosition([taken(far)], null, nowMs)).toMatchObject({ source: 'exif' })
})

test('a photo without a fix of its own stands where the page was', () => {
  expect(measuredPosition([taken(null)], fix(12), nowMs)?.accuracyMetres).toBe(12)
  expect(measuredPosition([taken(null)], null, nowMs)).toBeNull()
})

test('a fix from ten minutes ago is no position of this photo', () => {
  expect(atShutter(fix(5, { atMs: nowMs - 9 * minutes }), nowMs)).not.toBeNull()
  expect(atShutter(fix(5, { atMs: nowMs - 11 * minutes }), nowMs)).toBeNull()
})

test('what a hand did stands above every fix: the pin first, then the place picked', () => {
  const place = { code: '360424100', lngLat: [114.6, 29.1] as const, words: 'X801 K12+345', routeCode: 'X801360424' }
  const picked = positionOf({ pin: null, place }, [taken(fix(6))], fix(6), nowMs)
  expect(picked).toMatchObject({ longitude: 114.6, latitude: 29.1, source: 'place', accuracyMetres: null })
  const pinned = positionOf({ pin: [114.7, 29.2], place }, [taken(fix(6))], null, nowMs)
  expect(pinned).toMatchObject({ longitude: 114.7, source: 'pin' })
})

test('a township is named without a point, and nothing at all is allowed', () => {
  const township = { code: '360424100', lngLat: null, words: '义宁镇', routeCode: null }
  expect(positionOf({ pin: null, place: township }, [], null, nowMs)).toBeNull()
  expect(positionOf(nothingByHand, [], null, nowMs)).toBeNull()
})
