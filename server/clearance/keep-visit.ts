import type { Row } from '../../db/schema/tables.ts'
import type { Actor } from '../domain/actor.ts'
import { settledBy } from '../domain/settled-visit.ts'
import type { Ground } from '../hazards/step-frame.ts'
import type { World } from '../world.ts'
import { addRevisits, owedRevisits, settleRevisit } from './store.ts'

type Looked = Pick<Row<'revisits'>, 'outcome' | 'doneAt' | 'doneBy' | 'remark'>

/** Keeps a look at a cleared hazard: as the visit owed that it settles, or as one more with its own day. */
export const keepVisit = async (
  world: World,
  actor: Actor,
  { tx, hazard, today }: Ground,
  looked: Looked,
): Promise<void> => {
  const looker = { unitId: actor.unitId, ofCounty: actor.role === 'county-reviewer' }
  const visit = settledBy(await owedRevisits(tx, actor.county, hazard.id), looker, today)
  if (visit) return settleRevisit(tx, visit, looked)
  await addRevisits(tx, [{ county: actor.county, id: world.newId(), hazardId: hazard.id, dueOn: today, ...looked }])
}
