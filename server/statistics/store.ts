import { and, eq, type SQL, sql } from 'drizzle-orm'
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
