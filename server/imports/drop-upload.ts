import type { Actor } from '../domain/actor.ts'
import { administratorsOnly } from '../people/administrators-only.ts'
import type { World } from '../world.ts'
import { uploadOf } from './dry-run.ts'

/** Lets an upload go before its hour is over. */
export const dropUpload = async (world: World, actor: Actor, id: string): Promise<void> => {
  administratorsOnly(actor)
  const upload = await uploadOf(world, actor, id)
  await world.uploads.drop(upload.id)
}
