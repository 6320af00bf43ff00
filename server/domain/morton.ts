import type { Bounds, LngLat } from './distance.ts'
import { radiansPerDegree } from './distance.ts'

/** Codes from `from` up to, but not including, `before`. */
export type CellRange = { readonly from: number; readonly before: number }

/** 26 bits per axis make a 52-bit code: exact in a JavaScript number; a cell is 0.52 m wide at 29° N. */
export const bitsPerAxis = 26
const cellsPerAxis = 2 ** bitsPerAxis
const halfCode = 2 ** bitsPerAxis
const lowBits = 0x1fff

/** Puts a zero before each of 13 bits: abc -> 0a0b0c. */
function spread(bits: number): number {
  let spaced = bits
  spaced = (spaced | (spaced << 8)) & 0x00ff00ff
  spaced = (spaced | (spaced << 4)) & 0x0f0f0f0f
  spaced = (spaced | (spaced << 2)) & 0x33333333
  return (spaced | (spaced << 1)) & 0x55555555
}

/** Undoes `spread`, heedless of the bits between. */
function gather(spaced: number): number {
  let bits = spaced & 0x55555555
  bits = (bits | (bits >> 1)) & 0x33333333
  bits = (bits | (bits >> 2)) & 0x0f0f0f0f
  bits = (bits | (bits >> 4)) & 0x00ff00ff
  return (bits | (bits >> 8)) & 0x0000ffff
}

/** The code of column x, row y (each a whole number under 2^26). Two halves, since bitwise operators end at 32 bits. */
function interleave(x: number, y: number): number {
  const high = spread(x >>> 13) | (spread(y >>> 13) << 1)
  const low = spread(x & lowBits) | (spread(y & lowBits) << 1)
  return high * halfCode + low
}

const clampCell = (cell: number): number => Math.min(cellsPerAxis - 1, Math.max(0, Math.floor(cell)))

const columnOf = (lng: number): number => clampCell(((lng + 180) / 360) * cellsPerAxis)

function rowOf(lat: number): number {
  const sine = Math.sin(lat * radiansPerDegree)
  return clampCell((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * cellsPerAxis)
}

/**
 * Morton code (0 <= code < 2^52) of a WGS-84 position in web-mercator, x in the even bits, y (southward) in the odd.
 * Poleward of 85.0511° it falls in the outermost row. Throws RangeError on what is not a number.
 */
export function placeCellOf(lngLat: LngLat): number {
  const [lng, lat] = lngLat
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) throw new RangeError(`no position: ${lng}, ${lat}`)
  return interleave(columnOf(lng), rowOf(lat))
}

/** Column and row of a cell, each a whole number under 2^26, counted from the north-west. */
export function columnRowOf(cell: number): readonly [column: number, row: number] {
  const high = Math.floor(cell / halfCode)
  const low = cell % halfCode
  return [gather(high) * (lowBits + 1) + gather(low), gather(high >> 1) * (lowBits + 1) + gather(low >> 1)]
}

/** The middle of a cell in WGS-84, at most half a cell (0.3 m at the equator) from what was put in. */
export function lngLatOfCell(cell: number): LngLat {
  if (!Number.isInteger(cell) || cell < 0 || cell >= halfCode * halfCode) throw new RangeError(`no cell: ${cell}`)
  const [x, y] = columnRowOf(cell)
  const lng = ((x + 0.5) / cellsPerAxis) * 360 - 180
  const lat = Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + 0.5)) / cellsPerAxis))) / radiansPerDegree
  return [lng, lat]
}

/** The one contiguous range that is map tile z/x/y (XYZ scheme, row 0 in the north). RangeError if there is no such tile. */
export function cellRangeOfTile(z: number, x: number, y: number): CellRange {
  const tilesPerAxis = 2 ** z
  const exists = [z, x, y].every((n) => Number.isInteger(n) && n >= 0) && z <= bitsPerAxis
  if (!exists || x >= tilesPerAxis || y >= tilesPerAxis) throw new RangeError(`no tile: ${z}/${x}/${y}`)
  const codesPerTile = 4 ** (bitsPerAxis - z)
  const from = interleave(x, y) * codesPerTile
  return { from, before: from + codesPerTile }
}

/**
 * At most `maxRanges` ranges, ascending and apart, that together hold every cell touching `bounds`, and some beside it:
 * the caller compares the real position afterwards. Eight ranges serve a search within N metres.
 * Throws RangeError on bounds that are empty or not numbers, and on fewer than one range.
 */
export function cellRangesOfBounds(bounds: Bounds, maxRanges: number): readonly CellRange[] {
  if (!(bounds.west <= bounds.east && bounds.south <= bounds.north)) throw new RangeError('bounds hold no position')
  if (!Number.isInteger(maxRanges) || maxRanges < 1) throw new RangeError(`no number of ranges: ${maxRanges}`)
  const window = {
    left: columnOf(bounds.west),
    right: columnOf(bounds.east),
    top: rowOf(bounds.north),
    bottom: rowOf(bounds.south),
  }
  let tiles: Tile[] = [{ z: 0, x: 0, y: 0, whole: false }]
  while (tiles.some((tile) => !tile.whole)) {
    const finer = tiles.flatMap((tile) => (tile.whole ? [tile] : quarters(tile, window)))
    if (finer.length > maxRanges * 4) break
    tiles = finer
  }
  return joinNearest(
    tiles.map((tile) => cellRangeOfTile(tile.z, tile.x, tile.y)),
    maxRanges,
  )
}

type Tile = { readonly z: number; readonly x: number; readonly y: number; readonly whole: boolean }
type Window = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** Those of a tile's four children that touch the window, in the order of their codes. */
function quarters(tile: Tile, window: Window): Tile[] {
  const z = tile.z + 1
  const span = 2 ** (bitsPerAxis - z)
  const touching: Tile[] = []
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    const [x, y] = [tile.x * 2 + dx, tile.y * 2 + dy]
    const [left, top] = [x * span, y * span]
    const [right, bottom] = [left + span - 1, top + span - 1]
    if (left > window.right || right < window.left || top > window.bottom || bottom < window.top) continue
    const whole = left >= window.left && right <= window.right && top >= window.top && bottom <= window.bottom
    touching.push({ z, x, y, whole })
  }
  return touching
}

/** Closes the narrowest gaps between ascending ranges until no more than `maxRanges` are left; neighbours always join. */
function joinNearest(ranges: readonly CellRange[], maxRanges: number): readonly CellRange[] {
  const gapBefore = ranges.map((range, i) => range.from - (ranges[i - 1]?.before ?? range.from))
  const widestFirst = gapBefore.map((gap, i) => ({ gap, i })).sort((a, b) => b.gap - a.gap || a.i - b.i)
  const kept = widestFirst.slice(0, maxRanges - 1).filter(({ gap }) => gap > 0)
  const startsAt = new Set(kept.map(({ i }) => i))
  const joined: CellRange[] = []
  for (const [i, range] of ranges.entries()) {
    const last = joined.at(-1)
    if (last && !startsAt.has(i)) joined[joined.length - 1] = { from: last.from, before: range.before }
    else joined.push(range)
  }
  return joined
}
