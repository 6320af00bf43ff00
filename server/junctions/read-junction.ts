import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { junctionReadersOnly } from './junction-gates.ts'
import { findJunction } from './store.ts'
import { wholeOf } from './whole-of.ts'
import type { JunctionWhole } from './wire.ts'

export const readJunction = async (world: World, actor: Actor, id: string): Promise<JunctionWhole> => {
  junctionReadersOnly(actor)
  const row = await findJunction(world.db, world.county, id)
  if (!row) throw new Problem('not-there')
  return wholeOf(world, actor, row)
}
