import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closeTogether, coarserHeaps, type Heap, heapsOf, type SortedPoints } from './heaps.ts'
import { cellRangeOfTile, columnRowOf, placeCellOf } from './morton.ts'

type Point = readonly [lng: number, lat: number, kind: number]

const sortedPoints = (points: readonly Point[]): SortedPoints => {
  const rows = points
    .map(([lng, lat, kind]) => ({ cell: placeCellOf([lng, lat]), kind }))
    .sort((a, b) => a.cell - b.cell)
  return { cells: Float64Array.from(rows, ({ cell }) => cell), kinds: Uint8Array.from(rows, ({ kind }) => kind) }
}
const world = cellRangeOfTile(0, 0, 0)
const sumOf = (heaps: readonly Heap[]) => ({
  count: heaps.reduce((sum, { count }) => sum + count, 0),
  overdue: heaps.reduce((sum, { overdue }) => sum + overdue, 0),
  worst: Math.max(-1, ...heaps.map(({ worst }) => worst)),
  sumColumn: heaps.reduce((sum, { sumColumn }) => sum + sumColumn, 0),
  sumRow: heaps.reduce((sum, { sumRow }) => sum + sumRow, 0),
})

const somewhere = fc.tuple(
  fc.double({ min: 114, max: 115, noNaN: true }),
  fc.double({ min: 28, max: 29, noNaN: true }),
  fc.integer({ min: 0, max: 13 }),
)

test('however they are gridded, coarsened and put together, no hazard is lost and none is counted twice', () => {
  fc.assert(
    fc.property(fc.array(somewhere, { maxLength: 60 }), fc.nat(12), fc.nat(8), (places, coarse, finer) => {
      const points = sortedPoints(places)
      const kinds = places.map(([, , kind]) => kind)
      const heaps = heapsOf(points, world, coarse + finer)
      const expected = {
        count: places.length,
        overdue: kinds.filter((kind) => kind % 2 === 1).length,
        worst: Math.max(-1, ...kinds.map((kind) => kind >> 1)),
      }
      expect(sumOf(heaps)).toMatchObject(expected)
      const coarser = coarserHeaps(heaps, coarse + finer, coarse)
      expect(coarser).toEqual(heapsOf(points, world, coarse))
      expect(sumOf(closeTogether(coarser, 2 ** 14))).toEqual(sumOf(heaps))
    }),
  )
})

test('a heap of one or two knows exactly which cells they lie in', () => {
  const [a, b] = [placeCellOf([114.5, 29]), placeCellOf([114.5001, 29.0001])]
  const [heap] = heapsOf(
    sortedPoints([
      [114.5, 29, 8],
      [114.5001, 29.0001, 11],
    ]),
    world,
    10,
  )
  expect(heap).toMatchObject({ count: 2, overdue: 1, worst: 5, first: Math.min(a, b), last: Math.max(a, b) })
  expect(heap?.sumColumn).toBe(columnRowOf(a)[0] + columnRowOf(b)[0])
})

test('what lies close to a greater heap goes with it, what lies further stays', () => {
  const heaps = heapsOf(
    sortedPoints([
      [114.5, 29, 0],
      [114.5, 29, 0],
      [114.51, 29, 0],
      [114.8, 29, 0],
    ]),
    world,
    20,
  )
  const near = closeTogether(heaps, 2 ** 26 * (0.02 / 360))
  expect(near.map(({ count }) => count)).toEqual([3, 1])
})
