import type { SQL } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'
import type { Day } from '../domain/county-calendar.ts'
import { coarserHeaps, firstAtLeast, type Heap, heapsOf, type SortedPoints } from '../domain/heaps.ts'
import { bitsPerAxis, type CellRange } from '../domain/morton.ts'
import { type CellRow, cellRows, nextCell } from './tile-store.ts'
import { type HashPlaces, hashesAmong, placesOf, wordHash } from './word-hash.ts'

/** The conditions under which hazards are seen, scope and filter in one, and the day they are judged by. */
export interface Sight {
  readonly conditions: SQL
  readonly today: Day
}

interface Chunk {
  readonly points: SortedPoints & { readonly hashes: Uint32Array }
  /** Its points by the squares of `coarseLevel`; made when first asked for. */
  coarse: Heap[] | null
  /** Which hazard stands where among its points; made when first asked for. */
  places: HashPlaces | null
}

/** A chunk is a tile of this zoom, 34 km across in these latitudes; few counties touch more than a dozen. */
const chunkZoom = 10
const chunkCells = 4 ** (bitsPerAxis - chunkZoom)
const coarseLevel = 14
const coarseCells = 4 ** (bitsPerAxis - coarseLevel)
/** Rows read at a time, between which others get their turn. */
const sliceRows = 2000
const cellsAtOnce = 400

const breathe = (): Promise<void> => new Promise(setImmediate)

export type CountedView = ReturnType<typeof makeCountedView>

/**
 * The hazards under one scope and filter as bare cells and kinds in memory, thirteen bytes each: chunks are read when
 * first needed, by the register's own conditions, and after a change no more than the cells that it touched.
 */
export const makeCountedView = (db: Db, county: string) => {
  const chunks = new Map<number, Chunk>()
  const stale = new Set<number>()
  /** What changed while a chunk was being read, which may hold it as it was before. */
  let touchedMeanwhile: string[] | null = null
  let turn: Promise<unknown> = Promise.resolve()

  /** Where these hazards lie by what was read. */
  const cellsOf = (ids: readonly string[], among: Iterable<Chunk>): number[] => {
    const cells: number[] = []
    for (const chunk of among) {
      const { cells: lying, hashes } = chunk.points
      chunk.places ??= placesOf(hashes)
      for (const at of hashesAmong(hashes, chunk.places, ids)) cells.push(lying[at] ?? 0)
    }
    return cells
  }

  const readRange = async (range: CellRange, sight: Sight): Promise<CellRow[]> => {
    const rows: CellRow[] = []
    for (let from = await nextCell(db, county, range); from !== null; ) {
      const next = await nextCell(db, county, { from, before: range.before }, sliceRows)
      const before: number = next === null ? range.before : Math.max(next, from + 1)
      const slice = await cellRows(db, county, { from, before }, sight)
      for (const row of slice.sort((a, b) => a.cell - b.cell)) rows.push(row)
      from = next === null ? null : before
      await breathe()
    }
    return rows
  }

  const readChunk = async (code: number, sight: Sight): Promise<void> => {
    touchedMeanwhile = []
    const range = { from: code * chunkCells, before: (code + 1) * chunkCells }
    const chunk = { points: sorted(await readRange(range, sight)), coarse: null, places: null }
    for (const cell of cellsOf(touchedMeanwhile, [chunk])) stale.add(cell)
    touchedMeanwhile = null
    chunks.set(code, chunk)
  }

  const readMissing = async ({ from, before }: CellRange, sight: Sight): Promise<void> => {
    for (let code = Math.floor(from / chunkCells); code * chunkCells < before; code++) {
      if (chunks.has(code)) continue
      const range = { from: code * chunkCells, before: Math.max(before, (code + 1) * chunkCells) }
      const next = await nextCell(db, county, range)
      if (next === null) return
      code = Math.floor(next / chunkCells)
      if (!chunks.has(code)) await readChunk(code, sight)
    }
  }

  const readStale = async (sight: Sight): Promise<void> => {
    const cells = [...stale].filter((cell) => chunks.has(Math.floor(cell / chunkCells)))
    stale.clear()
    touchedMeanwhile = []
    try {
      const fresh: CellRow[] = []
      for (let i = 0; i < cells.length; i += cellsAtOnce)
        fresh.push(...(await cellRows(db, county, { cells: cells.slice(i, i + cellsAtOnce) }, sight)))
      const freshByCell = Map.groupBy(fresh, ({ cell }) => cell)
      for (const [code, gone] of Map.groupBy(cells, (cell) => Math.floor(cell / chunkCells))) {
        const chunk = chunks.get(code)
        if (chunk) chunks.set(code, replaced(chunk, gone, freshByCell))
      }
      // what moved on while it was being read may lie in the cell between
      for (const cell of cellsOf(touchedMeanwhile, chunks.values())) stale.add(cell)
    } catch (error) {
      for (const cell of cells) stale.add(cell)
      throw error
    } finally {
      touchedMeanwhile = null
    }
  }

  const cut = (range: CellRange, level: number): Heap[] => {
    if (level > coarseLevel) {
      const chunk = chunks.get(Math.floor(range.from / chunkCells))
      return chunk ? heapsOf(chunk.points, range, level) : []
    }
    const within = [...chunks]
      .filter(([code]) => (code + 1) * chunkCells > range.from && code * chunkCells < range.before)
      .sort(([a], [b]) => a - b)
    const heaps = within.flatMap(([code, chunk]) => {
      chunk.coarse ??= heapsOf(chunk.points, { from: code * chunkCells, before: (code + 1) * chunkCells }, coarseLevel)
      return chunk.coarse
    })
    const inRange = heaps.filter(
      ({ square }) => square * coarseCells >= range.from && square * coarseCells < range.before,
    )
    return coarserHeaps(inRange, coarseLevel, level)
  }

  return {
    /** The hazards of a tile's range on a grid of 2^level squares to the world's edge, as of now. */
    heaps: (range: CellRange, level: number, sight: Sight): Promise<Heap[]> => {
      const mine = turn.then(async () => {
        await readMissing(range, sight)
        if (stale.size > 0) await readStale(sight)
        return cut(range, level)
      })
      turn = mine.catch(() => undefined)
      return mine
    },
    /** Hazards that have changed, and the cells they lie in now: answers where they lay before. */
    touch: (ids: readonly string[], cells: readonly number[]): readonly number[] => {
      const before = cellsOf(ids, chunks.values())
      touchedMeanwhile?.push(...ids)
      for (const cell of [...before, ...cells]) stale.add(cell)
      return before
    },
    size: (): number => [...chunks.values()].reduce((sum, { points }) => sum + points.cells.length, 0),
  }
}

