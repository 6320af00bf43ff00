import { type Actor, scopeOf } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import type { World } from '../world.ts'
import { chiefsOn, countsByWhereabouts, zoneList } from './store.ts'
import type { Counts, ZoneLine } from './wire.ts'
import { chiefOf } from './zone-chiefs.ts'
import { countsByZone, countsOutsideZones } from './zone-counts.ts'

/** Every zone with today's chief; the figures count only what the asker may see. */
export const listZones = async (
  world: World,
  actor: Actor,
): Promise<{ asOf: string; zones: ZoneLine[]; nowhere: Counts }> => {
  const { db, county } = world
  const asOf = world.now()
  const today = dayOf(asOf, await timeZoneOf(db, county))
  const [zones, chiefs, groups] = await Promise.all([
    zoneList(db, county),
    chiefsOn(db, county, today, null),
    countsByWhereabouts(db, county, scopeOf(actor), today, null),
  ])
  const countsOf = countsByZone(groups)
  const chiefsByZone = Map.groupBy(chiefs, ({ zoneId }) => zoneId)
  return {
    asOf,
    zones: zones.map((zone) => ({
      ...zone,
      chief: chiefOf(zone, chiefsByZone.get(zone.id) ?? []),
      counts: countsOf(zone),
    })),
    nowhere: countsOutsideZones(groups),
  }
}
