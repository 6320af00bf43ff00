import { createHash } from 'node:crypto'
import type { OpenDatabase } from '../../db/unit-of-work.ts'
import { type Actor, scopeOf } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { colourOfMark, marksByRank } from '../domain/hazard-mark.ts'
import { closeTogether, type Heap } from '../domain/heaps.ts'
import { bitsPerAxis, type CellRange, cellRangeOfTile, columnRowOf } from '../domain/morton.ts'
import { drawingTileOf } from '../domain/tiles-of-drawing.ts'
import { encodeTile, type TilePoint, tileExtent } from '../domain/vector-tile.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import { filterInScope } from '../register/filter-in-scope.ts'
import type { RegisterFilter } from '../register/wire.ts'
import type { World } from '../world.ts'
import type { CountedView, Sight } from './counted-view.ts'
import { type CutTile, shelfOf } from './hazard-shelf.ts'
import { mostTileBytes, type TileAddress } from './tile-address.ts'
import { noDrawings, type TileDrawings, tileDrawings } from './tile-drawings.ts'
import { drawingRows, type PointRow, pointRows } from './tile-store.ts'

/** From here on each hazard stands for itself, unless there are more than fit. */
export const pointsFromZoom = 14
/** No more than this could fit; a mark takes some ninety bytes. */
const mostPoints = 400
/** More drawings than can be told apart on a tile. */
const mostDrawings = 200
/** Squares to a tile's edge as a power of two, finest first. */
const gridBits = [4, 3, 2, 1, 0] as const
/** Plates closer than this share of a tile's edge are one: 44 of the 512 pixels a tile is drawn on. */
const plateShare = 44 / 512
/** Fewer than three are drawn as themselves. */
const fewest = 3

/**
 * The hazards of one map tile within the asker's scope, by the register's own filter: a layer `clusters`, a layer
 * `points`, and near by a layer `extents` of stretches and areas. What was cut before is answered without a look at the hazards; `spend` is told of each that was not.
 */
export const hazardTile = async (
  world: World,
  actor: Actor,
  { tile, filter, spend }: { tile: TileAddress; filter: RegisterFilter; spend: () => void },
): Promise<CutTile> => {
  const { db, county } = world
  const shelf = shelfOf(db, county)
  await shelf.catchUp()
  const now = world.now()
  const today = dayOf(now, await timeZoneOf(db, county))
  const asked = Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))
  const seen = JSON.stringify([today, scopeOf(actor), asked])
  const key = `${tile.z}/${tile.x}/${tile.y} ${seen}`
  const kept = shelf.kept(key)
  if (kept) return kept
  spend()
  const age = shelf.age()
  const { conditions } = await filterInScope({ ...world, now: () => now }, actor, filter)
  const cut = await cutTile({ db, county, tile, sight: { conditions, today }, view: () => shelf.view(seen) })
  if (age === shelf.age()) shelf.keep(key, { ...cut, range: rangeOf(tile) })
  return cut
}

const rangeOf = ({ z, x, y }: TileAddress): CellRange => cellRangeOfTile(z, x, y)

interface Cutting {
  readonly db: OpenDatabase
  readonly county: string
  readonly tile: TileAddress
  readonly sight: Sight
  /** Asked for only where hazards have to be counted. */
  readonly view: () => CountedView
}

const cutTile = async (cutting: Cutting): Promise<CutTile> => {
  const { db, county, tile, sight } = cutting
  const drawings = tile.z >= pointsFromZoom ? await drawingsOf(cutting) : noDrawings
  if (tile.z >= pointsFromZoom) {
    const rows = await pointRows(db, county, rangeOf(tile), { ...sight, most: mostPoints + 1 })
    const drawn = rows.length <= mostPoints ? drawTile(tile, [], rows, drawings) : null
    if (drawn && (drawn.bytes?.byteLength ?? 0) <= mostTileBytes) return drawn
  }
  for (const bits of gridBits) {
    const heaps = await cutting.view().heaps(rangeOf(tile), tile.z + bits, sight)
    const drawn = await drawHeaps(cutting, heaps, 2 ** (gridBits[0] - bits), drawings)
    if ((drawn.bytes?.byteLength ?? 0) <= mostTileBytes) return drawn
  }
  throw new Error('one plate fits any tile')
}

const drawingsOf = async ({ db, county, tile, sight }: Cutting): Promise<TileDrawings> => {
  const rows = await drawingRows(db, county, drawingTileOf(rangeOf(tile)), { ...sight, most: mostDrawings })
  return tileDrawings(tile, rows)
}

/** Heaps put together where they lie close, the few among them drawn one by one. */
const drawHeaps = async (
  { db, county, tile, sight }: Cutting,
  heaps: readonly Heap[],
  coarser: number,
  drawings: TileDrawings,
) => {
  const gathered = closeTogether(heaps, plateShare * coarser * 2 ** (bitsPerAxis - tile.z))
  const few = gathered.filter(({ count }) => count < fewest)
  const cells = [...new Set(few.flatMap(({ first, last }) => [first, last]))]
  const rows = cells.length === 0 ? [] : await pointRows(db, county, { cells }, { ...sight, most: 2 * cells.length })
  return drawTile(
    tile,
    gathered.filter(({ count }) => count >= fewest),
    rows,
    drawings,
  )
}

const drawTile = (
  tile: TileAddress,
  heaps: readonly Heap[],
  rows: readonly PointRow[],
  drawings: TileDrawings,
): CutTile => {
  const points = rows.map((row) => ({ ...onTile(tile, ...columnRowOf(row.cell)), values: valuesOf(row) }))
  const clusters = [...heaps]
    .sort((a, b) => a.first - b.first)
    .map((heap): TilePoint => {
      const { count, overdue, worst, sumColumn, sumRow } = heap
      const mark = marksByRank[worst] ?? 'void'
      return {
        ...onTile(tile, sumColumn / count, sumRow / count),
        values: {
          ...{ count, overdue, overdueShare: Math.ceil((overdue / count) * 100) },
          ...{ worst: mark, rank: worst, colour: colourOfMark(mark) },
        },
      }
    })
  const marks = encodeTile([
    { name: 'clusters', points: clusters },
    { name: 'points', points },
  ])
  // layers follow each other in a tile: its bytes are theirs, one behind the other
  const bytes = drawings.bytes.byteLength === 0 ? marks : new Uint8Array([...drawings.bytes, ...marks])
  const etag = `W/"h-${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  return {
    etag,
    bytes: bytes.byteLength === 0 ? null : bytes,
    ids: new Set([...drawings.ids, ...rows.map(({ id }) => id)]),
  }
}

/** The middle of a cell, or of several, in units of the tile; what lies in the tile never falls on its far edge. */
const onTile = ({ z, x, y }: TileAddress, column: number, row: number): { x: number; y: number } => {
  const cellsPerTile = 2 ** (bitsPerAxis - z)
  const units = (cell: number, tileAt: number): number =>
    Math.min(tileExtent - 1, Math.floor(((cell + 0.5) / cellsPerTile - tileAt) * tileExtent))
  return { x: units(column, x), y: units(row, y) }
}

const valuesOf = (row: PointRow): TilePoint['values'] => {
  const { id, stage, setAside, severity, code, kind } = row
  const mark = marksByRank[kind >> 1] ?? 'void'
  return {
    ...{ id, number: row.registerNumber ?? row.shortCode, stage, setAside, severity, code },
    ...{ mark, rank: kind >> 1, colour: colourOfMark(mark), overdue: kind % 2 === 1 },
  }
}