const sorted = (rows: readonly CellRow[]): Chunk['points'] => ({
  cells: Float64Array.from(rows, ({ cell }) => cell),
  kinds: Uint8Array.from(rows, ({ kind }) => kind),
  hashes: Uint32Array.from(rows, ({ id }) => wordHash(id)),
})

type Points = Chunk['points']

/** A chunk in which some cells hold what was read of them just now; of its squares only theirs are added up again. */
const replaced = (
  { points, coarse, places }: Chunk,
  gone: readonly number[],
  fresh: ReadonlyMap<number, readonly CellRow[]>,
): Chunk => {
  const asBefore = writtenOver(points, gone, fresh)
  const next = asBefore ? points : withOthers(points, gone, fresh)
  const squares = new Set(gone.map((cell) => Math.floor(cell / coarseCells)))
  const anew = [...squares].flatMap((square) =>
    heapsOf(next, { from: square * coarseCells, before: (square + 1) * coarseCells }, coarseLevel),
  )
  const rest = coarse?.filter(({ square }) => !squares.has(square))
  return {
    points: next,
    coarse: rest ? [...rest, ...anew].sort((a, b) => a.square - b.square) : null,
    places: asBefore ? places : null,
  }
}

/** Most changes leave in a cell the hazards that were there: only how they are marked is written, and nothing copied. */
const writtenOver = (
  { cells, kinds, hashes }: Points,
  gone: readonly number[],
  fresh: ReadonlyMap<number, readonly CellRow[]>,
): boolean => {
  const marks: (readonly [at: number, kind: number])[] = []
  for (const cell of gone) {
    const from = firstAtLeast(cells, cell)
    const there = hashes.subarray(from, firstAtLeast(cells, cell + 1))
    const kindOf = new Map((fresh.get(cell) ?? []).map(({ id, kind }) => [wordHash(id), kind]))
    if (kindOf.size !== there.length || (fresh.get(cell) ?? []).length !== there.length) return false
    for (const [nth, hash] of there.entries()) {
      const kind = kindOf.get(hash)
      if (kind === undefined) return false
      marks.push([from + nth, kind])
    }
  }
  for (const [at, kind] of marks) kinds[at] = kind
  return true
}

const withOthers = (
  points: Points,
  gone: readonly number[],
  fresh: ReadonlyMap<number, readonly CellRow[]>,
): Points => {
  const pieces: Points[] = []
  let at = 0
  for (const cell of [...gone].sort((a, b) => a - b)) {
    pieces.push(piece(points, at, firstAtLeast(points.cells, cell)), sorted(fresh.get(cell) ?? []))
    at = firstAtLeast(points.cells, cell + 1)
  }
  return joined([...pieces, piece(points, at, points.cells.length)])
}

const piece = ({ cells, kinds, hashes }: Points, from: number, to: number): Points => ({
  cells: cells.subarray(from, to),
  kinds: kinds.subarray(from, to),
  hashes: hashes.subarray(from, to),
})

const joined = (pieces: readonly Points[]): Points => {
  const length = pieces.reduce((sum, { cells }) => sum + cells.length, 0)
  const whole = { cells: new Float64Array(length), kinds: new Uint8Array(length), hashes: new Uint32Array(length) }
  let at = 0
  for (const { cells, kinds, hashes } of pieces) {
    whole.cells.set(cells, at)
    whole.kinds.set(kinds, at)
    whole.hashes.set(hashes, at)
    at += cells.length
  }
  return whole
}
