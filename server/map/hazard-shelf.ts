import type { EventKind } from '../../db/event-kinds.ts'
import type { OpenDatabase } from '../../db/unit-of-work.ts'
import type { CellRange } from '../domain/morton.ts'
import { rangeOfDrawingTile } from '../domain/tiles-of-drawing.ts'
import { type CountedView, makeCountedView } from './counted-view.ts'
import { lastSeq } from './store.ts'
import { tilesDrawnIn, toldBetween, whereAre } from './tile-store.ts'

/** A tile as it leaves: null is an empty one. `ids` are the hazards drawn one by one, wherever they go. */
export interface CutTile {
  readonly etag: string
  readonly bytes: Uint8Array<ArrayBuffer> | null
  readonly ids: ReadonlySet<string>
}

interface Kept extends CutTile {
  readonly range: CellRange
}

/** Beyond these the least lately used go. */
const mostViews = 48
const mostPointsHeld = 5_000_000
const mostBytesKept = 48_000_000
/** What an entry costs besides its bytes. */
const bytesBeside = 400
/** More than this and everything is read anew, which is then the cheaper way. */
const mostTold = 5000

/** Entries that concern no hazard as a map or filter sees it, though their subject is none; any other such forgets all. */
const besideTheMap: ReadonlySet<EventKind> = new Set<EventKind>([
  ...(['signed-in', 'signed-out', 'sign-in-failed', 'session-revoked', 'password-changed', 'password-reset'] as const),
  ...(['photo-received', 'notice-issued', 'notice-withdrawn', 'notice-signed', 'notice-replied'] as const),
  ...(['template-changed', 'hook-added', 'hook-changed', 'hook-removed', 'choices-changed'] as const),
  ...(['push-subscribed', 'push-unsubscribed', 'feedback-given', 'spot-checks-drawn', 'person-added'] as const),
])

/** Junctions and patrols have registers of their own; no hazard's filter or scope asks for them. */
const mayBeIgnored = (kind: EventKind): boolean =>
  besideTheMap.has(kind) || kind.startsWith('junction') || kind.startsWith('patrol-plan')

/**
 * What is held of the map in this process: exact for any scope and filter, since it is read by the register's own
 * conditions; fresh at the next request, since the journal's last number is asked for first, whichever process wrote;
 * nothing to migrate or repair, since it is made again from the hazards whenever it is not there.
 */
const makeShelf = (db: OpenDatabase, county: string) => {
  const views = new Map<string, CountedView>()
  const tiles = new Map<string, Kept>()
  let bytesKept = 0
  let seq: number | null = null
  let age = 0

  const drop = (key: string): void => {
    const tile = tiles.get(key)
    tiles.delete(key)
    if (tile) bytesKept -= (tile.bytes?.byteLength ?? 0) + bytesBeside
  }
  const forgetAll = (): void => {
    age++
    views.clear()
    tiles.clear()
    bytesKept = 0
  }
  const forgetTouched = (where: ReadonlyMap<string, number | null>, drawnIn: readonly number[]): void => {
    age++
    const drawings = drawnIn.map(rangeOfDrawingTile)
    const ids = [...where.keys()]
    const cells = new Set([...where.values()].filter((cell) => cell !== null))
    const now = [...cells]
    for (const view of views.values()) for (const cell of view.touch(ids, now)) cells.add(cell)
    const touched = [...cells]
    for (const [key, { range, ids: drawn }] of tiles)
      if (
        touched.some((cell) => cell >= range.from && cell < range.before) ||
        drawings.some(({ from, before }) => from < range.before && range.from < before) ||
        ids.some((id) => drawn.has(id))
      )
        drop(key)
  }

  return {
    /** Grows with every change: what was cut at another age may be stale and is not kept. */
    age: () => age,
    /** Takes in what the journal has told since; a number that went back is another register. */
    catchUp: async (): Promise<void> => {
      const before = seq
      const last = await lastSeq(db, county)
      if (last === seq) return
      if (before === null || last < before || last - before > mostTold) forgetAll()
      else {
        const told = await toldBetween(db, county, { after: before, upTo: last })
        const where = await whereAre(db, county, [...new Set(told.map(({ subjectId }) => subjectId))])
        if (told.some(({ kind, subjectId }) => !where.has(subjectId) && !mayBeIgnored(kind))) forgetAll()
        else if (where.size > 0) forgetTouched(where, await tilesDrawnIn(db, county, [...where.keys()]))
      }
      seq = before !== null && last < before ? last : Math.max(seq ?? last, last)
    },
    view: (key: string): CountedView => {
      const view = views.get(key) ?? makeCountedView(db, county)
      views.delete(key)
      views.set(key, view)
      let held = 0
      for (const each of views.values()) held += each.size()
      for (const [oldest, each] of views) {
        if ((views.size <= mostViews && held <= mostPointsHeld) || oldest === key) break
        held -= each.size()
        views.delete(oldest)
        // only a view knows where a hazard lay before it moved: its tiles go with it
        for (const tile of tiles.keys()) if (tile.endsWith(` ${oldest}`)) drop(tile)
      }
      return view
    },
    kept: (key: string): CutTile | null => {
      const tile = tiles.get(key)
      if (!tile) return null
      tiles.delete(key)
      tiles.set(key, tile)
      return tile
    },
    keep: (key: string, tile: Kept): void => {
      drop(key)
      tiles.set(key, tile)
      bytesKept += (tile.bytes?.byteLength ?? 0) + bytesBeside
      for (const oldest of tiles.keys()) {
        if (bytesKept <= mostBytesKept) break
        drop(oldest)
      }
    },
  }
}

const shelves = new WeakMap<object, Map<string, ReturnType<typeof makeShelf>>>()

/** One for each county of an open database, gone with it. */
export const shelfOf = (db: OpenDatabase, county: string): ReturnType<typeof makeShelf> => {
  const ofDb = shelves.get(db.t) ?? new Map<string, ReturnType<typeof makeShelf>>()
  shelves.set(db.t, ofDb)
  const shelf = ofDb.get(county) ?? makeShelf(db, county)
  ofDb.set(county, shelf)
  return shelf
}
