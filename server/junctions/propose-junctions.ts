import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { foundAnew } from './found-anew.ts'
import { junctionKeepersOnly } from './junction-gates.ts'
import type { FindingReport } from './wire.ts'

/** The dry run: what finding the county's junctions anew would add, keep and put out of use. */
export const proposeJunctions = async (
  world: World,
  actor: Actor,
  crossings: FindingReport['crossings'],
): Promise<FindingReport> => {
  junctionKeepersOnly(actor)
  return (await foundAnew(world, crossings)).report
}
