import { and, asc, eq, exists, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'
import { type Actor, scopeOf } from '../domain/actor.ts'
import { addDays, type Day, dayOf } from '../domain/county-calendar.ts'
import { hazardInScope } from '../hazards/scope-condition.ts'
import { findCounty } from '../hazards/store.ts'
import type { World } from '../world.ts'
import { linesOf } from './lines.ts'
import { owedOf } from './owed.ts'
import type { Waiting } from './wire.ts'

const shown = 200
const revisitNoticeDays = 7

/** What waits for this person, due first: what to do, on which task, by when. */
export const waitingFor = async (world: World, actor: Actor): Promise<Waiting> => {
  const { db } = world
  const { hazards } = db.t
  const county = await findCounty(db, actor.county)
  const now = world.now()
  const today = dayOf(now, county.timeZone)
  const condition = and(
    eq(hazards.county, actor.county),
    isNull(hazards.setAside),
    hazardInScope(db, scopeOf(actor)),
    mine(db, actor, today),
  )
  const rows = await db.q
    .select()
    .from(hazards)
    .where(condition)
    .orderBy(sql`${hazards.dueOn} asc nulls last`, asc(hazards.reportedAt), asc(hazards.id))
    .limit(shown)
  const [all] = await db.q
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(hazards)
    .where(condition)
  const lines = await linesOf(world, rows, { now, timeZone: county.timeZone })
  const owed = await owedOf(db, actor, rows)
  const items = lines
    .map((hazard) => ({ hazard, ...(owed.get(hazard.id) ?? nothingOwed) }))
    .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
  return { asOf: now, today, items, more: Math.max(0, (all?.n ?? 0) - rows.length) }
}

const nothingOwed = { wants: null, taskId: null, demand: '', dueOn: null, because: null }

/** Hazards on which somebody of this role and unit has a step to take, as a condition; their tests hold it to `judge`. */
const mine = (db: Db, actor: Actor, today: Day): SQL | undefined => {
  const { hazards, tasks, revisits } = db.t
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
  switch (actor.role) {
    case 'road-chief':
    case 'department':
      return and(
        onRegister,
        withTask(
          inArray(tasks.state, ['assigned', 'accepted', 'under-way', 'returned']),
          or(eq(tasks.unitId, ownUnit), eq(tasks.personId, actor.id)),
        ),
      )
    case 'squad': {
      const revisitDue = exists(
        db.q
          .select({ one: sql`1` })
          .from(revisits)
          .where(
            and(
              eq(revisits.county, hazards.county),
              eq(revisits.hazardId, hazards.id),
              isNull(revisits.outcome),
              isNull(revisits.droppedAt),
              lte(revisits.dueOn, addDays(today, revisitNoticeDays)),
            ),
          ),
      )
      const ours = eq(hazards.teamUnitId, ownUnit)
      return or(
        and(isNull(hazards.teamUnitId), eq(hazards.stage, 'team')),
        and(ours, inArray(hazards.stage, ['team', 'camera'])),
        and(ours, onRegister, eq(hazards.severity, 'minor'), submittedByOthers),
        and(ours, eq(hazards.stage, 'cleared'), revisitDue),
      )
    }
    case 'county-reviewer':
      return or(
        and(eq(hazards.stage, 'team'), isNull(hazards.teamUnitId)),
        and(eq(hazards.stage, 'camera'), sql`${hazards.sceneCompletedAt} is not null`),
        and(onRegister, or(submittedByOthers, withTask(eq(tasks.state, 'refused')))),
      )
    case 'light-reporter':
      return and(eq(hazards.reportedBy, actor.id), ne(hazards.stage, 'cleared'))
    default:
      return sql`false`
  }
}
