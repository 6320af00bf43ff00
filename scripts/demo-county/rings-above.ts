import type { Position } from 'geojson'
import { closeRings, withHoles } from '../../server/base-map/close-rings.ts'
import { ringAreaSquareMetres, toPlane } from './plane.ts'

type Grid = { columns: number; rows: number; lngLatAt: (column: number, row: number) => readonly [number, number] }

/** The sides of a square between which a line passes, by which of its corners lie above (marching squares). */
const passes: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 2],
    [1, 0],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [
    [0, 3],
    [2, 1],
  ],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  [],
]

/** The land where a value is above nought, as polygons with their holes; beyond the grid it is below everywhere. */
export const ringsAbove = (grid: Grid, value: (column: number, row: number) => number, leastSquareMetres: number) => {
  const { columns, rows, lngLatAt } = grid
  const at = (c: number, r: number): number => (c < 0 || r < 0 || c >= columns || r >= rows ? -1 : value(c, r))
  const places = new Map<number, Position>()
  const wide = columns + 3
  // a side is named by its lower or left corner: even along a row, odd along a column
  const side = (c: number, r: number, upward: 0 | 1): number => {
    const id = ((r + 1) * wide + c + 1) * 2 + upward
    if (!places.has(id)) {
      const [a, b] = [at(c, r), upward ? at(c, r + 1) : at(c + 1, r)]
      const share = Math.min(0.98, Math.max(0.02, a / (a - b)))
      const [from, to] = [lngLatAt(c, r), lngLatAt(c + (upward ? 0 : 1), r + (upward ? 1 : 0))]
      places.set(
        id,
        [0, 1].map((axis) => {
          const [p = 0, q = 0] = [from[axis], to[axis]]
          return Math.round((p + (q - p) * share) * 1e6) / 1e6
        }),
      )
    }
    return id
  }
  const parts: number[][] = []
  for (let r = -1; r < rows; r++)
    for (let c = -1; c < columns; c++) {
      const corners = [at(c, r), at(c + 1, r), at(c + 1, r + 1), at(c, r + 1)]
      const form = corners.reduce((sum, each, i) => sum + (each > 0 ? 1 << i : 0), 0)
      const sides = [() => side(c, r, 0), () => side(c + 1, r, 1), () => side(c, r + 1, 0), () => side(c, r, 1)]
      for (const [from, to] of passes[form] ?? []) parts.push([sides[from]?.() ?? 0, sides[to]?.() ?? 0])
    }
  const rings = closeRings(parts).map((ring) => ring.map((id) => places.get(id) ?? [0, 0]))
  const areaOf = (ring: Position[]): number =>
    ringAreaSquareMetres(ring.map(([lng = 0, lat = 0]) => toPlane([lng, lat])))
  const sized = rings
    .map((ring) => ({ ring, area: areaOf(ring) }))
    .filter(({ area }) => Math.abs(area) >= leastSquareMetres)
  return withHoles(
    sized.filter(({ area }) => area < 0).map(({ ring }) => ring),
    sized.filter(({ area }) => area > 0).map(({ ring }) => ring),
  )
}
