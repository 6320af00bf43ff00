import type { Actor } from '../domain/actor.ts'
import { shareOf } from '../domain/draw-sample.ts'
import { findCounty } from '../hazards/store.ts'
import type { World } from '../world.ts'
import { mayReadDraws } from './spot-draw-whole.ts'
import { countDrawnBefore, populationOf } from './spot-store.ts'
import type { Population, PopulationQuery } from './spot-wire.ts'

/** How many could be drawn, and what the county's share of them comes to. */
export const countPopulation = async (world: World, actor: Actor, asked: PopulationQuery): Promise<Population> => {
  mayReadDraws(actor)
  const { timeZone, settings } = await findCounty(world.db, world.county)
  const { length: count } = await populationOf(world.db, world.county, timeZone, asked)
  const { spotSharePercent: sharePercent } = settings
  return {
    count,
    drawnBefore: await countDrawnBefore(world.db, world.county, timeZone, asked),
    sharePercent,
    share: shareOf(count, sharePercent),
  }
}
