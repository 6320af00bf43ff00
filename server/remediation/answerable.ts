import type { Tx } from '../../db/unit-of-work.ts'
import { Problem } from '../http/problem.ts'
import { unitWithPerson } from './store.ts'

/** A task goes to a unit that exists, and to a person only of that unit; otherwise 422 naming the field. */
export const mustBeAnswerable = async (
  tx: Tx,
  county: string,
  { unitId, personId }: { unitId: string; personId: string | null },
  pointer: string,
): Promise<void> => {
  const found = await unitWithPerson(tx, county, unitId, personId)
  if (!found.unit) throw new Problem('invalid', { fields: [{ pointer: `${pointer}/unitId`, fault: 'unknown' }] })
  if (!found.person)
    throw new Problem('invalid', { fields: [{ pointer: `${pointer}/personId`, fault: 'not-of-this-unit' }] })
}
