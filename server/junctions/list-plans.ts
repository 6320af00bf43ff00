import type { Actor } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { findCounty } from '../hazards/store.ts'
import type { World } from '../world.ts'
import { junctionReadersOnly } from './junction-gates.ts'
import { allPlans } from './plan-store.ts'
import { plansOnWire } from './plan-view.ts'

export const listPlans = async (world: World, actor: Actor) => {
  junctionReadersOnly(actor)
  const { db, county } = world
  const { timeZone } = await findCounty(db, county)
  const now = world.now()
  return { asOf: now, today: dayOf(now, timeZone), plans: await plansOnWire(db, county, await allPlans(db, county)) }
}
