import { and, asc, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { CountySettings } from '../../db/schema/counties.ts'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { ChiefLevel } from '../../db/vocabulary.ts'
import type { Day } from '../domain/county-calendar.ts'
import type { HolidayDay } from '../domain/holiday-lines.ts'

/** Moves the county's settings and holidays on from the version they were decided on; false when somebody was faster. */
export const moveCounty = async (
  tx: Tx,
  { county, version }: Row<'counties'>,
  change: { settings?: CountySettings },
): Promise<boolean> => {
  const { counties } = tx.t
  const moved = await tx.q
    .update(counties)
    .set({ ...change, version: version + 1 })
    .where(and(eq(counties.county, county), eq(counties.version, version)))
    .returning({ county: counties.county })
  return moved.length === 1
}

const within = (year: number): [Day, Day] => [`${year}-01-01`, `${year}-12-31`]

export const holidaysIn = async (db: Db, county: string, year: number): Promise<HolidayDay[]> => {
  const { holidays } = db.t
  const [first, last] = within(year)
  return db.q
    .select({ on: holidays.on, kind: holidays.kind })
    .from(holidays)
    .where(and(eq(holidays.county, county), gte(holidays.on, first), lte(holidays.on, last)))
    .orderBy(asc(holidays.on))
}

export const replaceHolidays = async (
  tx: Tx,
  county: string,
  year: number,
  days: readonly HolidayDay[],
): Promise<void> => {
  const { holidays } = tx.t
  const [first, last] = within(year)
  await tx.q.delete(holidays).where(and(eq(holidays.county, county), gte(holidays.on, first), lte(holidays.on, last)))
  if (days.length > 0) await tx.q.insert(holidays).values(days.map(({ on, kind }) => ({ county, on, kind })))
}

export type MatrixRow = Row<'responsibilityMatrices'>

/** Every version of the matrix, newest first; the first of them is in force. */
export const matricesOf = (db: Db, county: string): Promise<MatrixRow[]> => {
  const { responsibilityMatrices } = db.t
  return db.q
    .select()
    .from(responsibilityMatrices)
    .where(eq(responsibilityMatrices.county, county))
    .orderBy(desc(responsibilityMatrices.version))
}

export const newestMatrix = async (db: Db, county: string): Promise<MatrixRow | null> => {
  const { responsibilityMatrices } = db.t
  const [row] = await db.q
    .select()
    .from(responsibilityMatrices)
    .where(eq(responsibilityMatrices.county, county))
    .orderBy(desc(responsibilityMatrices.version))
    .limit(1)
  return row ?? null
}

/** False where that version is there already: somebody else was faster. */
export const addMatrix = async (tx: Tx, row: NewRow<'responsibilityMatrices'>): Promise<boolean> => {
  const added = await tx.q
    .insert(tx.t.responsibilityMatrices)
    .values(row)
    .onConflictDoNothing()
    .returning({ version: tx.t.responsibilityMatrices.version })
  return added.length === 1
}

export interface PostHeld {
  readonly level: ChiefLevel
  readonly zoneId: string
  readonly zoneName: string
  readonly placeCode: string
  readonly shape: 'area' | 'segment'
  readonly id: string
  readonly name: string
  readonly phone: string | null
}

/** Posts of a level held on a day over a zone or over one of the areas around a place, of people still in office. */
export const postsHeld = async (
  db: Db,
  county: string,
  { level, zoneId, areaCodes, today }: { level: ChiefLevel; zoneId: string | null; areaCodes: string[]; today: Day },
): Promise<PostHeld[]> => {
  const { zones, zonePosts, people } = db.t
  return db.q
    .select({
      ...{ level: zonePosts.level, zoneId: zones.id, zoneName: zones.name, placeCode: zones.placeCode },
      ...{ shape: zones.shape, id: people.id, name: people.name, phone: people.phone },
    })
    .from(zonePosts)
    .innerJoin(zones, and(eq(zones.county, zonePosts.county), eq(zones.id, zonePosts.zoneId)))
    .innerJoin(people, and(eq(people.county, zonePosts.county), eq(people.id, zonePosts.personId)))
    .where(
      and(
        ...[eq(zonePosts.county, county), eq(zonePosts.level, level), eq(people.active, true)],
        lte(zonePosts.heldFrom, today),
        or(isNull(zonePosts.heldUntil), gte(zonePosts.heldUntil, today)),
        or(eq(zones.id, zoneId ?? ''), and(eq(zones.shape, 'area'), inArray(zones.placeCode, areaCodes))),
      ),
    )
    .orderBy(asc(zones.id), asc(people.id))
}
