import type { HeightField } from './height-field.ts'
import type { LngLat } from './plane.ts'

/** Water runs from cell to cell, each to one below it; `area` counts the cells that a cell's water comes from. */
export type Drainage = { downstream: Int32Array; area: Float64Array }

export type Course = { line: LngLat[]; cells: number[]; mostArea: number }

const steps = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const

/** A heap of cells, the lowest first. */
const lowestFirst = (heights: Float64Array) => {
  const heap: number[] = []
  const height = (i: number): number => heights[heap[i] ?? 0] ?? 0
  const swap = (i: number, j: number): void => {
    ;[heap[i], heap[j]] = [heap[j] ?? 0, heap[i] ?? 0]
  }
  return {
    put: (cell: number): void => {
      heap.push(cell)
      for (let i = heap.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1
        if (height(parent) <= height(i)) break
        swap(i, parent)
        i = parent
      }
    },
    take: (): number | undefined => {
      const [first] = heap
      const last = heap.pop()
      if (last === undefined || heap.length === 0) return first
      heap[0] = last
      for (let i = 0; ; ) {
        let least = i
        for (const child of [2 * i + 1, 2 * i + 2])
          if (child < heap.length && height(child) < height(least)) least = child
        if (least === i) break
        swap(i, least)
        i = least
      }
      return first
    },
  }
}

const chance = (cell: number): number => {
  const hash = Math.imul(cell ^ (cell >>> 7), 0x2c1b3c6d)
  return ((hash ^ (hash >>> 15)) >>> 0) / 4_294_967_296
}

/** From the edge inwards, always over the lowest sill (priority flood): so every hollow finds its way out. */
export const drain = ({ columns, rows, metres }: HeightField): Drainage => {
  const level = Float64Array.from(metres)
  const downstream = new Int32Array(columns * rows).fill(-2)
  const heap = lowestFirst(level)
  for (let cell = 0; cell < columns * rows; cell++) {
    const [column, row] = [cell % columns, Math.floor(cell / columns)]
    if (column > 0 && row > 0 && column < columns - 1 && row < rows - 1) continue
    downstream[cell] = -1
    heap.put(cell)
  }
  const order: number[] = []
  for (let cell = heap.take(); cell !== undefined; cell = heap.take()) {
    order.push(cell)
    const [column, row] = [cell % columns, Math.floor(cell / columns)]
    for (const [east, north] of steps) {
      const [c, r] = [column + east, row + north]
      const next = r * columns + c
      if (c < 0 || r < 0 || c >= columns || r >= rows || downstream[next] !== -2) continue
      downstream[next] = cell
      // in a filled hollow nothing slopes: each step costs something by chance, or water would run by the ruler
      const climb = Math.hypot(east, north) * (0.2 + 2.6 * chance(next))
      level[next] = Math.max(level[next] ?? 0, (level[cell] ?? 0) + climb)
      heap.put(next)
    }
  }
  const area = new Float64Array(columns * rows).fill(1)
  for (const cell of order.reverse()) {
    const next = downstream[cell] ?? -1
    if (next >= 0) area[next] = (area[next] ?? 0) + (area[cell] ?? 0)
  }
  return { downstream, area }
}

/** Corners cut off twice (Chaikin): a course drawn from cell to cell bends like water. */
const smooth = (line: readonly LngLat[]): LngLat[] => {
  let smoothed: LngLat[] = [...line]
  for (let round = 0; round < 3; round++) {
    const next: LngLat[] = smoothed.slice(0, 1)
    for (const [i, b] of smoothed.entries()) {
      const a = smoothed[i - 1]
      if (a === undefined) continue
      const between = (share: number): LngLat => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
      next.push(between(0.25), between(0.75))
    }
    smoothed = [...next, ...smoothed.slice(-1)]
  }
  return smoothed.map(([lng, lat]) => [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6])
}

/** Every course with at least so much land behind it, from its spring down to where it meets a greater one. */
export const coursesOf = (field: HeightField, { downstream, area }: Drainage, leastArea: number): Course[] => {
  const { columns } = field
  const taken = new Set<number>()
  const feeders = new Set<number>()
  const wet = [...area.keys()].filter((cell) => (area[cell] ?? 0) >= leastArea)
  for (const cell of wet) feeders.add(downstream[cell] ?? -1)
  const springs = wet.filter((cell) => !feeders.has(cell))
  const farthest = (from: number): number[] => {
    const cells = [from]
    for (let cell = downstream[from] ?? -1; cell >= 0; cell = downstream[cell] ?? -1) cells.push(cell)
    return cells
  }
  // the longest first: it keeps its course and its name where others join it
  return springs
    .map(farthest)
    .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
    .flatMap((all): Course[] => {
      const meets = all.findIndex((cell) => taken.has(cell))
      const cells = meets < 0 ? all : all.slice(0, meets + 1)
      for (const cell of cells) taken.add(cell)
      if (cells.length < 4) return []
      const line = smooth(cells.map((cell) => field.lngLatAt(cell % columns, Math.floor(cell / columns))))
      return [{ line, cells, mostArea: Math.max(...cells.slice(0, -1).map((cell) => area[cell] ?? 0)) }]
    })
}
