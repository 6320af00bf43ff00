import type { Actor } from '../domain/actor.ts'
import { readHazard } from '../hazards/hazard-whole.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import type { WholeHazards } from './wire.ts'

/** Several hazards as their pages show them; one that is gone, or out of the asker's sight, is left out. */
export const readWholeHazards = async (world: World, actor: Actor, ids: readonly string[]): Promise<WholeHazards> => {
  const hazards: WholeHazards['hazards'] = []
  for (const id of new Set(ids)) {
    try {
      hazards.push(await readHazard(world, actor, id))
    } catch (fault) {
      if (!(fault instanceof Problem && fault.code === 'not-there')) throw fault
    }
  }
  return { hazards }
}
