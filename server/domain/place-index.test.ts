import type { Polygon } from 'geojson'
import { expect, test } from 'vitest'
import { metresPerDegree } from './distance.ts'
import { type DrawnRoad, type DrawnZone, makePlaceIndex } from './place-index.ts'

const county = '360424'
const furnishing = { segmentMetres: 30, bounds: { west: 113.9, south: 28.6, east: 115, north: 29.4 } }

const square = (west: number, south: number, size: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
})

const area = (placeCode: string, west: number, south: number, size: number): DrawnZone => ({
  id: `area-${placeCode}`,
  shape: 'area',
  level: placeCode.length === 9 ? 'township' : 'village',
  name: placeCode,
  placeCode,
  routeCode: null,
  fromMetres: null,
  toMetres: null,
  geometry: square(west, south, size),
})

const road: DrawnRoad = {
  id: 'road-x001',
  routeCode: 'X001360424',
  roadClass: 'county',
  lengthMetres: 9800,
  geometry: {
    type: 'LineString',
    coordinates: [
      [114.5, 29.05],
      [114.6, 29.05],
    ],
  },
}

const segment: DrawnZone = {
  ...area('360424100', 0, 0, 1),
  id: 'segment-x001',
  shape: 'segment',
  level: 'county',
  routeCode: 'X001360424',
  geometry: road.geometry,
}

const township = area('360424100', 114.5, 29, 0.1)
const village = area('360424100201', 114.52, 29.02, 0.02)
const index = makePlaceIndex(county, furnishing, [township, village, segment], [road])
const northOfRoad = (metres: number): [number, number] => [114.55, 29.05 + metres / metresPerDegree]

test('within thirty metres of its line the segment answers, one metre further the area does', () => {
  expect(index.locate(northOfRoad(29.5))).toMatchObject({ zoneId: 'segment-x001', otherZoneIds: ['area-360424100'] })
  expect(index.locate(northOfRoad(30.5))).toMatchObject({ zoneId: 'area-360424100', otherZoneIds: [] })
})

test('the reach of segments is the county’s own setting', () => {
  const wider = makePlaceIndex(county, { ...furnishing, segmentMetres: 60 }, [township, segment], [])
  expect(wider.locate(northOfRoad(59)).zoneId).toBe('segment-x001')
})

test('of two areas the smaller answers and the finest division is named', () => {
  expect(index.locate([114.53, 29.03])).toMatchObject({
    zoneId: 'area-360424100201',
    otherZoneIds: ['area-360424100'],
    placeCode: '360424100201',
    townshipCode: '360424100',
    villageCode: '360424100201',
    outsideCounty: false,
  })
})

test('a village names its township even where the township’s drawing falls short', () => {
  const astray = makePlaceIndex(county, furnishing, [area('360424105', 114, 29, 0.05), village], [])
  expect(astray.locate([114.53, 29.03])).toMatchObject({ townshipCode: '360424100', outsideCounty: false })
})

test('a division that is all that is known has its area’s zone and no road, though its point lies on one', () => {
  const none = { routeCode: null, roadName: null, roadClass: null, chainageMetres: null, roadDistanceMetres: null }
  expect(index.locateDivision('360424100201')).toEqual({
    ...{ ...none, townshipCode: '360424100', villageCode: '360424100201', placeCode: '360424100201' },
    ...{ zoneId: 'area-360424100201', otherZoneIds: ['area-360424100'], outsideCounty: false },
  })
  expect(index.locateDivision('360424100299')).toMatchObject({ villageCode: '360424100299', zoneId: 'area-360424100' })
  expect(index.locateDivision('360424')).toMatchObject({ townshipCode: null, zoneId: null })
})

test('outside every area a position is the county’s and flagged, and no zone answers for it', () => {
  expect(index.locate([114.8, 29.2])).toEqual({
    townshipCode: null,
    villageCode: null,
    placeCode: county,
    zoneId: null,
    otherZoneIds: [],
    routeCode: null,
    roadClass: null,
    roadName: null,
    chainageMetres: null,
    roadDistanceMetres: null,
    outsideCounty: true,
  })
})

test('a county without areas goes by its bounds', () => {
  const bare = makePlaceIndex(county, furnishing, [segment], [road])
  expect(bare.locate([114.8, 29.2]).outsideCounty).toBe(false)
  expect(bare.locate([113.5, 29.2]).outsideCounty).toBe(true)
})

test('a road within fifty metres gives its code, class and the stake mark by its measured length', () => {
  expect(index.locate(northOfRoad(49))).toMatchObject({
    routeCode: 'X001360424',
    roadClass: 'county',
    chainageMetres: 4900,
    roadDistanceMetres: 49,
  })
  expect(index.locate(northOfRoad(51))).toMatchObject({
    routeCode: null,
    chainageMetres: null,
    roadDistanceMetres: null,
  })
})

test('where a segment of the same road has its stakes, they count and not the length of the drawing', () => {
  const staked = { ...segment, fromMetres: 812_400, toMetres: 822_400 }
  const through = makePlaceIndex(county, furnishing, [township, staked], [road])
  expect(through.locate(northOfRoad(40)).chainageMetres).toBe(817_400)
  const another = makePlaceIndex(county, furnishing, [township, { ...staked, routeCode: 'G353' }], [road])
  expect(another.locate(northOfRoad(40)).chainageMetres).toBe(4900)
})

test('a road with a code comes before a lane without one that is no ten metres nearer; the lane has no stakes', () => {
  const lane = (id: string, metres: number, name: string): DrawnRoad => {
    const lat = 29.05 + metres / metresPerDegree
    const coordinates = [114.5, 114.6].map((lng) => [lng, lat])
    return {
      id,
      routeCode: null,
      name,
      roadClass: 'village',
      lengthMetres: 9800,
      geometry: { type: 'LineString', coordinates },
    }
  }
  const roads = [road, lane('lane-north', 30, '学校路'), lane('lane-south', -30, '')]
  const both = makePlaceIndex(county, furnishing, [township, segment], roads)
  expect(both.locate(northOfRoad(15))).toMatchObject({ routeCode: 'X001360424', roadDistanceMetres: 15 })
  expect(both.locate(northOfRoad(19.5))).toMatchObject({ routeCode: 'X001360424', roadDistanceMetres: 20 })
  expect(both.locate(northOfRoad(20.5))).toMatchObject({
    ...{ routeCode: null, roadName: '学校路', roadClass: 'village', chainageMetres: null },
  })
  expect(both.locate(northOfRoad(-25))).toMatchObject({ routeCode: null, roadName: null, roadClass: 'village' })
  expect(both.roadsNear(northOfRoad(29), 50).map(({ routeCode }) => routeCode)).toEqual(['X001360424'])
  expect(both.routeNamed('')).toBeNull()
})
