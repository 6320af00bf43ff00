import type { Actor } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { zoneDoors } from '../domain/zone-doors.ts'
import { Problem } from '../http/problem.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import type { World } from '../world.ts'
import { openedBy } from './change-of-zone.ts'
import { postsOf } from './post-store.ts'
import { findZone } from './store.ts'
import type { HandOverPlan, HandOverQuery } from './whole-wire.ts'
import { workOutHandOver } from './work-out-hand-over.ts'

/** Dry run of handing a zone over: nothing is written. */
export const planHandOver = async (
  world: World,
  actor: Actor,
  zoneId: string,
  asked: HandOverQuery,
): Promise<HandOverPlan> => {
  const { db, county } = world
  const zone = await findZone(db, county, zoneId)
  if (!zone) throw new Problem('not-there')
  const because = zoneDoors(actor, zone).handOver
  if (because !== null) throw new Problem('not-yours', { because, who: openedBy('handOver') })
  const today = dayOf(world.now(), await timeZoneOf(db, county))
  return (await workOutHandOver(db, zone, await postsOf(db, county, zoneId), asked, today)).plan
}
