import { expect, test } from 'vitest'
import { metresPerDegree } from '../../../server/domain/distance.ts'
import { tooFarFrom } from './too-far.ts'

const spot = { longitude: 114.55, latitude: 29.05, accuracyMetres: 6, at: null } as const
const taken = (metres: number, source: 'device' | 'exif' | 'pin' = 'device') => ({
  position: {
    ...{ longitude: 114.55, latitude: 29.05 + metres / metresPerDegree, accuracyMetres: 6, source },
    at: '2026-11-21T06:00:00.000Z',
  },
})
const hazard = { position: { ...spot, source: 'device' }, drawn: null } as const

test('a photo from too far is told before it is sent, by the rule that will find it afterwards', () => {
  expect(tooFarFrom(hazard, 50, taken(8_900))).toBeCloseTo(8_900, 0)
  expect(tooFarFrom(hazard, 50, taken(8_900, 'exif'))).toBeCloseTo(8_900, 0)
  expect(tooFarFrom(hazard, 50, taken(40))).toBeNull()
  // within what both fixes may be wrong by nothing is held against anybody
  expect(tooFarFrom(hazard, 50, taken(60))).toBeNull()
})

test('nothing is said where nothing can be told: no position, a pin, a hazard known by a place’s name', () => {
  expect(tooFarFrom(hazard, 50, { position: null })).toBeNull()
  expect(tooFarFrom(hazard, 50, taken(8_900, 'pin'))).toBeNull()
  expect(tooFarFrom({ ...hazard, position: { ...spot, source: 'place' } }, 50, taken(8_900))).toBeNull()
  expect(tooFarFrom({ ...hazard, position: null }, 50, taken(8_900))).toBeNull()
})

test('of a stretch its nearest part counts, not its middle', () => {
  const coordinates = [
    [114.55, 29.05],
    [114.55, 29.05 + 9_000 / metresPerDegree],
  ]
  const drawn = { geometry: { type: 'LineString' as const, coordinates }, parts: [] }
  expect(tooFarFrom({ ...hazard, drawn }, 50, taken(8_900))).toBeNull()
})
