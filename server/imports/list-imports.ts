import type { Actor } from '../domain/actor.ts'
import { administratorsOnly } from '../people/administrators-only.ts'
import type { World } from '../world.ts'
import { latestImports } from './store.ts'
import { type ImportLine, ImportList } from './wire.ts'

const mostListed = 200

/** What was brought in so far, the latest first. */
export const listImports = async (world: World, actor: Actor): Promise<{ imports: ImportLine[] }> => {
  administratorsOnly(actor)
  return ImportList.parse({ imports: await latestImports(world.db, world.county, mostListed) })
}
