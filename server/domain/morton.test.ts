import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsAround, type LngLat, metresBetween } from './distance.ts'
import { bitsPerAxis, cellRangeOfTile, cellRangesOfBounds, lngLatOfCell, placeCellOf } from './morton.ts'

const mapEdge = 85.0511
const lng = fc.double({ min: -180, max: 179.999999, noNaN: true })
const lat = fc.double({ min: -mapEdge, max: mapEdge, noNaN: true })
const onMap = fc.tuple(lng, lat)

/** The same code by the definition: bit by bit, in BigInt. */
function cellByDefinition([degreesEast, degreesNorth]: LngLat): number {
  const radians = (degreesNorth * Math.PI) / 180
  const x = BigInt(Math.floor(((degreesEast + 180) / 360) * 2 ** bitsPerAxis))
  const y = BigInt(Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** bitsPerAxis))
  let code = 0n
  for (let bit = 0n; bit < BigInt(bitsPerAxis); bit++) {
    code |= ((x >> bit) & 1n) << (2n * bit)
    code |= ((y >> bit) & 1n) << (2n * bit + 1n)
  }
  return Number(code)
}

/** The map tile of a position as every map library works it out. */
function tileOf([degreesEast, degreesNorth]: LngLat, z: number): { x: number; y: number } {
  const radians = (degreesNorth * Math.PI) / 180
  return {
    x: Math.floor(((degreesEast + 180) / 360) * 2 ** z),
    y: Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z),
  }
}

test('a code is the interleaved bits of column and row', () => {
  expect(placeCellOf([-180, 85.06])).toBe(0)
  expect(placeCellOf([180, -90])).toBe(2 ** 52 - 1)
  expect(placeCellOf([114.3947, 29.0019])).toBe(cellByDefinition([114.3947, 29.0019]))
  // Cell edges are met to the last bit only by chance, so a neighbour's centre is where the two ways must agree.
  fc.assert(
    fc.property(onMap, (place) => {
      const centre = lngLatOfCell(placeCellOf(place))
      expect(placeCellOf(centre)).toBe(cellByDefinition(centre))
    }),
  )
})

test('a position comes back from its code within one cell', () => {
  fc.assert(
    fc.property(onMap, (place) => {
      const cell = placeCellOf(place)
      expect(Number.isSafeInteger(cell)).toBe(true)
      expect(metresBetween(place, lngLatOfCell(cell))).toBeLessThan(0.45)
      expect(placeCellOf(lngLatOfCell(cell))).toBe(cell)
    }),
  )
})

test('a map tile is one range: it holds what lies in it and nothing else', () => {
  fc.assert(
    fc.property(onMap, onMap, fc.integer({ min: 0, max: 24 }), (inside, other, z) => {
      const tile = tileOf(lngLatOfCell(placeCellOf(inside)), z)
      const { from, before } = cellRangeOfTile(z, tile.x, tile.y)
      const holds = (place: LngLat): boolean => placeCellOf(place) >= from && placeCellOf(place) < before
      expect(holds(inside)).toBe(true)
      const otherTile = tileOf(lngLatOfCell(placeCellOf(other)), z)
      expect(holds(other)).toBe(otherTile.x === tile.x && otherTile.y === tile.y)
    }),
  )
})

test('the four quarters of a tile are its range cut in four', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 25 }), fc.nat(), fc.nat(), (z, a, b) => {
      const [x, y] = [a % 2 ** z, b % 2 ** z]
      const whole = cellRangeOfTile(z, x, y)
      const quarters = [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ] as const
      const cut = quarters.map(([dx, dy]) => cellRangeOfTile(z + 1, x * 2 + dx, y * 2 + dy))
      expect(cut[0]?.from).toBe(whole.from)
      expect(cut[3]?.before).toBe(whole.before)
      for (const i of [1, 2, 3]) expect(cut[i]?.from).toBe(cut[i - 1]?.before)
    }),
  )
})

test('the whole world is one range, and one cell is one code', () => {
  expect(cellRangeOfTile(0, 0, 0)).toEqual({ from: 0, before: 2 ** 52 })
  const finest = cellRangeOfTile(26, 2 ** 26 - 1, 2 ** 26 - 1)
  expect(finest).toEqual({ from: 2 ** 52 - 1, before: 2 ** 52 })
})

test('a tile that does not exist is refused', () => {
  for (const [z, x, y] of [
    [3, 8, 0],
    [3, 0, 8],
    [3, -1, 0],
    [27, 0, 0],
    [1.5, 0, 0],
    [-1, 0, 0],
  ] as const) {
    expect(() => cellRangeOfTile(z, x, y)).toThrow(RangeError)
  }
})

test('what is not a position has no code', () => {
  expect(() => placeCellOf([Number.NaN, 29])).toThrow(RangeError)
  expect(() => placeCellOf([114, Infinity])).toThrow(RangeError)
  expect(() => lngLatOfCell(2 ** 52)).toThrow(RangeError)
  expect(() => lngLatOfCell(0.5)).toThrow(RangeError)
})

test('a search within bounds misses no position in them, in as few ranges as asked for', () => {
  const metres = fc.double({ min: 0.1, max: 20_000, noNaN: true })
  const fraction = fc.double({ min: 0, max: 1, noNaN: true })
  const inner = fc.tuple(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -84, max: 84, noNaN: true }))
  fc.assert(
    fc.property(inner, metres, fraction, fraction, fc.integer({ min: 1, max: 20 }), (centre, radius, u, v, most) => {
      const box = boundsAround(centre, radius)
      const place: LngLat = [box.west + (box.east - box.west) * u, box.south + (box.north - box.south) * v]
      const ranges = cellRangesOfBounds(box, most)
      expect(ranges.length).toBeLessThanOrEqual(most)
      const cell = placeCellOf(place)
      expect(ranges.some(({ from, before }) => cell >= from && cell < before)).toBe(true)
      for (const [i, { from, before }] of ranges.entries()) {
        expect(before).toBeGreaterThan(from)
        if (i > 0) expect(from).toBeGreaterThan(ranges[i - 1]?.before ?? Infinity)
      }
    }),
  )
})

test('eight ranges around a place are no wasteful search: at most six times its rectangle', () => {
  const centres = fc.tuple(
    fc.double({ min: 113.9, max: 115, noNaN: true }),
    fc.double({ min: 28.6, max: 29.4, noNaN: true }),
  )
  fc.assert(
    fc.property(centres, (centre) => {
      const box = boundsAround(centre, 50)
      const searched = cellRangesOfBounds(box, 8).reduce((sum, { from, before }) => sum + before - from, 0)
      const cellMetres = (40_075_016.7 / 2 ** 26) * Math.cos((centre[1] * Math.PI) / 180)
      expect(searched * cellMetres ** 2).toBeLessThan(6 * 100 ** 2)
    }),
  )
})

test('bounds that hold nothing are refused', () => {
  expect(() => cellRangesOfBounds({ west: 2, east: 1, south: 0, north: 1 }, 8)).toThrow(RangeError)
  expect(() => cellRangesOfBounds({ west: Number.NaN, east: 1, south: 0, north: 1 }, 8)).toThrow(RangeError)
  expect(() => cellRangesOfBounds({ west: 0, east: 1, south: 0, north: 1 }, 0)).toThrow(RangeError)
})
