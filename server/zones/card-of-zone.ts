import { type Actor, scopeOf } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import type { World } from '../world.ts'
import { areasAroundZone } from './areas-around-zone.ts'
import { helpersToday } from './helpers-view.ts'
import { lastPatrolOf } from './last-patrol.ts'
import { helpersOf } from './post-store.ts'
import { chiefsOn, countsByWhereabouts, routeName, type ZoneRow } from './store.ts'
import type { ZoneCard } from './wire.ts'
import { chainOfChiefs } from './zone-chiefs.ts'
import { countsByZone, filterOfZone } from './zone-counts.ts'

/** A zone's card: who answers for it at each level, and how it stands as far as the asker may see. */
export const cardOfZone = async (world: World, actor: Actor, zone: ZoneRow): Promise<ZoneCard> => {
  const { db, county } = world
  const asOf = world.now()
  const today = dayOf(asOf, await timeZoneOf(db, county))
  const around = [zone, ...(await areasAroundZone(world, zone))]
  const zoneIds = around.map((one) => one.id)
  const [chiefs, helpers, groups, nameOfRoute, lastPatrol] = await Promise.all([
    chiefsOn(db, county, today, zoneIds),
    helpersOf(db, county, zoneIds),
    countsByWhereabouts(db, county, scopeOf(actor), today, zone),
    zone.routeCode === null ? null : routeName(db, county, zone.routeCode),
    lastPatrolOf(world, actor, zone),
  ])
  return {
    id: zone.id,
    shape: zone.shape,
    level: zone.level,
    name: zone.name,
    placeCode: zone.placeCode,
    routeCode: zone.routeCode,
    invented: zone.invented,
    fromMetres: zone.fromMetres,
    toMetres: zone.toMetres,
    routeName: nameOfRoute,
    chiefs: chainOfChiefs([zone.id], around, chiefs),
    ...helpersToday(zone, around, helpers, today),
    counts: countsByZone(groups)(zone),
    lastPatrol,
    asOf,
    filter: filterOfZone(zone),
  }
}
