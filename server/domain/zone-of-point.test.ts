import fc from 'fast-check'
import type { Position } from 'geojson'
import { expect, test } from 'vitest'
import { chainageAlong } from './chainage.ts'
import { type LngLat, metresBetween, metresPerDegree } from './distance.ts'
import { indexZones, type Zone } from './zone-of-point.ts'

const segment = (zoneId: string, ...coordinates: Position[]): Zone => ({
  zoneId,
  shape: 'segment',
  geometry: { type: 'LineString', coordinates },
})

const ringOf = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

const square = (zoneId: string, west: number, south: number, east: number, north: number): Zone => ({
  zoneId,
  shape: 'area',
  geometry: { type: 'Polygon', coordinates: [ringOf(west, south, east, north)] },
})

/** A place so many metres north of the parallel 29° N. */
const northOfRoad = (metres: number, lng = 114.5): LngLat => [lng, 29 + metres / metresPerDegree]

const county = square('county', 114, 28.7, 115, 29.4)
const township = square('township', 114.4, 28.9, 114.6, 29.1)
const village = square('village', 114.45, 28.95, 114.55, 29.05)
const road = segment('road', [114.4, 29], [114.6, 29])

test('what lies within 30 m of a road chief’s segment is his, even inside somebody’s area', () => {
  const index = indexZones([county, township, road])
  const finding = index.resolve(northOfRoad(29.9))
  expect(finding).toMatchObject({ zoneId: 'road', by: 'segment', others: ['township', 'county'] })
  expect(finding?.distanceMetres).toBeCloseTo(29.9, 1)
})

test('beyond 30 m of the segment the smallest area answers', () => {
  const index = indexZones([county, village, township, road])
  expect(index.resolve(northOfRoad(30.2))).toEqual({
    zoneId: 'village',
    by: 'area',
    others: ['township', 'county'],
  })
  expect(index.areasContaining(northOfRoad(30.2))).toEqual(['village', 'township', 'county'])
})

test('of two segments the nearer one answers and the other is kept', () => {
  const parallel = segment('a-parallel', [114.4, 29 + 40 / metresPerDegree], [114.6, 29 + 40 / metresPerDegree])
  const index = indexZones([parallel, road])
  expect(index.resolve(northOfRoad(15))).toMatchObject({ zoneId: 'road', others: ['a-parallel'] })
  expect(index.resolve(northOfRoad(25))).toMatchObject({ zoneId: 'a-parallel', others: ['road'] })
  expect(index.resolve(northOfRoad(-5))).toMatchObject({ zoneId: 'road', others: [] })
})

test('where two segments meet end to end, the lower id answers, in whichever order they were read', () => {
  const east = segment('east', [114.5, 29], [114.6, 29])
  const west = segment('west', [114.4, 29], [114.5, 29])
  for (const zones of [
    [east, west],
    [west, east],
  ]) {
    expect(indexZones(zones).resolve([114.5, 29])).toMatchObject({
      zoneId: 'east',
      distanceMetres: 0,
      others: ['west'],
    })
  }
})

test('past the end of a segment the distance is to its end', () => {
  const index = indexZones([road])
  const degreesEast = 25 / (metresPerDegree * Math.cos((29 * Math.PI) / 180))
  expect(index.resolve([114.6 + degreesEast, 29])?.distanceMetres).toBeCloseTo(25, 2)
  expect(index.resolve([114.6 + degreesEast * 1.3, 29])).toBeNull()
})

test('a border counts as inside: of two neighbours the smaller answers, of equal ones the lower id', () => {
  const small = square('z-small', 114.4, 28.9, 114.5, 29)
  const large = square('a-large', 114.5, 28.9, 114.7, 29)
  expect(indexZones([large, small]).areasContaining([114.5, 28.95])).toEqual(['z-small', 'a-large'])
  expect(indexZones([small]).areasContaining([114.4, 28.9])).toEqual(['z-small'])
  const twins = [square('b', 114.4, 28.9, 114.5, 29), square('a', 114.4, 28.9, 114.5, 29)]
  expect(indexZones(twins).areasContaining([114.5, 28.95])).toEqual(['a', 'b'])
  expect(indexZones(twins.toReversed()).areasContaining([114.5, 28.95])).toEqual(['a', 'b'])
})

