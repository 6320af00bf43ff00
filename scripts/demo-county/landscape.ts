import { type GroundFeature, groundFeature } from '../../server/base-map/ground-feature.ts'
import type { DemoGeography } from './geography-shapes.ts'
import { cellMetres, type HeightField, makeHeightField } from './height-field.ts'
import { toLngLat, toPlane } from './plane.ts'
import { ringsAbove } from './rings-above.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'
import { coursesOf, drain } from './water-courses.ts'

export type Landscape = { ground: GroundFeature[]; field: HeightField }

const cellsOf = (squareKilometres: number): number => (squareKilometres * 1e6) / cellMetres ** 2
const streamArea = cellsOf(9)
const riverArea = cellsOf(70)

const riverNames = [
  '云溪河',
  '龙潭河',
  '白沙河',
  '石桥河',
  '清水河',
  '东坑水',
  '西坑水',
  '大源水',
  '桃坪水',
  '柳溪',
  '双港水',
  '长滩水',
]
const peakNames = [
  '云峰尖',
  '大岭头',
  '鸡公岩',
  '望江岭',
  '石笋尖',
  '九龙岭',
  '白马尖',
  '天湖山',
  '黄龙岩',
  '五指峰',
  '仙姑岭',
  '凤凰尖',
]

const mixed = ({ gaussian }: SeededRandom, i: number): number => 1 + 0.22 * Math.sin(i * 1.7) + gaussian(0, 0.08)

/** Houses around a seat: an uneven patch, larger for the county's own. */
const builtAround = (random: SeededRandom, seat: readonly [number, number], radiusMetres: number): GroundFeature => {
  const [east, north] = toPlane(seat)
  const corners = Array.from({ length: 26 }, (_, i) => {
    const radius = radiusMetres * mixed(random, i)
    const turn = (i / 26) * 2 * Math.PI
    return toLngLat([east + radius * Math.cos(turn), north + radius * Math.sin(turn)])
  })
  const ring = [...corners, ...corners.slice(0, 1)]
  return groundFeature('land', 9, { type: 'Polygon', coordinates: [ring] }, { kind: 'built' })
}

/** The highest points, none within sight of a higher one. */
const peaksOf = (field: HeightField): GroundFeature[] => {
  const { columns, rows, metres } = field
  const apart = Math.round(5_500 / cellMetres)
  const cells = [...metres.keys()].sort((a, b) => (metres[b] ?? 0) - (metres[a] ?? 0))
  const peaks: { column: number; row: number; metres: number }[] = []
  for (const cell of cells) {
    const [column, row] = [cell % columns, Math.floor(cell / columns)]
    if (column < 4 || row < 4 || column > columns - 5 || row > rows - 5) continue
    if (peaks.some((peak) => Math.hypot(peak.column - column, peak.row - row) < apart)) continue
    peaks.push({ column, row, metres: Math.round(metres[cell] ?? 0) })
    if (peaks.length === 60) break
  }
  return peaks.map(({ column, row, metres: height }, i) => {
    const name = peakNames[i]
    const coordinates = [...field.lngLatAt(column, row)]
    return groundFeature(
      ...(['names', i < peakNames.length ? 10 : 12] as const),
      { type: 'Point', coordinates },
      { kind: 'peak', metres: height, ...(name === undefined ? {} : { name }) },
    )
  })
}

/** Invented land to go with the invented county: hills, woods, rivers, a reservoir, houses. The same for the same seed. */
export const makeLandscape = (geography: DemoGeography, seed: string): Landscape => {
  const random = seededRandom(`${seed}/landscape`)
  const field = makeHeightField(geography, seed)
  const { columns, metres } = field
  const drainage = drain(field)
  const courses = coursesOf(field, drainage, streamArea).sort((a, b) => b.mostArea - a.mostArea)
  const rivers = courses.map(({ line, mostArea }, i) => {
    const isRiver = mostArea >= riverArea
    const name = riverNames[i]
    return groundFeature(
      ...(['rivers', isRiver ? 8 : 11] as const),
      { type: 'LineString', coordinates: line },
      { kind: isRiver ? 'river' : 'stream', ...(name === undefined ? {} : { name }) },
    )
  })
  const land = (kind: string, polygons: GeoPolygons, fromZoom: number): GroundFeature[] =>
    polygons.map((coordinates) => groundFeature('land', fromZoom, { type: 'Polygon', coordinates }, { kind }))
  const heightAt = (column: number, row: number): number => metres[row * columns + column] ?? 0
  const forest = ringsAbove(field, (c, r) => heightAt(c, r) - 240 - 45 * Math.sin(c * 0.37) * Math.cos(r * 0.29), 6e5)
  const seats = geography.townships.map(({ seat, kind }, i) =>
    builtAround(random.fork(i), seat, (kind === 'town' ? 620 : 400) * (i === 0 ? 1.2 : 1)),
  )
  return {
    field,
    ground: [
      ...land('forest', forest, 6),
      ...seats,
      ...reservoir(field, drainage, courses),
      ...rivers,
      ...peaksOf(field),
    ],
  }
}

type GeoPolygons = ReturnType<typeof ringsAbove>

/** One valley dammed: everything behind the dam that lies below its crest, and joins on to it. */
const reservoir = (
  field: HeightField,
  { downstream, area }: ReturnType<typeof drain>,
  courses: ReturnType<typeof coursesOf>,
): GroundFeature[] => {
  const { columns, metres } = field
  const valley = courses.find(({ mostArea }) => mostArea < cellsOf(420) && mostArea > cellsOf(120))
  const dam = valley?.cells[Math.floor(valley.cells.length * 0.72)]
  if (dam === undefined) return []
  const crest = (metres[dam] ?? 0) + 38
  const behind = new Set([dam])
  const uphill = new Map<number, number[]>()
  for (const [cell, next] of downstream.entries()) uphill.set(next, [...(uphill.get(next) ?? []), cell])
  for (const cell of behind)
    for (const next of uphill.get(cell) ?? []) if ((metres[next] ?? 0) < crest) behind.add(next)
  if (behind.size < 12 || (area[dam] ?? 0) === 0) return []
  const value = (c: number, r: number): number => {
    const cell = r * columns + c
    return behind.has(cell) ? Math.max(1, crest - (metres[cell] ?? 0)) : -14
  }
  return ringsAbove(field, value, 3e5).map((coordinates) =>
    groundFeature('water', 6, { type: 'Polygon', coordinates }, { kind: 'reservoir', name: '云溪水库' }),
  )
}
