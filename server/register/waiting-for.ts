import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { type Actor, scopeOf } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { hazardInScope } from '../hazards/scope-condition.ts'
import { findCounty } from '../hazards/store.ts'
import type { World } from '../world.ts'
import { linesOf } from './lines.ts'
import { owedOf } from './owed.ts'
import { waitsFor } from './waits-for.ts'
import type { Waiting } from './wire.ts'

const shown = 200

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
    waitsFor(db, actor, today),
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
  const owed = await owedOf(db, actor, rows, today)
  const items = lines
    .map((hazard) => ({ hazard, ...(owed.get(hazard.id) ?? nothingOwed) }))
    .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
  return { asOf: now, today, items, more: Math.max(0, (all?.n ?? 0) - rows.length) }
}

const nothingOwed = { wants: null, taskId: null, demand: '', dueOn: null, because: null }
