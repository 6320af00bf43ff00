import { type Actor, scopeOf } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { Problem } from '../http/problem.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import type { World } from '../world.ts'
import { chiefsOn, countsByWhereabouts, findZone, routeName, zonesAround } from './store.ts'
import type { ZoneCard } from './wire.ts'
import { chainOfChiefs } from './zone-chiefs.ts'
import { countsByZone, filterOfZone } from './zone-counts.ts'

/** A zone's card: who answers for it at each level, and how it stands as far as the asker may see. */
export const showZone = async (world: World, actor: Actor, id: string): Promise<ZoneCard> => {
  const { db, county } = world
  const zone = await findZone(db, county, id)
  if (!zone) throw new Problem('not-there')
  const asOf = world.now()
  const today = dayOf(asOf, await timeZoneOf(db, county))
  const around = [zone, ...(await zonesAround(db, zone))]
  const [chiefs, groups, nameOfRoute] = await Promise.all([
    chiefsOn(
      db,
      county,
      today,
      around.map((one) => one.id),
    ),
    countsByWhereabouts(db, county, scopeOf(actor), today, zone),
    zone.routeCode === null ? null : routeName(db, county, zone.routeCode),
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
    chiefs: chainOfChiefs(zone, around, chiefs),
    counts: countsByZone(groups)(zone),
    asOf,
    filter: filterOfZone(zone),
  }
}
