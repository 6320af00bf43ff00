import { and, asc, eq, gt, gte, inArray, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { dialect } from '../../db/dialect.ts'
import type { EventKind } from '../../db/event-kinds.ts'
import type { Db } from '../../db/unit-of-work.ts'
import type { Day } from '../domain/county-calendar.ts'
import { marksByRank } from '../domain/hazard-mark.ts'
import type { CellRange } from '../domain/morton.ts'
import { meanings } from '../register/conditions.ts'

/** A hazard as the map counts it: where, which, and twice the rank of its mark, one more once overdue. */
export interface CellRow {
  readonly cell: number
  readonly id: string
  readonly kind: number
}

/** Where hazards are looked for: a range of cells, or these cells alone. */
export type Where = CellRange | { readonly cells: readonly number[] }

/** A column of what is selected from by its index, which the builder does not take for a table. */
const of = <Data>(column: PgColumn & { readonly _: { readonly data: Data; readonly notNull: true } }): SQL<Data> =>
  sql<Data>`${column}`
const ofNullable = <Data>(column: PgColumn & { readonly _: { readonly data: Data } }): SQL<Data | null> =>
  sql<Data | null>`${column}`

/**
 * The hazards of some cells under conditions, always by the index of cells: a filter by stage has one of its own,
 * along which a range of cells would be a walk through the whole county.
 */
const inCells = (db: Db, county: string, where: Where, conditions: SQL): { from: SQL; condition: SQL | undefined } => {
  const { hazards } = db.t
  const there =
    'cells' in where
      ? inArray(hazards.placeCell, [...where.cells])
      : and(gte(hazards.placeCell, where.from), lt(hazards.placeCell, where.before))
  return {
    from: dialect.byIndex(db.engine, hazards, 'hazards_by_cell'),
    condition: and(eq(hazards.county, county), there, conditions),
  }
}

/** markOf of server/domain/hazard-mark.ts in SQL, as a rank; a test holds the two together. */
const kindOf = (db: Db, today: Day): SQL<number> => {
  const { setAside, stage, severity, watchUntilOn } = db.t.hazards
  const rank = (mark: (typeof marksByRank)[number]) => sql.raw(String(2 * marksByRank.indexOf(mark)))
  return sql`(case
    when ${setAside} is not null then ${rank('void')}
    when ${stage} = 'cleared' and ${watchUntilOn} >= ${today} then ${rank('cleared')}
    when ${stage} = 'cleared' then ${rank('no-longer-watched')}
    when ${severity} = 'major' then ${rank('major')}
    when ${severity} = 'serious' then ${rank('serious')}
    when ${severity} = 'minor' then ${rank('minor')}
    else ${rank('ungraded')} end
    + case when ${meanings(db, today).overdue} then 1 else 0 end)`.mapWith(Number)
}

/** Hazards of these cells under the conditions, which bring the asker's scope with them; see filterInScope. */
export const cellRows = (
  db: Db,
  county: string,
  where: Where,
  { conditions, today }: { conditions: SQL; today: Day },
): Promise<CellRow[]> => {
  const { hazards } = db.t
  const { from, condition } = inCells(db, county, where, conditions)
  return db.q
    .select({ cell: sql`${hazards.placeCell}`.mapWith(Number), id: of(hazards.id), kind: kindOf(db, today) })
    .from(from)
    .where(condition)
}

/** What a mark on the map needs to know of its hazard. */
export const pointRows = (
  db: Db,
  county: string,
  where: Where,
  { conditions, today, most }: { conditions: SQL; today: Day; most: number },
) => {
  const { hazards } = db.t
  const { from, condition } = inCells(db, county, where, conditions)
  return db.q
    .select({
      cell: sql`${hazards.placeCell}`.mapWith(Number),
      id: of(hazards.id),
      shortCode: of(hazards.shortCode),
      registerNumber: ofNullable(hazards.registerNumber),
      stage: of(hazards.stage),
      setAside: ofNullable(hazards.setAside),
      severity: ofNullable(hazards.severity),
      code: of(hazards.code),
      kind: kindOf(db, today),
    })
    .from(from)
    .where(condition)
    .orderBy(asc(hazards.placeCell), asc(hazards.id))
    .limit(most)
}

export type PointRow = Awaited<ReturnType<typeof pointRows>>[number]

/** The drawings of hazards more than a point that run through one tile of drawingZoom, under the same conditions. */
export const drawingRows = (
  db: Db,
  county: string,
  tileCode: number,
  { conditions, today, most }: { conditions: SQL; today: Day; most: number },
) => {
  const { hazards, hazardExtents, extentTiles } = db.t
  const there = db.q
    .select({ id: extentTiles.hazardId })
    .from(extentTiles)
    .where(and(eq(extentTiles.county, county), eq(extentTiles.tileCode, tileCode)))
  return db.q
    .select({ id: hazards.id, geometry: hazardExtents.geometry, kind: kindOf(db, today) })
    .from(hazardExtents)
    .innerJoin(hazards, and(eq(hazards.county, hazardExtents.county), eq(hazards.id, hazardExtents.hazardId)))
    .where(and(eq(hazardExtents.county, county), inArray(hazardExtents.hazardId, there), conditions))
    .orderBy(asc(hazards.id))
    .limit(most)
}

export type DrawingRow = Awaited<ReturnType<typeof drawingRows>>[number]

/** The tiles of drawingZoom that the drawings of these hazards run through now. */
export const tilesDrawnIn = async (db: Db, county: string, ids: readonly string[]): Promise<number[]> => {
  if (ids.length === 0) return []
  const { extentTiles } = db.t
  const rows = await db.q
    .selectDistinct({ tileCode: extentTiles.tileCode })
    .from(extentTiles)
    .where(and(eq(extentTiles.county, county), inArray(extentTiles.hazardId, [...ids])))
  return rows.map(({ tileCode }) => tileCode)
}

/** The first cell of a range that holds a hazard, by the index alone; after passing over so many, where asked. */
export const nextCell = async (
  db: Db,
  county: string,
  { from, before }: CellRange,
  passingOver = 0,
): Promise<number | null> => {
  const { hazards } = db.t
  const [row] = await db.q
    .select({ cell: hazards.placeCell })
    .from(hazards)
    .where(and(eq(hazards.county, county), gte(hazards.placeCell, from), lt(hazards.placeCell, before)))
    .orderBy(asc(hazards.placeCell))
    .limit(1)
    .offset(passingOver)
  return row?.cell ?? null
}

/** What the journal tells between two of its numbers, the first left out, the last included. */
export const toldBetween = (
  db: Db,
  county: string,
  { after, upTo }: { after: number; upTo: number },
): Promise<{ kind: EventKind; subjectId: string }[]> => {
  const { journal } = db.t
  return db.q
    .select({ kind: journal.kind, subjectId: journal.subjectId })
    .from(journal)
    .where(and(eq(journal.county, county), gt(journal.seq, after), lte(journal.seq, upTo)))
}

/** Which of these ids are hazards, and where they lie now. */
export const whereAre = async (
  db: Db,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number | null>> => {
  if (ids.length === 0) return new Map()
  const { hazards } = db.t
  const rows = await db.q
    .select({ id: hazards.id, cell: hazards.placeCell })
    .from(hazards)
    .where(and(eq(hazards.county, county), inArray(hazards.id, [...ids])))
  return new Map(rows.map(({ id, cell }) => [id, cell]))
}
