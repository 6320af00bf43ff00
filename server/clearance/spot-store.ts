import { and, asc, desc, eq, exists, gte, inArray, isNull, lt, lte, not, type SQL, sql } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import { endOfDay, startOfDay } from '../domain/county-calendar.ts'
import type { HazardRow } from '../hazards/store.ts'
import type { PopulationQuery } from './spot-wire.ts'

const clearedIn = (db: Db, county: string, zone: string, asked: PopulationQuery): SQL | undefined => {
  const { hazards } = db.t
  const { fromOn, untilOn, placeCode, severity } = asked
  return and(
    eq(hazards.county, county),
    eq(hazards.stage, 'cleared'),
    isNull(hazards.setAside),
    gte(hazards.clearedAt, startOfDay(fromOn, zone)),
    lte(hazards.clearedAt, endOfDay(untilOn, zone)),
    placeCode === undefined
      ? undefined
      : and(gte(hazards.placeCode, placeCode), lt(hazards.placeCode, `${placeCode}:`)),
    severity && eq(hazards.severity, severity),
  )
}

/** Drawn since it was last cleared: a draw of an earlier clearing does not count. */
const drawnInThisClearing = (db: Db): SQL => {
  const { hazards, revisits, spotDraws } = db.t
  return exists(
    db.q
      .select({ one: sql`1` })
      .from(revisits)
      .innerJoin(spotDraws, and(eq(spotDraws.county, revisits.county), eq(spotDraws.id, revisits.drawId)))
      .where(
        and(
          eq(revisits.county, hazards.county),
          eq(revisits.hazardId, hazards.id),
          gte(spotDraws.drawnAt, hazards.clearedAt),
        ),
      ),
  )
}

/** Ids of all that can be drawn, in the order of their letters, the same on every engine. */
export const populationOf = async (
  db: Db,
  county: string,
  zone: string,
  asked: PopulationQuery,
): Promise<readonly string[]> => {
  const { hazards } = db.t
  const rows = await db.q
    .select({ id: hazards.id })
    .from(hazards)
    .where(and(clearedIn(db, county, zone, asked), not(drawnInThisClearing(db))))
    .orderBy(asc(hazards.id))
  return rows.map(({ id }) => id)
}

export const countDrawnBefore = async (
  db: Db,
  county: string,
  zone: string,
  asked: PopulationQuery,
): Promise<number> => {
  const { hazards } = db.t
  const [row] = await db.q
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(hazards)
    .where(and(clearedIn(db, county, zone, asked), drawnInThisClearing(db)))
  return row?.n ?? 0
}

export const addDraw = async (tx: Tx, row: NewRow<'spotDraws'>): Promise<void> => {
  await tx.q.insert(tx.t.spotDraws).values(row)
}

/** A new version of each that is still cleared, for a visit is owed now; comes back as they stand. */
export const touchPicked = (tx: Tx, county: string, ids: readonly string[], at: string): Promise<HazardRow[]> => {
  const { hazards } = tx.t
  return tx.q
    .update(hazards)
    .set({ version: sql`${hazards.version} + 1`, changedAt: at })
    .where(and(eq(hazards.county, county), inArray(hazards.id, [...ids]), eq(hazards.stage, 'cleared')))
    .returning()
}

/** Newest first. */
export const allDraws = (db: Db, county: string): Promise<Row<'spotDraws'>[]> => {
  const { spotDraws } = db.t
  return db.q
    .select()
    .from(spotDraws)
    .where(eq(spotDraws.county, county))
    .orderBy(desc(spotDraws.drawnAt), desc(spotDraws.id))
}

export const findDraw = async (db: Db, county: string, id: string): Promise<Row<'spotDraws'> | null> => {
  const { spotDraws } = db.t
  const [row] = await db.q
    .select()
    .from(spotDraws)
    .where(and(eq(spotDraws.county, county), eq(spotDraws.id, id)))
  return row ?? null
}

export const visitsOfDraws = async (db: Db, county: string, drawIds: readonly string[]): Promise<Row<'revisits'>[]> => {
  if (drawIds.length === 0) return []
  const { revisits } = db.t
  return db.q
    .select()
    .from(revisits)
    .where(and(eq(revisits.county, county), inArray(revisits.drawId, [...drawIds])))
}

export const hazardsByIds = async (db: Db, county: string, ids: readonly string[]): Promise<HazardRow[]> => {
  if (ids.length === 0) return []
  const { hazards } = db.t
  return db.q
    .select()
    .from(hazards)
    .where(and(eq(hazards.county, county), inArray(hazards.id, [...ids])))
}

/** What the journal kept of a draw, as text. */
export const entryOfDraw = async (db: Db, county: string, drawId: string): Promise<string | null> => {
  const { journal } = db.t
  const [row] = await db.q
    .select({ body: journal.body })
    .from(journal)
    .where(and(eq(journal.county, county), eq(journal.subjectId, drawId), eq(journal.kind, 'spot-checks-drawn')))
    .limit(1)
  return row?.body ?? null
}
