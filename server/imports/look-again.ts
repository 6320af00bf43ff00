import type { Actor } from '../domain/actor.ts'
import { administratorsOnly } from '../people/administrators-only.ts'
import type { World } from '../world.ts'
import { dryRun, uploadOf } from './dry-run.ts'
import type { ImportLook, OpenChoices } from './wire.ts'

/** The dry run once more, read as the administrator chose. */
export const lookAgain = async (world: World, actor: Actor, id: string, choices: OpenChoices): Promise<ImportLook> => {
  administratorsOnly(actor)
  return (await dryRun(world, await uploadOf(world, actor, id), choices, false)).look
}
