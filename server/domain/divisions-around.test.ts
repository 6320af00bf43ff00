import { expect, test } from 'vitest'
import { divisionsAround, townshipsAlong } from './divisions-around.ts'

test('a village lies in its township and its county', () => {
  expect(divisionsAround('360424100201')).toEqual(['360424100201', '360424100', '360424'])
  expect(divisionsAround('360424')).toEqual(['360424'])
})

const townshipAt = ([lng]: readonly [number, number]) => (lng < 114.6 ? 'west' : lng < 114.7 ? 'east' : null)
const along = (...lngs: number[]) => ({ type: 'LineString' as const, coordinates: lngs.map((lng) => [lng, 29.05]) })

test('a line runs through townships in its own order, and through none that it only touches', () => {
  expect(townshipsAlong(townshipAt, along(114.65, 114.55))).toEqual(['east', 'west'])
  expect(townshipsAlong(townshipAt, along(114.55, 114.60001))).toEqual(['west'])
  expect(townshipsAlong(townshipAt, along(114.71, 114.72))).toEqual([])
  // a few metres are a line too
  expect(townshipsAlong(townshipAt, along(114.61, 114.61003))).toEqual(['east'])
})

test('an area counts by its outline', () => {
  const ring = [
    [114.59, 29],
    [114.61, 29],
    [114.61, 29.01],
    [114.59, 29],
  ]
  expect(townshipsAlong(townshipAt, { type: 'Polygon', coordinates: [ring] }).sort()).toEqual(['east', 'west'])
})
