import { expect, test } from 'vitest'
import { areaOfBounds } from './bounds.ts'
import { positionOnCut } from './cut-road.ts'
import { type LngLat, metresBetween } from './distance.ts'
import { mostAreaSquareMetres, mostCorners } from './drawn-ring.ts'
import { extentInWords, wholeExtentInWords } from './hazard-extent.ts'
import { type ExtentFound, type ExtentVerdict, measureExtent } from './measure-extent.ts'
import { metresFromDrawing } from './metres-from-drawing.ts'
import { type DrawnRoad, type DrawnZone, makePlaceIndex } from './place-index.ts'
import { positionOfStake } from './position-of-stake.ts'
import { takenAtThePlace } from './taken-at-the-place.ts'

const county = '360424'
const bounds = { west: 113.9, south: 28.6, east: 115, north: 29.4 }
const reach = { segmentMetres: 30, bounds }
const line = (coordinates: number[][]) => ({ type: 'LineString' as const, coordinates })
const wide = Math.round(metresBetween([114.5, 29.05], [114.6, 29.05]))

const road: DrawnRoad = {
  ...{ id: 'road-x801', routeCode: 'X801360424', roadClass: 'county', lengthMetres: wide },
  geometry: line([
    [114.5, 29.05],
    [114.53, 29.05],
    [114.6, 29.05],
  ]),
}
const across: DrawnRoad = {
  ...{ id: 'road-y1', routeCode: 'Y001360424', roadClass: 'township', lengthMetres: 5000 },
  geometry: line([
    [114.55, 29.03],
    [114.55, 29.07],
  ]),
}
const square = (id: string, west: number, east: number, south = 29, north = 29.1): DrawnZone => ({
  ...{ id, shape: 'area', level: 'township', name: id, placeCode: id.slice(5), routeCode: null },
  ...{ fromMetres: null, toMetres: null },
  geometry: areaOfBounds({ west, south, east, north }),
})
const towns = [square('area-360424100', 114.5, 114.55), square('area-360424101', 114.55, 114.58)]
const staked: DrawnZone = {
  ...{ id: 'seg', shape: 'segment', level: 'township', name: 'seg', placeCode: county, routeCode: 'X801360424' },
  ...{ fromMetres: 12_000, toMetres: 12_000 + wide, geometry: road.geometry },
}

const bare = makePlaceIndex(county, reach, towns, [road, across])
const stretch = (fromMetres: number, toMetres: number, routeCode = 'X801360424') =>
  ({ kind: 'stretch', routeCode, fromMetres, toMetres, side: 'right' }) as const
const found = (verdict: ExtentVerdict): ExtentFound => {
  if (!verdict.ok) throw new Error(verdict.because)
  return verdict
}
const because = (verdict: ExtentVerdict): string => (verdict.ok ? 'taken' : verdict.because)
const boxAround = ([lng, lat]: LngLat, half: number): LngLat[] => [
  [lng - half, lat - half],
  [lng + half, lat - half],
  [lng + half, lat + half],
  [lng - half, lat + half],
]

test('a stretch is cut out of its road between two stakes, and its ends stand where the stakes do', () => {
  const { geometry, measure, at } = found(measureExtent(bare, bounds, stretch(1000, 4000)))
  expect(measure).toEqual({ ...stretch(1000, 4000), lengthMetres: 3000 })
  const drawn = geometry.type === 'LineString' ? geometry.coordinates : []
  expect(drawn).toHaveLength(3) // the bend at 114.53 is kept
  for (const [i, stake] of [
    [0, 1000],
    [2, 4000],
  ] as const) {
    const stands = positionOfStake([], [road], 'X801360424', stake) ?? [0, 0]
    expect(metresBetween([drawn[i]?.[0] ?? 0, drawn[i]?.[1] ?? 0], stands)).toBeLessThan(0.2)
  }
  expect(metresBetween(at, positionOfStake([], [road], 'X801360424', 2500) ?? [0, 0])).toBeLessThan(0.2)
  expect(bare.locate(at)).toMatchObject({ routeCode: 'X801360424', chainageMetres: 2500 })
})

test('where a segment has stakes of its own they hold, and the position reads them back', () => {
  const index = makePlaceIndex(county, reach, [staked], [road])
  const { at } = found(measureExtent(index, bounds, stretch(12_300, 12_850)))
  expect(index.locate(at).chainageMetres).toBe(12_575)
})

