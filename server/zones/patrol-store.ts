import { and, desc, eq, gte, isNotNull, isNull, lt, lte } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'
import type { Scope } from '../domain/actor.ts'
import type { Bounds } from '../domain/distance.ts'
import { hazardInScope } from '../hazards/scope-condition.ts'
import { hazardInZone, type ZoneRow } from './store.ts'

/** Junctions within bounds that somebody has looked at, the latest first. */
export const lookedAtWithin = (db: Db, county: string, bounds: Bounds, most: number) => {
  const { junctions } = db.t
  const { id, name, longitude, latitude, lastInspectedAt } = junctions
  return db.q
    .select({ id, name, longitude, latitude, lastInspectedAt })
    .from(junctions)
    .where(
      and(
        ...[eq(junctions.county, county), eq(junctions.active, true), isNotNull(lastInspectedAt)],
        ...[gte(longitude, bounds.west), lte(longitude, bounds.east)],
        ...[gte(latitude, bounds.south), lte(latitude, bounds.north)],
      ),
    )
    .orderBy(desc(lastInspectedAt), desc(id))
    .limit(most)
}

/** The junction of a division last looked at. */
export const lastLookedAtIn = async (db: Db, county: string, placeCode: string) => {
  const { junctions } = db.t
  const { id, name, lastInspectedAt } = junctions
  const [row] = await db.q
    .select({ id, name, lastInspectedAt })
    .from(junctions)
    .where(
      and(
        ...[eq(junctions.county, county), eq(junctions.active, true), isNotNull(lastInspectedAt)],
        ...[gte(junctions.placeCode, placeCode), lt(junctions.placeCode, `${placeCode}:`)],
      ),
    )
    .orderBy(desc(lastInspectedAt), desc(id))
    .limit(1)
  return row ?? null
}

/** The last report of a squad in a zone, of what the asker may see. */
export const lastSquadReportIn = async (db: Db, county: string, zone: ZoneRow, scope: Scope) => {
  const { hazards, people } = db.t
  const { id, registerNumber, shortCode, reportedAt } = hazards
  const [row] = await db.q
    .select({ id, registerNumber, shortCode, reportedAt })
    .from(hazards)
    .innerJoin(people, and(eq(people.county, hazards.county), eq(people.id, hazards.reportedBy)))
    .where(
      and(
        ...[eq(hazards.county, county), isNull(hazards.setAside), eq(people.role, 'squad')],
        ...[hazardInZone(db, county, zone), hazardInScope(db, scope)],
      ),
    )
    .orderBy(desc(reportedAt), desc(id))
    .limit(1)
  return row ?? null
}
