import type { DemoGeography } from './geography-shapes.ts'
import { countyBox, type LngLat, type PlanePoint, toLngLat, toPlane } from './plane.ts'
import { hashOfText } from './seeded-random.ts'

/** Heights on a square grid over the county and some land around it; rows from the south. */
export type HeightField = {
  columns: number
  rows: number
  metres: Float64Array
  lngLatAt: (column: number, row: number) => LngLat
  /** Between the grid's points, as smooth as the grid is. */
  heightAt: (longitude: number, latitude: number) => number
}

export const cellMetres = 400
const marginMetres = 9_000
/** From a road's own ground up to where hills are as high as they get. */
const valleyMetres = { G: 4200, S: 3600, X: 2800, Y: 1900, C: 1300 } as const
const roadSampleMetres = 180

/** Values on whole numbers, smooth in between; 0 to 1. */
const noiseOf = (seed: string) => {
  const salt = hashOfText(seed)
  const at = (i: number, j: number): number => {
    let hash = Math.imul(i, 374_761_393) ^ Math.imul(j, 668_265_263) ^ salt
    hash = Math.imul(hash ^ (hash >>> 13), 1_274_126_177)
    return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296
  }
  const smooth = (t: number): number => t * t * (3 - 2 * t)
  return (x: number, y: number): number => {
    const [i, j] = [Math.floor(x), Math.floor(y)]
    const [u, v] = [smooth(x - i), smooth(y - j)]
    const south = at(i, j) + (at(i + 1, j) - at(i, j)) * u
    const north = at(i, j + 1) + (at(i + 1, j + 1) - at(i, j + 1)) * u
    return south + (north - south) * v
  }
}

/** Ridges that fork and fork again: folded noise, each octave finer and lower. */
const ridgesOf = (seed: string) => {
  const noise = noiseOf(seed)
  return ([east, north]: PlanePoint): number => {
    let [sum, size, wave] = [0, 1, 1 / 16_000]
    for (let octave = 0; octave < 5; octave++) {
      sum += size * (1 - Math.abs(2 * noise(east * wave + octave * 17, north * wave + octave * 31) - 1))
      size *= 0.5
      wave *= 2.07
    }
    return sum / 1.94
  }
}

/** How far from the next road, as a share of the width of its valley: nought on it, one where it is felt no more. */
const awayFromRoads = (
  geography: DemoGeography,
  columns: number,
  rows: number,
  cellOf: (p: PlanePoint) => PlanePoint,
) => {
  const away = new Float64Array(columns * rows).fill(1)
  for (const { routeCode, geometry } of geography.roads) {
    const letter = (['G', 'S', 'X', 'Y', 'C'] as const).find((one) => routeCode.startsWith(one)) ?? 'C'
    const reach = valleyMetres[letter] / cellMetres
    const line = geometry.coordinates.map(([lng = 0, lat = 0]) => toPlane([lng, lat]))
    let left = 0
    for (const [i, b] of line.entries()) {
      const a = line[i - 1]
      if (a === undefined) continue
      left -= Math.hypot(b[0] - a[0], b[1] - a[1])
      if (left > 0 && i < line.length - 1) continue
      left = roadSampleMetres * 2
      const [column, row] = cellOf(b)
      for (let r = Math.max(0, Math.ceil(row - reach)); r <= Math.min(rows - 1, row + reach); r++)
        for (let c = Math.max(0, Math.ceil(column - reach)); c <= Math.min(columns - 1, column + reach); c++) {
          const share = Math.hypot(c - column, r - row) / reach
          if (share < (away[r * columns + c] ?? 1)) away[r * columns + c] = share
        }
    }
  }
  return away
}

/** Hills that leave their valleys to the roads, higher towards the county's edge: watersheds are where borders run. */
export const makeHeightField = (geography: DemoGeography, seed: string): HeightField => {
  const [[west, south], [east, north]] = [
    toPlane([countyBox.west, countyBox.south]),
    toPlane([countyBox.east, countyBox.north]),
  ]
  const origin: PlanePoint = [west - marginMetres, south - marginMetres]
  const columns = Math.ceil((east - west + 2 * marginMetres) / cellMetres) + 1
  const rows = Math.ceil((north - south + 2 * marginMetres) / cellMetres) + 1
  const cellOf = ([e, n]: PlanePoint): PlanePoint => [(e - origin[0]) / cellMetres, (n - origin[1]) / cellMetres]
  const placeOf = (column: number, row: number): PlanePoint => [
    origin[0] + column * cellMetres,
    origin[1] + row * cellMetres,
  ]
  const ridges = ridgesOf(`${seed}/ridges`)
  const away = awayFromRoads(geography, columns, rows, cellOf)
  const metres = Float64Array.from(away, (share, i) => {
    const place = placeOf(i % columns, Math.floor(i / columns))
    const outwards = Math.min(1, Math.hypot(place[0] / 55_000, place[1] / 42_000))
    const foot = 95 + 70 * outwards
    return (
      foot + share ** 1.35 * ridges(place) ** 1.8 * (520 + 520 * outwards) + ridges([place[1] * 3, place[0] * 3]) * 26
    )
  })
  return {
    ...{ columns, rows, metres },
    lngLatAt: (column, row) => toLngLat(placeOf(column, row)),
    heightAt: (longitude, latitude) => {
      const [x, y] = cellOf(toPlane([longitude, latitude]))
      const column = Math.min(columns - 2, Math.max(0, Math.floor(x)))
      const row = Math.min(rows - 2, Math.max(0, Math.floor(y)))
      const at = (c: number, r: number): number => metres[(row + r) * columns + column + c] ?? 0
      const [u, v] = [Math.min(1, Math.max(0, x - column)), Math.min(1, Math.max(0, y - row))]
      return (at(0, 0) * (1 - u) + at(1, 0) * u) * (1 - v) + (at(0, 1) * (1 - u) + at(1, 1) * u) * v
    },
  }
}
