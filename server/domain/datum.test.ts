import fc from 'fast-check'
import { expect, test } from 'vitest'
import { convertDatum, fromWgs84, judgePosition, toWgs84 } from './datum.ts'
import { type Bounds, type LngLat, metresBetween } from './distance.ts'

const county: Bounds = { west: 113.93, south: 28.69, east: 114.94, north: 29.38 }
const inChina = fc.tuple(fc.double({ min: 75, max: 134, noNaN: true }), fc.double({ min: 18, max: 53, noNaN: true }))

test('the county seat is drawn where Amap and Baidu draw it', () => {
  const wgs: LngLat = [114.3947, 29.0019]
  const gcj = fromWgs84(wgs, 'gcj02')
  expect(gcj[0]).toBeCloseTo(114.400114, 6)
  expect(gcj[1]).toBeCloseTo(28.999116, 6)
  const bd = fromWgs84(wgs, 'bd09')
  expect(bd[0]).toBeCloseTo(114.406642, 6)
  expect(bd[1]).toBeCloseTo(29.004939, 6)
  const between = convertDatum(gcj, 'gcj02', 'bd09')
  expect(metresBetween(between, bd)).toBeLessThan(0.001)
  expect(metresBetween(convertDatum(bd, 'bd09', 'gcj02'), gcj)).toBeLessThan(0.001)
})

test('a position taken from another map comes back to the same spot', () => {
  fc.assert(
    fc.property(inChina, fc.constantFrom('gcj02', 'bd09'), (place, datum) => {
      expect(metresBetween(toWgs84(fromWgs84(place, datum), datum), place)).toBeLessThan(0.001)
      expect(metresBetween(fromWgs84(place, datum), place)).toBeGreaterThan(5)
    }),
  )
})

test('what is stored already in WGS-84 is left alone', () => {
  expect(convertDatum([114.3947, 29.0019], 'wgs84', 'wgs84')).toEqual([114.3947, 29.0019])
  expect(toWgs84([114.3947, 29.0019], 'wgs84')).toEqual([114.3947, 29.0019])
})

test('converting ends even on the rim of the shifted rectangle, and outside it nothing is shifted', () => {
  for (const rim of [
    [72.0045, 40],
    [72.005, 40],
    [100, 0.8294],
    [137.8346, 40],
  ] as const) {
    expect(metresBetween(toWgs84(rim, 'gcj02'), rim)).toBeLessThan(2000)
    expect(metresBetween(toWgs84(rim, 'bd09'), rim)).toBeLessThan(4000)
  }
  expect(fromWgs84([2.35, 48.85], 'gcj02')).toEqual([2.35, 48.85])
})

test('a position in the county is accepted, across the border it is accepted and flagged', () => {
  expect(judgePosition([114.3947, 29.0019], county)).toEqual({ ok: true, outsideCounty: false })
  expect(judgePosition([113.93, 28.69], county)).toEqual({ ok: true, outsideCounty: false })
  expect(judgePosition([113.8, 29.1], county)).toEqual({ ok: true, outsideCounty: true })
  expect(judgePosition([-0.1, 51.5], county)).toEqual({ ok: true, outsideCounty: true })
})

test('latitude and longitude exchanged are refused by that name, also for a place just across the border', () => {
  expect(judgePosition([29.0019, 114.3947], county)).toEqual({ ok: false, because: 'swapped' })
  expect(judgePosition([29.1, 113.8], county)).toEqual({ ok: false, because: 'swapped' })
})

test('a position near the county is never called swapped, whichever county it is', () => {
  const square: Bounds = { west: 30, south: 30.5, east: 31, north: 31.5 }
  expect(judgePosition([30.5, 31], square)).toEqual({ ok: true, outsideCounty: false })
  expect(judgePosition([30.6, 30.2], square)).toEqual({ ok: true, outsideCounty: true })
})

test('a position off the earth or not a number is refused', () => {
  for (const nowhere of [
    [181, 29],
    [114, 90.001],
    [-181, 0],
    [Number.NaN, 29],
    [114, Infinity],
  ] as const) {
    expect(judgePosition(nowhere, county)).toEqual({ ok: false, because: 'out-of-range' })
  }
})

test('the empty fix at 0, 0 is refused as no fix', () => {
  expect(judgePosition([0, 0], county)).toEqual({ ok: false, because: 'null-island' })
  expect(judgePosition([0.0001, -0.002], county)).toEqual({ ok: false, because: 'null-island' })
  expect(judgePosition([0, 29], county)).toEqual({ ok: true, outsideCounty: true })
})

test('every position on the earth is either accepted or refused with a reason, and in the county always accepted', () => {
  const any = fc.double({ min: -400, max: 400 })
  fc.assert(
    fc.property(any, any, (lng, lat) => {
      const verdict = judgePosition([lng, lat], county)
      const onEarth = Math.abs(lng) <= 180 && Math.abs(lat) <= 90
      if (!onEarth) expect(verdict.ok).toBe(false)
      if (verdict.ok) expect(verdict.outsideCounty).toBe(lng < 113.93 || lng > 114.94 || lat < 28.69 || lat > 29.38)
    }),
  )
})