test('what lies in a hole of an area is not in it, its rim is', () => {
  const ring: Zone = {
    zoneId: 'ring',
    shape: 'area',
    geometry: { type: 'Polygon', coordinates: [ringOf(114, 28, 115, 29), ringOf(114.4, 28.4, 114.6, 28.6)] },
  }
  const index = indexZones([ring])
  expect(index.resolve([114.5, 28.5])).toBeNull()
  expect(index.resolve([114.2, 28.2])?.zoneId).toBe('ring')
  expect(index.resolve([114.4, 28.5])?.zoneId).toBe('ring')
})

test('an area of several parts is one zone, measured as a whole and without its holes', () => {
  const islands: Zone = {
    zoneId: 'islands',
    shape: 'area',
    geometry: {
      type: 'MultiPolygon',
      coordinates: [[ringOf(114, 28, 114.2, 28.2)], [ringOf(114.2, 28.2, 114.4, 28.4)]],
    },
  }
  const oneAndAHalf = square('middling', 114, 28, 114.3, 28.2)
  const hollow: Zone = {
    zoneId: 'hollow',
    shape: 'area',
    geometry: {
      type: 'Polygon',
      coordinates: [ringOf(113.9, 27.9, 114.9, 28.9), ringOf(114.21, 27.91, 114.89, 28.89)],
    },
  }
  const index = indexZones([hollow, islands, oneAndAHalf])
  expect(index.areasContaining([114.1, 28.1])).toEqual(['middling', 'islands', 'hollow'])
  expect(index.areasContaining([114.35, 28.35])).toEqual(['islands'])
  expect(index.areasContaining([114.2, 28.2])).toEqual(['middling', 'islands', 'hollow'])
})

test('in nobody’s zone, and in a county without zones, nobody answers', () => {
  expect(indexZones([village, road]).resolve([114.1, 29.3])).toBeNull()
  const empty = indexZones([])
  expect(empty.resolve([114.5, 29])).toBeNull()
  expect(empty.areasContaining([114.5, 29])).toEqual([])
  expect(empty.nearestSegments([114.5, 29], 1_000)).toEqual([])
})

test('a place on a bent road finds its stake', () => {
  const corner: LngLat = [114.5, 29]
  const bent = segment('bent', [114.49, 29, 80], [...corner, 85], [114.5, 29.01, 90])
  const firstLeg = metresBetween([114.49, 29], corner)
  const [near] = indexZones([bent]).nearestSegments([114.4999, 29.004], 50)
  if (!near) throw new Error('the road lies ten metres away')
  expect(near.alongMetres).toBeCloseTo(firstLeg + 0.004 * metresPerDegree, 0)
  expect(near.lengthMetres).toBeCloseTo(firstLeg + 0.01 * metresPerDegree, 3)
  const staked = { startChainageMetres: 5_000, endChainageMetres: 7_100, lengthMetres: near.lengthMetres }
  expect(chainageAlong(staked, near.alongMetres)).toBe(
    Math.round(5_000 + (2_100 * near.alongMetres) / near.lengthMetres),
  )
})

test('gaps between the parts of a road add no length', () => {
  const parts = [
    [
      [114, 29],
      [114, 29.01],
    ],
    [
      [114, 29.05],
      [114, 29.06],
    ],
  ]
  const index = indexZones([
    { zoneId: 'parts', shape: 'segment', geometry: { type: 'MultiLineString', coordinates: parts } },
  ])
  const [near] = index.nearestSegments([114, 29.055], 10)
  expect(near?.alongMetres).toBeCloseTo(0.015 * metresPerDegree, 3)
})

test('a road that passes a place twice is found once, at its nearest', () => {
  const loop = segment('loop', [114, 29], [114.01, 29], [114.01, 29.0002], [114, 29.0002])
  const found = indexZones([loop]).nearestSegments([114.005, 29.00005], 30)
  expect(found).toHaveLength(1)
  expect(found[0]?.distanceMetres).toBeCloseTo(0.00005 * metresPerDegree, 2)
})

