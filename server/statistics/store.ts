import { and, eq, max, not, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'
import { meanings } from '../register/conditions.ts'

const count = (condition: SQL) => sql`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`.mapWith(Number)

/** Counts of one cohort by a key of the hazards table; the words mean what the register's filter means by them. */
export const tallies = (db: Db, county: string, cohort: SQL, by: 'townshipCode' | 'code' | 'stage', today: string) => {
  const { hazards } = db.t
  const mean = meanings(db, today)
  return db.q
    .select({
      key: sql<string | null>`${hazards[by]}`,
      all: sql`count(*)`.mapWith(Number),
      open: count(mean.open),
      overdue: count(mean.overdue),
      planned: count(mean.planned),
      cleared: count(mean.cleared),
      revisited: count(mean.revisited),
      reopened: count(mean.reopened),
      everCleared: count(mean.everCleared),
      relapsed: count(mean.relapsed),
      extended: count(mean.extended),
      major: count(sql`${mean.open} and ${hazards.severity} = 'major'`),
    })
    .from(hazards)
    .where(and(eq(hazards.county, county), cohort))
    .groupBy(hazards[by])
}

/** Instants of registering and clearing, for the time a clearance took. */
export const clearedSpans = (db: Db, county: string, cohort: SQL, today: string) => {
  const { hazards } = db.t
  return db.q
    .select({ registeredAt: hazards.registeredAt, clearedAt: hazards.clearedAt })
    .from(hazards)
    .where(and(eq(hazards.county, county), cohort, meanings(db, today).cleared))
}

/**
 * When each hazard of a cohort was due and was cleared: due by its last task, at first and in force. What waits for a
 * later year's money is left out, as everywhere.
 */
export const dueSpans = (db: Db, county: string, cohort: SQL, today: string) => {
  const { hazards, tasks } = db.t
  return db.q
    .select({ clearedAt: hazards.clearedAt, firstDueOn: max(tasks.firstDueOn), dueOn: max(tasks.dueOn) })
    .from(hazards)
    .innerJoin(tasks, and(eq(tasks.county, hazards.county), eq(tasks.hazardId, hazards.id)))
    .where(and(eq(hazards.county, county), cohort, not(meanings(db, today).planned)))
    .groupBy(hazards.id, hazards.clearedAt)
}