test('a stretch may run from one staked segment into the next, also one drawn against its stakes', () => {
  const half = (metres: number) => Math.round(wide * metres)
  const first: DrawnZone = {
    ...{ ...staked, id: 'first', fromMetres: 10_000, toMetres: 10_000 + half(0.5) },
    geometry: line([
      [114.5, 29.05],
      [114.55, 29.05],
    ]),
  }
  const second: DrawnZone = {
    ...{ ...staked, id: 'second', fromMetres: 10_000 + wide, toMetres: 10_000 + half(0.5) },
    geometry: line([
      [114.6, 29.05],
      [114.55, 29.05],
    ]),
  }
  const index = makePlaceIndex(county, reach, [first, second], [road])
  const middle = 10_000 + half(0.5)
  const { geometry, parts } = found(measureExtent(index, bounds, stretch(middle - 300, middle + 200)))
  expect(geometry).toMatchObject({ type: 'LineString' })
  expect(parts.map(({ zoneId, metres }) => [zoneId, metres])).toEqual([
    ['first', 300],
    ['second', 200],
  ])
  const west = index.cut('X801360424', { fromMetres: middle - 300, toMetres: middle + 200 }) ?? []
  expect(positionOnCut(west, middle + 200)[0]).toBeGreaterThan(positionOnCut(west, middle - 300)[0])
})

test('two taps beside a road become a stretch of it, whichever came first', () => {
  const taps: [LngLat, LngLat] = [
    [114.53, 29.0505],
    [114.52, 29.0496],
  ]
  const { asked } = found(measureExtent(bare, bounds, { kind: 'taps', taps, side: 'left' }))
  const at = (lng: number) => Math.round(metresBetween([114.5, 29.05], [lng, 29.05]))
  expect(asked).toEqual({ ...stretch(at(114.52), at(114.53)), side: 'left' })
})

test('at a crossing the taps settle on the road that is near both', () => {
  const taps: [LngLat, LngLat] = [
    [114.5501, 29.0501],
    [114.54, 29.05],
  ]
  expect(found(measureExtent(bare, bounds, { kind: 'taps', taps, side: 'both' })).measure).toMatchObject({
    routeCode: 'X801360424',
  })
})

test('taps on two roads, or far from any, are refused and say so', () => {
  const tap = (a: LngLat, b: LngLat) =>
    because(measureExtent(bare, bounds, { kind: 'taps', taps: [a, b], side: 'full' }))
  expect(tap([114.52, 29.05], [114.55, 29.032])).toBe('not-one-road')
  expect(tap([114.52, 29.05], [114.53, 29.06])).toBe('not-on-a-road')
  expect(tap([29.05, 114.52], [114.53, 29.05])).toBe('swapped')
  expect(tap([114.52, 29.05], [114.52, 29.05])).toBe('no-length')
})

test('a stretch without length, beyond the end, too long or of no road is refused', () => {
  const tried = (from: number, to: number, route?: string) =>
    because(measureExtent(bare, bounds, stretch(from, to, route)))
  expect(tried(500, 500)).toBe('no-length')
  expect(tried(9000, 9900)).toBe('beyond-the-end')
  expect(tried(20_000, 20_100)).toBe('beyond-the-end')
  expect(tried(0, 40_000)).toBe('stretch-too-long')
  expect(tried(0, 100, 'X999360424')).toBe('no-such-road')
  expect(tried(9700, wide + 20)).toBe('taken') // stakes and measured length never quite agree
})

test('every zone a stretch touches is named with its metres, and nobody’s part as nobody’s', () => {
  const at = (lng: number) => Math.round(metresBetween([114.5, 29.05], [lng, 29.05]))
  const { parts } = found(measureExtent(bare, bounds, stretch(at(114.54), at(114.6))))
  expect(parts.map(({ zoneId }) => zoneId)).toEqual(['area-360424101', null, 'area-360424100'])
  const [second, nobody, first] = parts
  expect(Math.abs((first?.runs[0]?.toMetres ?? 0) - at(114.55))).toBeLessThanOrEqual(1)
  expect(Math.abs((nobody?.runs[0]?.fromMetres ?? 0) - at(114.58))).toBeLessThanOrEqual(1)
  expect(parts.reduce((sum, { metres }) => sum + (metres ?? 0), 0)).toBe(at(114.6) - at(114.54))
  expect(second?.share).toBeCloseTo(0.5, 2)
})

test('a crossing road’s segment takes nothing from a stretch of a road that has its own', () => {
  const other: DrawnZone = { ...staked, id: 'across', routeCode: 'Y001360424', geometry: across.geometry }
  const index = makePlaceIndex(county, reach, [other, staked], [road, across])
  const { parts } = found(measureExtent(index, bounds, stretch(12_000 + 4000, 12_000 + 6000)))
  expect(parts.map(({ zoneId }) => zoneId)).toEqual(['seg'])
})

test('an area is measured, closed where it is open, and stands at a position inside it', () => {
  const half = 0.0005
  const open = found(measureExtent(bare, bounds, { kind: 'area', ring: boxAround([114.52, 29.03], half) }))
  const side = metresBetween([114.52, 29.03 - half], [114.52, 29.03 + half])
  const across = metresBetween([114.52 - half, 29.03], [114.52 + half, 29.03])
  expect(open.measure).toMatchObject({ kind: 'area' })
  const squareMetres = open.measure.kind === 'area' ? open.measure.areaSquareMetres : 0
  expect(Math.abs(squareMetres - side * across)).toBeLessThan(squareMetres * 0.001)
  expect(metresBetween(open.at, [114.52, 29.03])).toBeLessThan(0.5)
  const ring = boxAround([114.52, 29.03], half)
  const closed = found(measureExtent(bare, bounds, { kind: 'area', ring: [...ring, ...ring.slice(0, 1)] }))
  expect(closed.geometry).toEqual(open.geometry)
  expect(closed.asked).toEqual(open.asked)
})

