import type { Actor } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { findCounty } from '../hazards/store.ts'
import type { World } from '../world.ts'
import { allPlans } from './plan-store.ts'
import { plansOnWire } from './plan-view.ts'
import { junctionReadersOnly } from './readers-only.ts'

export const listPlans = async (world: World, actor: Actor) => {
  junctionReadersOnly(actor)
  const { db, county } = world
  const { timeZone } = await findCounty(db, county)
  const now = world.now()
  return { asOf: now, today: dayOf(now, timeZone), plans: await plansOnWire(db, county, await allPlans(db, county)) }
}
