import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { dialect } from '../../db/dialect.ts'
import type { Db } from '../../db/unit-of-work.ts'
import type { HazardRow } from '../hazards/store.ts'
import type { RegisterQuery } from './wire.ts'

/** Places whose name or alias contains the words: search knows 余段乡 as 余塅乡. */
export const placesNamed = async (db: Db, county: string, words: string): Promise<string[]> => {
  const { places } = db.t
  const rows = await db.q
    .select({ code: places.code })
    .from(places)
    .where(
      and(
        eq(places.county, county),
        inArray(places.kind, ['township', 'village']),
        or(dialect.contains(places.name, words), dialect.contains(sql`${places.aliases}`, words)),
      ),
    )
    .limit(50)
  return rows.map(({ code }) => code)
}

/** The last row of the page before: its place in the order, and its id where places are equal. */
export interface Cursor {
  key: string | null
  id: string
}

const keyOf = (db: Db, order: RegisterQuery['order']) =>
  ({
    newest: db.t.hazards.reportedAt,
    due: db.t.hazards.dueOn,
    number: db.t.hazards.registerNumber,
  })[order]

export const cursorOf = (row: HazardRow, order: RegisterQuery['order']): Cursor => ({
  key: { newest: row.reportedAt, due: row.dueOn, number: row.registerNumber }[order],
  id: row.id,
})

/** Rows behind the cursor. Deadlines ascend with the ones without at the end; the other orders descend. */
const behind = (db: Db, order: RegisterQuery['order'], { key, id }: Cursor): SQL | undefined => {
  const column = keyOf(db, order)
  const { hazards } = db.t
  if (order === 'due') {
    if (key === null) return and(isNull(column), sql`${hazards.id} > ${id}`)
    return or(isNull(column), sql`${column} > ${key}`, and(sql`${column} = ${key}`, sql`${hazards.id} > ${id}`))
  }
  if (key === null) return and(isNull(column), sql`${hazards.id} < ${id}`)
  return or(isNull(column), sql`${column} < ${key}`, and(sql`${column} = ${key}`, sql`${hazards.id} < ${id}`))
}

export const pageOfHazards = (
  db: Db,
  county: string,
  conditions: SQL,
  { order, limit, after }: { order: RegisterQuery['order']; limit: number; after: Cursor | null },
): Promise<HazardRow[]> => {
  const { hazards } = db.t
  const column = keyOf(db, order)
  const sorting =
    order === 'due'
      ? [sql`${column} asc nulls last`, asc(hazards.id)]
      : [sql`${column} desc nulls last`, desc(hazards.id)]
  return db.q
    .select()
    .from(hazards)
    .where(and(eq(hazards.county, county), conditions, after ? behind(db, order, after) : undefined))
    .orderBy(...sorting)
    .limit(limit)
}

export const countHazards = async (db: Db, county: string, conditions: SQL): Promise<number> => {
  const { hazards } = db.t
  const [row] = await db.q
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(hazards)
    .where(and(eq(hazards.county, county), conditions))
  return row?.n ?? 0
}

/**
 * The one photo that stands for each of these hazards, by hazard id: of the scene the first as the hazard has them,
 * of the cure (`after`) the first of those attached last.
 */
export const photoOfEach = async (
  db: Db,
  county: string,
  role: 'scene' | 'after',
  hazardIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (hazardIds.length === 0) return new Map()
  const { hazardPhotos } = db.t
  const { hazardId, sha256, attachedAt, position } = hazardPhotos
  const rows = await db.q
    .select({ hazardId, sha256 })
    .from(hazardPhotos)
    .where(and(eq(hazardPhotos.county, county), inArray(hazardId, [...hazardIds]), eq(hazardPhotos.role, role)))
    // of several the last row stays in the map
    .orderBy(...(role === 'after' ? [asc(attachedAt)] : []), desc(position))
  return new Map(rows.map((row) => [row.hazardId, row.sha256]))
}
