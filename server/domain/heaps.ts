import { bitsPerAxis, type CellRange, columnRowOf } from './morton.ts'

/** Points that lie in one square of a grid, added up; columns and rows are those of Morton cells. */
export interface Heap {
  /** Code of the square at its level: the Morton code of any of its points, shifted. */
  readonly square: number
  readonly count: number
  readonly overdue: number
  /** The highest rank among them; see marksByRank. */
  readonly worst: number
  readonly sumColumn: number
  readonly sumRow: number
  /** Cells of the first and the last point in Morton order: all there are, of one or two. */
  readonly first: number
  readonly last: number
}

/** Points in ascending Morton order; `kinds` is twice the rank, and one more once overdue. */
export interface SortedPoints {
  readonly cells: Float64Array
  readonly kinds: Uint8Array
}

/** Index of the first cell not below `cell`. */
export const firstAtLeast = (cells: Float64Array, cell: number): number => {
  let [low, high] = [0, cells.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((cells[middle] ?? 0) < cell) low = middle + 1
    else high = middle
  }
  return low
}

/** The points of a range as heaps of a grid with 2^level squares to the world's edge, in Morton order. */
export const heapsOf = ({ cells, kinds }: SortedPoints, { from, before }: CellRange, level: number): Heap[] => {
  const cellsPerSquare = 4 ** (bitsPerAxis - level)
  const heaps: Heap[] = []
  const end = firstAtLeast(cells, before)
  for (let i = firstAtLeast(cells, from); i < end; ) {
    const first = cells[i] ?? 0
    const square = Math.floor(first / cellsPerSquare)
    const squareEnds = (square + 1) * cellsPerSquare
    let [count, overdue, worst, sumColumn, sumRow, last] = [0, 0, 0, 0, 0, first]
    for (; i < end && (cells[i] ?? 0) < squareEnds; i++) {
      last = cells[i] ?? 0
      const kind = kinds[i] ?? 0
      const [column, row] = columnRowOf(last)
      count++
      overdue += kind & 1
      if (kind >> 1 > worst) worst = kind >> 1
      sumColumn += column
      sumRow += row
    }
    heaps.push({ square, count, overdue, worst, sumColumn, sumRow, first, last })
  }
  return heaps
}

/** Two heaps as one, under the square of the first. */
const together = (a: Heap, b: Heap): Heap => ({
  square: a.square,
  count: a.count + b.count,
  overdue: a.overdue + b.overdue,
  worst: Math.max(a.worst, b.worst),
  sumColumn: a.sumColumn + b.sumColumn,
  sumRow: a.sumRow + b.sumRow,
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
})

/** The same points on a coarser grid; `heaps` are in Morton order, of level `from`, and `to` is no finer. */
export const coarserHeaps = (heaps: Iterable<Heap>, from: number, to: number): Heap[] => {
  const squaresPerSquare = 4 ** (from - to)
  const coarser: Heap[] = []
  for (const heap of heaps) {
    const square = Math.floor(heap.square / squaresPerSquare)
    const last = coarser.at(-1)
    if (last?.square === square) coarser[coarser.length - 1] = together(last, heap)
    else coarser.push({ ...heap, square })
  }
  return coarser
}

/**
 * Heaps whose middles lie within so many cells of a greater one's are put with it, the greatest first; equals in Morton
 * order. So plates on a map seldom cover each other, and nothing is lost or counted twice.
 */
export const closeTogether = (heaps: readonly Heap[], withinCells: number): Heap[] => {
  const left = heaps
    .map((heap) => ({ heap, x: heap.sumColumn / heap.count, y: heap.sumRow / heap.count, taken: false }))
    .sort((a, b) => b.heap.count - a.heap.count || a.heap.first - b.heap.first)
  const gathered: Heap[] = []
  for (const seed of left) {
    if (seed.taken) continue
    let sum = seed.heap
    for (const other of left) {
      if (other === seed || other.taken || Math.hypot(other.x - seed.x, other.y - seed.y) > withinCells) continue
      other.taken = true
      sum = together(sum, other.heap)
    }
    seed.taken = true
    gathered.push(sum)
  }
  return gathered
}
