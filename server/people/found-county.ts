import { inTransaction } from '../../db/unit-of-work.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { type Founding, findCountyRow, insertCounty } from './county-store.ts'

/** Makes the county this server runs for: its settings and the code lists it begins with. */
export const foundCounty = (world: Pick<World, 'db' | 'county' | 'now'>, founding: Founding): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    const { county } = world
    if (await findCountyRow(tx, county)) throw new Problem('does-not-fit')
    const at = world.now()
    await insertCounty(tx, county, at, founding)
    await note(tx, {
      ...{ county, at, actorId: 'system', kind: 'county-founded', subjectId: county },
      body: { name: founding.name, invented: founding.invented ?? false },
    })
  })
