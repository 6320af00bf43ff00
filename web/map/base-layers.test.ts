import { expect, test } from 'vitest'
import { placesDrawn, roadsDrawn, tierOf, zonesDrawn } from './base-layers.ts'

const square = [
  [114.5, 29],
  [114.6, 29],
  [114.6, 29.1],
  [114.5, 29],
]
const zone = (id: string, placeCode: string, geometry: object, shape = 'area') => ({
  type: 'Feature',
  geometry,
  properties: { id, shape, level: 'township', name: id, placeCode, routeCode: null, invented: true },
})

test('areas are told apart by their division code, and stretches of road from areas', () => {
  const { areas, segments } = zonesDrawn({
    features: [
      zone('county', '360424', { type: 'Polygon', coordinates: [square] }),
      zone('town', '360424100', { type: 'MultiPolygon', coordinates: [[square]] }),
      zone('village', '360424100201', { type: 'Polygon', coordinates: [square] }),
      zone('stretch', '360424100', { type: 'LineString', coordinates: square }, 'segment'),
    ],
  })
  expect(areas.features.map(({ properties }) => properties.tier)).toEqual(['county', 'township', 'village'])
  expect(segments.features.map(({ properties }) => properties.tier)).toEqual(['segment'])
  expect(tierOf({ shape: 'segment', placeCode: '360424' })).toBe('segment')
})

test('where two stretches meet there is one tick, not two', () => {
  const stretch = (id: string, from: number, to: number) => {
    const coordinates = [
      [from, 29],
      [(from + to) / 2, 29.01],
      [to, 29],
    ]
    return zone(id, '360424', { type: 'LineString', coordinates }, 'segment')
  }
  const { segmentEnds } = zonesDrawn({ features: [stretch('a', 114.5, 114.6), stretch('b', 114.6, 114.7)] })
  expect(segmentEnds.features.map(({ geometry }) => geometry.coordinates[0])).toEqual([114.5, 114.6, 114.7])
})

test('the plate by the road bears the route without the county’s digits', () => {
  const road = (routeCode: string) => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: square },
    properties: { id: routeCode, routeCode, name: '', roadClass: 'county', invented: false },
  })
  const { features } = roadsDrawn({ features: [road('X801360424'), road('CW46'), road('G220')] })
  expect(features.map(({ properties }) => properties?.['shield'])).toEqual(['X801', 'CW46', 'G220'])
})

test('an answer that is no layer is refused, not drawn', () => {
  for (const answer of [null, {}, { features: [{}] }, { features: [zone('x', '1', { type: 'Point' })] }, '<html>']) {
    expect(() => zonesDrawn(answer)).toThrow()
    expect(() => placesDrawn(answer)).toThrow()
  }
})
