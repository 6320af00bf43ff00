import { and } from 'drizzle-orm'
import { type Actor, scopeOf } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { hazardInScope } from '../hazards/scope-condition.ts'
import { findCounty } from '../hazards/store.ts'
import type { World } from '../world.ts'
import { registerConditions } from './conditions.ts'
import { placesNamed } from './store.ts'
import type { RegisterFilter } from './wire.ts'

/** The filter as a condition within the asker's scope, and the instant it is asked at. */
export const filterInScope = async (world: World, actor: Actor, filter: RegisterFilter) => {
  const { db } = world
  const county = await findCounty(db, actor.county)
  const now = world.now()
  const named = filter.q ? await placesNamed(db, actor.county, filter.q) : []
  const today = dayOf(now, county.timeZone)
  const { timeZone } = county
  const conditions = and(
    hazardInScope(db, scopeOf(actor)),
    registerConditions(db, filter, { today, timeZone, placesNamed: named }),
  )
  if (!conditions) throw new Error('a search without conditions would leave the scope')
  return { conditions, now, timeZone }
}
