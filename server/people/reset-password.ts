import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { administratorsOnly } from './administrators-only.ts'
import { makeFirstPassword, type WithFirstPassword } from './first-password.ts'
import { hashPassword } from './password.ts'
import { changePersonRow, findPerson } from './people-store.ts'
import { revokeSessionsOf } from './session-store.ts'

/** A new first password for somebody who lost theirs: opens the lock, ends every session, must be changed. */
export const resetPassword = async (world: World, actor: Actor, id: string): Promise<WithFirstPassword> => {
  administratorsOnly(actor)
  const { db, county } = world
  const firstPassword = makeFirstPassword()
  const passwordHash = await hashPassword(firstPassword)

  return inTransaction(db, async (tx) => {
    const person = await findPerson(tx, county, id)
    if (!person) throw new Problem('not-there')
    const change = { passwordHash, mustChangePassword: true, failedSignIns: 0, lockedUntil: null }
    const changed = await changePersonRow(tx, person, change)
    if (!changed) throw new Problem('try-again', { retryAfterSeconds: 1 })
    const at = world.now()
    const sessionsEnded = await revokeSessionsOf(tx, { county, personId: id, exceptId: null }, at)
    await note(tx, {
      ...{ county, at, actorId: actor.id, kind: 'password-reset', subjectId: id },
      body: { sessionsEnded },
    })
    return { person: changed, firstPassword }
  })
}
