import { inTransaction } from '../../db/unit-of-work.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { accountKey, accountShape } from './account.ts'
import { findCountyRow, insertCounty } from './county-store.ts'
import { hashPassword } from './password.ts'
import { countPeople, insertPerson } from './people-store.ts'
import { isTooEasy } from './too-easy.ts'

export interface FirstAdministrator {
  readonly countyCode: string
  readonly countyName: string
  readonly account: string
  readonly name: string
  readonly password: string
}

const checked = ({ countyCode, account, password }: FirstAdministrator): string => {
  const key = accountKey(account)
  const fields: { pointer: string; fault: string }[] = []
  if (!/^\d{6}$/.test(countyCode)) fields.push({ pointer: '/countyCode', fault: 'wrong-format' })
  if (!accountShape.test(key)) fields.push({ pointer: '/account', fault: 'wrong-format' })
  if (isTooEasy(password, key)) fields.push({ pointer: '/password', fault: 'too-easy' })
  if (fields.length > 0) throw new Problem('invalid', { fields })
  return key
}

/**
 * The person who lets everybody else in, with a password of their own choosing; founds the county where it is not
 * there yet. Refused as soon as the county has any people. Returns the administrator's id.
 */
export const createFirstAdministrator = async (
  world: Pick<World, 'db' | 'now' | 'newId'>,
  asked: FirstAdministrator,
): Promise<string> => {
  const account = checked(asked)
  const passwordHash = await hashPassword(asked.password)
  const { countyCode: county, countyName, name } = asked

  return inTransaction(world.db, async (tx) => {
    if ((await countPeople(tx, county)) > 0) throw new Problem('does-not-fit')
    const at = world.now()
    if (!(await findCountyRow(tx, county))) {
      await insertCounty(tx, county, at, { name: countyName })
      const body = { name: countyName, invented: false }
      await note(tx, { county, at, actorId: 'system', kind: 'county-founded', subjectId: county, body })
    }
    const id = world.newId()
    await insertPerson(tx, {
      ...{ county, id, account, name, phone: null, role: 'administrator', unitId: null, active: true, passwordHash },
      ...{ mustChangePassword: false, failedSignIns: 0, lockedUntil: null, version: 1, addedAt: at },
    })
    const body = { account, name, role: 'administrator', unitId: null }
    await note(tx, { county, at, actorId: 'system', kind: 'person-added', subjectId: id, body })
    return id
  })
}
