import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { wholeOfZone } from './whole-of-zone.ts'
import type { ZoneWhole } from './whole-wire.ts'

/** A zone whole: its card, its chiefs of all time, its helpers, and what was done to it by hand. */
export const readZone = (world: World, actor: Actor, id: string): Promise<ZoneWhole> => wholeOfZone(world, actor, id)