test('where a road meets itself, the first passing gives the stake, whichever way it is drawn', () => {
  const start: Position = [114.01, 29]
  const onCircle = Array.from({ length: 39 }, (_, i): Position => {
    const radians = ((i + 1) * Math.PI) / 20
    return [114 + 0.01 * Math.cos(radians), 29 + 0.01 * Math.sin(radians)]
  })
  const round = [start, ...onCircle, start]
  for (const drawn of [round, round.toReversed()]) {
    const [near] = indexZones([segment('round', ...drawn)]).nearestSegments([114.01, 29], 10)
    expect(near).toMatchObject({ distanceMetres: 0, alongMetres: 0 })
  }
})

test('a zone that cannot be drawn is named', () => {
  const nowhere: Zone = { zoneId: 'z7', shape: 'segment', geometry: { type: 'LineString', coordinates: [[114]] } }
  expect(() => indexZones([nowhere])).toThrow(/z7/)
  const sliver: Zone = {
    zoneId: 'z8',
    shape: 'area',
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [1, 1],
          [2, 2],
        ],
      ],
    },
  }
  expect(() => indexZones([sliver])).toThrow(/z8/)
  const hollow: Zone = { zoneId: 'z9', shape: 'area', geometry: { type: 'MultiPolygon', coordinates: [] } }
  expect(() => indexZones([hollow])).toThrow(/z9/)
})

const degree = fc.integer({ min: 0, max: 40 }).map((n) => n / 1000)
const place = fc.tuple(
  degree.map((d) => 114 + d),
  degree.map((d) => 29 + d),
)

test('the index finds exactly the squares that hold a place, borders included', () => {
  const corners = fc.tuple(place, place).filter(([a, b]) => a[0] !== b[0] && a[1] !== b[1])
  fc.assert(
    fc.property(fc.array(corners, { maxLength: 40 }), place, (pairs, asked) => {
      const boxes = pairs.map(([a, b], i) => ({
        zoneId: `z${i}`,
        west: Math.min(a[0], b[0]),
        east: Math.max(a[0], b[0]),
        south: Math.min(a[1], b[1]),
        north: Math.max(a[1], b[1]),
      }))
      const index = indexZones(boxes.map((box) => square(box.zoneId, box.west, box.south, box.east, box.north)))
      const [lng, lat] = asked
      const holding = boxes.filter((b) => lng >= b.west && lng <= b.east && lat >= b.south && lat <= b.north)
      expect([...index.areasContaining(asked)].sort()).toEqual(holding.map(({ zoneId }) => zoneId).sort())
    }),
  )
})

test('no point of any line is nearer than the distance given, and every line within the radius is given', () => {
  const line = fc.array(place, { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 12 }),
      place,
      fc.integer({ min: 1, max: 2_000 }),
      (lines, asked, radius) => {
        const index = indexZones(lines.map((places, i) => segment(`z${i}`, ...places.map((p) => [...p]))))
        const found = new Map(index.nearestSegments(asked, radius).map((near) => [near.zoneId, near.distanceMetres]))
        for (const [i, places] of lines.entries()) {
          const sampled = nearestSampleMetres(places, asked)
          const given = found.get(`z${i}`)
          if (given === undefined) expect(sampled).toBeGreaterThan(radius)
          else {
            expect(given).toBeLessThanOrEqual(Math.min(sampled + 0.05, radius))
            // Edges here are at most 6 km long, so a sampled point lies within 16 m of the nearest.
            expect(given).toBeGreaterThan(sampled - 16)
          }
        }
      },
    ),
  )
})

/** The distance to the nearest of two hundred points on each edge: never less than the true one. */
function nearestSampleMetres(places: readonly LngLat[], asked: LngLat): number {
  let nearest = Infinity
  for (const [i, to] of places.entries()) {
    const from = places[i - 1] ?? to
    for (let step = 0; step <= 200; step++) {
      const share = step / 200
      const at: LngLat = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
      nearest = Math.min(nearest, metresBetween(asked, at))
    }
  }
  return nearest
}
