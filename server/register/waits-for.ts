import { and, eq, exists, inArray, isNotNull, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { addDays, type Day } from '../domain/county-calendar.ts'
import { revisitNoticeDays } from '../domain/settled-visit.ts'

/** Hazards on which somebody of this role and unit has a step to take, as a condition; its tests hold it to `judge`. */
export const waitsFor = (db: Db, actor: Actor, today: Day): SQL | undefined => {
  const { hazards, tasks } = db.t
  const withTask = (...conditions: (SQL | undefined)[]) =>
    exists(
      db.q
        .select({ one: sql`1` })
        .from(tasks)
        .where(and(eq(tasks.county, hazards.county), eq(tasks.hazardId, hazards.id), ...conditions)),
    )
  const submittedByOthers = withTask(eq(tasks.state, 'submitted'), ne(tasks.submittedBy, actor.id))
  const onRegister = eq(hazards.stage, 'register')
  const ownUnit = actor.unitId ?? ''
  const ownTask = or(eq(tasks.unitId, ownUnit), eq(tasks.personId, actor.id))
  const named = eq(hazards.supervisorId, actor.id)
  const progressOwed = and(onRegister, isNotNull(hazards.supervisionLevel), lte(hazards.progressDueOn, today))
  const askedOf = and(ne(hazards.stage, 'cleared'), eq(hazards.transferToUnitId, ownUnit))
  switch (actor.role) {
    case 'road-chief':
    case 'department': {
      const running = inArray(tasks.state, ['assigned', 'accepted', 'under-way', 'returned'])
      return or(and(onRegister, withTask(running, ownTask)), and(progressOwed, or(named, withTask(ownTask))), askedOf)
    }
    case 'squad': {
      const ours = eq(hazards.teamUnitId, ownUnit)
      const cleared = eq(hazards.stage, 'cleared')
      return or(
        and(isNull(hazards.teamUnitId), eq(hazards.stage, 'team')),
        and(ours, inArray(hazards.stage, ['team', 'camera'])),
        and(ours, onRegister, eq(hazards.severity, 'minor'), submittedByOthers),
        and(ours, cleared, visitOwed(db, null, addDays(today, revisitNoticeDays))),
        and(cleared, visitOwed(db, ownUnit, null)),
        askedOf,
      )
    }
    case 'county-reviewer': {
      const asksForTime = withTask(
        isNotNull(tasks.extensionAskedBy),
        ne(tasks.extensionAskedBy, actor.id),
        inArray(tasks.state, ['assigned', 'accepted', 'under-way', 'returned', 'planned']),
      )
      return or(
        and(eq(hazards.stage, 'team'), isNull(hazards.teamUnitId)),
        and(eq(hazards.stage, 'camera'), sql`${hazards.sceneCompletedAt} is not null`),
        and(onRegister, or(submittedByOthers, withTask(eq(tasks.state, 'refused')), asksForTime)),
        and(ne(hazards.stage, 'cleared'), isNotNull(hazards.transferToCounty)),
        and(progressOwed, named),
        askedOf,
      )
    }
    case 'leader':
      return and(progressOwed, named)
    case 'light-reporter':
      return and(eq(hazards.reportedBy, actor.id), ne(hazards.stage, 'cleared'))
    default:
      return sql`false`
  }
}

/** A visit is owed by this unit, or by the team that found it (null), no later than that day where one is given. */
const visitOwed = (db: Db, unitId: string | null, until: Day | null): SQL => {
  const { hazards, revisits } = db.t
  return exists(
    db.q
      .select({ one: sql`1` })
      .from(revisits)
      .where(
        and(
          ...[eq(revisits.county, hazards.county), eq(revisits.hazardId, hazards.id)],
          ...[isNull(revisits.outcome), isNull(revisits.droppedAt)],
          unitId === null ? isNull(revisits.unitId) : eq(revisits.unitId, unitId),
          until === null ? undefined : lte(revisits.dueOn, until),
        ),
      ),
  )
}
