import type { Db } from '../../db/unit-of-work.ts'
import type { Role } from '../../db/vocabulary.ts'
import { Problem } from '../http/problem.ts'
import { findPersonByAccount } from './people-store.ts'
import { findUnit } from './unit-store.ts'

/** What somebody with this role sees is decided by their unit, so that without one they would see nothing. */
const needsUnit: readonly Role[] = ['squad', 'department']

interface Facts {
  readonly id: string
  readonly account: string
  readonly role: Role
  readonly unitId: string | null
}

/** Refuses an account that somebody else has, a unit that is not there, and a squad member without a squad. */
export const checkPersonFacts = async (db: Db, county: string, { id, account, role, unitId }: Facts): Promise<void> => {
  const fields: { pointer: string; fault: string }[] = []
  const holder = await findPersonByAccount(db, county, account)
  if (holder && holder.id !== id) fields.push({ pointer: '/account', fault: 'taken' })
  if (unitId === null && needsUnit.includes(role)) fields.push({ pointer: '/unitId', fault: 'required' })
  if (unitId !== null && !(await findUnit(db, county, unitId))) fields.push({ pointer: '/unitId', fault: 'not-there' })
  if (fields.length > 0) throw new Problem('invalid', { fields })
}
