import type { Actor } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { findCounty } from '../hazards/store.ts'
import type { World } from '../world.ts'
import { drawLine, mayReadDraws, namesOfDraws } from './spot-draw-whole.ts'
import { allDraws, visitsOfDraws } from './spot-store.ts'
import type { SpotDraws } from './spot-wire.ts'

/** All draws of the county, newest first, each with how its visits stand. */
export const listSpotDraws = async (world: World, actor: Actor): Promise<SpotDraws> => {
  mayReadDraws(actor)
  const { db, county } = world
  const draws = await allDraws(db, county)
  const visits = await visitsOfDraws(
    db,
    county,
    draws.map(({ id }) => id),
  )
  const names = await namesOfDraws(db, county, draws, [])
  const byDraw = Map.groupBy(visits, ({ drawId }) => drawId)
  const now = world.now()
  const { timeZone } = await findCounty(db, county)
  return {
    asOf: now,
    today: dayOf(now, timeZone),
    draws: draws.map((draw) => drawLine(draw, byDraw.get(draw.id) ?? [], names)),
  }
}
