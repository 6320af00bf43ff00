import { createHash } from 'node:crypto'
import { type Actor, scopeOf } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { lastSeq } from '../map/store.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import type { World } from '../world.ts'

/** Changes with the journal, with the county's day, and from one asker to the next. */
export const bookHazardsTag = async (world: World, actor: Actor): Promise<string> => {
  const { db, county } = world
  const [seq, timeZone] = await Promise.all([lastSeq(db, county), timeZoneOf(db, county)])
  const who = JSON.stringify([county, dayOf(world.now(), timeZone), actor.id, actor.role, scopeOf(actor)])
  return `W/"book-hazards-${seq}-${createHash('sha256').update(who).digest('hex').slice(0, 16)}"`
}