test('a horseshoe is stood for by a position in its arm, not by the empty middle', () => {
  const ring: LngLat[] = [
    [114.52, 29.03],
    [114.523, 29.03],
    [114.523, 29.033],
    [114.522, 29.033],
    [114.522, 29.0305],
    [114.521, 29.0305],
    [114.521, 29.033],
    [114.52, 29.033],
  ]
  const { at } = found(measureExtent(bare, bounds, { kind: 'area', ring }))
  const inGap = at[0] > 114.521 && at[0] < 114.522 && at[1] > 29.0305
  expect(inGap).toBe(false)
})

test('an area across a border has its share in each zone', () => {
  const ring = boxAround([114.5502, 29.03], 0.0008)
  const { parts } = found(measureExtent(bare, bounds, { kind: 'area', ring }))
  expect(parts.map(({ zoneId }) => zoneId)).toEqual(['area-360424101', 'area-360424100'])
  expect(parts[0]?.share).toBeCloseTo(0.625, 1)
  expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
})

test('an outline that crosses itself, has no corners, too many, no size, too much, or swapped axes is refused', () => {
  const tried = (ring: LngLat[]) => because(measureExtent(bare, bounds, { kind: 'area', ring }))
  const [a, b, c, d] = boxAround([114.52, 29.03], 0.001)
  if (!a || !b || !c || !d) throw new Error('no box')
  expect(tried([a, c, b, d])).toBe('crosses-itself')
  expect(tried([a, b, c, b, d])).toBe('crosses-itself')
  expect(tried([a, b])).toBe('too-few-corners')
  expect(tried([a, a, b, b, a])).toBe('too-few-corners')
  expect(tried(boxAround([114.52, 29.03], 0.000002))).toBe('no-area')
  expect(tried(boxAround([114.52, 29.03], Math.sqrt(mostAreaSquareMetres) / 111_000))).toBe('too-large')
  expect(tried([a, b, c].map(([lng, lat]): LngLat => [lat, lng]))).toBe('swapped')
  const round = Array.from({ length: mostCorners + 1 }, (_, i): LngLat => {
    const angle = (i / (mostCorners + 1)) * 2 * Math.PI
    return [114.52 + Math.cos(angle) * 0.003, 29.03 + Math.sin(angle) * 0.003]
  })
  expect(tried(round)).toBe('too-many-corners')
  expect(tried(round.slice(1))).toBe('taken')
})

test('a photo from any part of a stretch or an area was taken at the place, one from beside it was not', () => {
  const { geometry, at } = found(measureExtent(bare, bounds, stretch(1000, 4000)))
  const place = { longitude: at[0], latitude: at[1], accuracyMetres: null }
  const photoAt = ([longitude, latitude]: LngLat) => ({
    ...{ photoId: 'p', sha256: '', capturedAt: '', clockOffsetMs: null, takenWith: null, copyOnly: false },
    ...{ fix: { longitude, latitude, accuracyMetres: 5 }, format: 'jpeg' as const, widthPixels: 1, heightPixels: 1 },
    exif: { takenAt: null, longitude: null, latitude: null, make: null },
    ...{ tellable: false, sameBytes: [], twins: [] },
  })
  const verdictAt = (lngLat: LngLat, drawing: typeof geometry | null) =>
    takenAtThePlace({ place, drawing, radiusMetres: 50, photos: [photoAt(lngLat)] }).verdict
  const end = positionOfStake([], [road], 'X801360424', 3990) ?? [0, 0]
  expect([verdictAt(end, geometry), verdictAt(end, null)]).toEqual(['pass', 'doubt'])
  expect(verdictAt([end[0], end[1] + 0.002], geometry)).toBe('doubt')
  const area = found(measureExtent(bare, bounds, { kind: 'area', ring: boxAround([114.52, 29.03], 0.001) }))
  expect(metresFromDrawing(area.geometry, [114.5205, 29.0305])).toBe(0)
  expect(metresFromDrawing(area.geometry, [114.52, 29.032])).toBeGreaterThan(100)
})

test('an extent reads as the trade writes it', () => {
  const said = { ...stretch(12_300, 12_850), lengthMetres: 550 }
  expect(wholeExtentInWords(said)).toBe('X801 K12+300—K12+850 右侧 550 m')
  expect(extentInWords(said, 'en')).toBe('K12+300—K12+850 right side 550 m')
  expect(wholeExtentInWords({ kind: 'area', areaSquareMetres: 1240 })).toBe('面积 1240 m²')
})
