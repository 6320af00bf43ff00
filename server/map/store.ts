import { and, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'
import type { Day } from '../domain/county-calendar.ts'
import { meanings } from '../register/conditions.ts'

/** The journal's last number: whatever has changed since, has changed it. */
export const lastSeq = async (db: Db, county: string): Promise<number> => {
  const { journal } = db.t
  const [last] = await db.q
    .select({ seq: journal.seq })
    .from(journal)
    .where(eq(journal.county, county))
    .orderBy(desc(journal.seq))
    .limit(1)
  return last?.seq ?? 0
}

/** `conditions` bring the asker's scope with them; see filterInScope. */
const onMap = (db: Db, county: string, conditions: SQL): SQL | undefined =>
  and(eq(db.t.hazards.county, county), isNotNull(db.t.hazards.longitude), conditions)

/** Hazards with a position, the latest reported first, at most so many. */
export const hazardPoints = (db: Db, county: string, conditions: SQL, today: Day, most: number) => {
  const { hazards } = db.t
  const { overdue } = meanings(db, today)
  return db.q
    .select({
      id: hazards.id,
      shortCode: hazards.shortCode,
      registerNumber: hazards.registerNumber,
      stage: hazards.stage,
      setAside: hazards.setAside,
      severity: hazards.severity,
      code: hazards.code,
      dueOn: hazards.dueOn,
      placeCode: hazards.placeCode,
      routeCode: hazards.routeCode,
      overdue: sql`case when ${overdue} then 1 else 0 end`.mapWith((one) => Number(one) === 1),
      watchUntilOn: hazards.watchUntilOn,
      longitude: hazards.longitude,
      latitude: hazards.latitude,
    })
    .from(hazards)
    .where(onMap(db, county, conditions))
    .orderBy(desc(hazards.reportedAt), desc(hazards.id))
    .limit(most)
}

/** Drawings of hazards more than a point under the same conditions, at most so many. */
export const hazardDrawings = (db: Db, county: string, conditions: SQL, today: Day, most: number) => {
  const { hazards, hazardExtents } = db.t
  const { overdue } = meanings(db, today)
  return db.q
    .select({
      ...{ id: hazards.id, stage: hazards.stage, setAside: hazards.setAside, severity: hazards.severity },
      ...{ watchUntilOn: hazards.watchUntilOn, geometry: hazardExtents.geometry },
      overdue: sql`case when ${overdue} then 1 else 0 end`.mapWith((one) => Number(one) === 1),
    })
    .from(hazardExtents)
    .innerJoin(hazards, and(eq(hazards.county, hazardExtents.county), eq(hazards.id, hazardExtents.hazardId)))
    .where(and(eq(hazardExtents.county, county), conditions))
    .orderBy(desc(hazards.reportedAt), desc(hazards.id))
    .limit(most)
}

export type PointRow = Awaited<ReturnType<typeof hazardPoints>>[number]

export const countHazardPoints = async (db: Db, county: string, conditions: SQL): Promise<number> => {
  const [row] = await db.q
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(db.t.hazards)
    .where(onMap(db, county, conditions))
  return row?.n ?? 0
}
