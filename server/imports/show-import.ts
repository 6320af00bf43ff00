import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { administratorsOnly } from '../people/administrators-only.ts'
import type { World } from '../world.ts'
import { importWhole } from './import-whole.ts'
import { findImport } from './store.ts'
import type { ImportWhole } from './wire.ts'

/** One past import and its report; 404 where there is none. */
export const showImport = async (world: World, actor: Actor, id: string): Promise<ImportWhole> => {
  administratorsOnly(actor)
  const row = await findImport(world.db, world.county, id)
  if (row === null) throw new Problem('not-there')
  return importWhole(world.db, row)
}
