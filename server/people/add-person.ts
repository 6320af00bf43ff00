import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { administratorsOnly } from './administrators-only.ts'
import { makeFirstPassword, type WithFirstPassword } from './first-password.ts'
import { hashPassword } from './password.ts'
import { findPerson, insertPerson, type PersonRow } from './people-store.ts'
import { checkPersonFacts } from './person-facts.ts'
import type { PersonBody } from './wire.ts'

/** A password chosen beforehand, for a demonstration county whose sign-ins are printed at the start. */
export interface GivenPassword {
  readonly password: string
  readonly mustChange: boolean
}

const isSame = (row: PersonRow, asked: PersonBody): boolean =>
  row.account === asked.account &&
  row.name === asked.name &&
  row.phone === asked.phone &&
  row.role === asked.role &&
  row.unitId === asked.unitId &&
  row.active === asked.active

/** A new person with a first password, to be changed at the first sign-in. A resend changes nothing. */
export const addPerson = async (
  world: World,
  actor: Actor,
  id: string,
  asked: PersonBody,
  given: GivenPassword | null = null,
): Promise<WithFirstPassword> => {
  administratorsOnly(actor)
  const { db, county } = world
  const password = given?.password ?? makeFirstPassword()
  const passwordHash = await hashPassword(password)

  return inTransaction(db, async (tx) => {
    const before = await findPerson(tx, county, id)
    if (before && !isSame(before, asked)) throw new Problem('other-content')
    if (before) return { person: before, firstPassword: null }
    await checkPersonFacts(tx, county, { id, ...asked })
    const at = world.now()
    const person: PersonRow = {
      ...{ county, id, ...asked, passwordHash, mustChangePassword: given?.mustChange ?? true },
      ...{ failedSignIns: 0, lockedUntil: null, version: 1, addedAt: at },
    }
    await insertPerson(tx, person)
    const { account, name, role, unitId } = asked
    await note(tx, {
      ...{ county, at, actorId: actor.id, kind: 'person-added', subjectId: id },
      body: { account, name, role, unitId },
    })
    return { person, firstPassword: password }
  })
}
