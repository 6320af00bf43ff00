import { and, eq, exists, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'
import type { Scope } from '../domain/actor.ts'

/** `inScope` of server/domain/actor.ts as a condition on the hazards table; their tests hold the two together. */
export const hazardInScope = (db: Db, scope: Scope): SQL => {
  const { hazards, tasks, revisits, transfers } = db.t
  if (scope.all) return sql`true`
  const byTask = or(
    eq(tasks.personId, scope.personId),
    scope.taskUnitId === null ? undefined : eq(tasks.unitId, scope.taskUnitId),
  )
  const asked = scope.askedUnitId
  const seen = or(
    eq(hazards.reportedBy, scope.personId),
    eq(hazards.supervisorId, scope.personId),
    scope.teamUnitId === null ? undefined : eq(hazards.teamUnitId, scope.teamUnitId),
    scope.zoneIds.length === 0 ? undefined : inArray(hazards.zoneId, [...scope.zoneIds]),
    ...scope.placeCodes.map((code) => and(gte(hazards.placeCode, code), lt(hazards.placeCode, `${code}:`))),
    exists(
      db.q
        .select({ one: sql`1` })
        .from(tasks)
        .where(and(eq(tasks.county, hazards.county), eq(tasks.hazardId, hazards.id), byTask)),
    ),
    asked === null
      ? undefined
      : exists(
          db.q
            .select({ one: sql`1` })
            .from(revisits)
            .where(
              and(eq(revisits.county, hazards.county), eq(revisits.hazardId, hazards.id), eq(revisits.unitId, asked)),
            ),
        ),
    asked === null
      ? undefined
      : exists(
          db.q
            .select({ one: sql`1` })
            .from(transfers)
            .where(
              and(
                ...[eq(transfers.county, hazards.county), eq(transfers.hazardId, hazards.id)],
                eq(transfers.toUnitId, asked),
              ),
            ),
        ),
  )
  return seen ?? sql`false`
}
