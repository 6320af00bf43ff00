import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { cardOfZone } from './card-of-zone.ts'
import { findZone } from './store.ts'
import type { ZoneCard } from './wire.ts'

/** A zone's card, for whoever is signed in; its figures count what the asker may see. */
export const showZone = async (world: World, actor: Actor, id: string): Promise<ZoneCard> => {
  const zone = await findZone(world.db, world.county, id)
  if (!zone) throw new Problem('not-there')
  return cardOfZone(world, actor, zone)
}
