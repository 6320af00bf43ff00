import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { countFailure, refuseWhileLocked } from './lock-out.ts'
import { hashPassword, passwordFits } from './password.ts'
import { changePersonRow, findPerson } from './people-store.ts'
import { revokeSessionsOf } from './session-store.ts'
import { isTooEasy } from './too-easy.ts'

export interface PasswordChange {
  readonly password: string
  readonly newPassword: string
}

const refused = (pointer: string, fault: string): Problem => new Problem('invalid', { fields: [{ pointer, fault }] })

/** A new password for oneself; every other session ends, since whoever knew the old one may hold one. */
export const changePassword = async (
  world: World,
  actor: Actor,
  sessionId: string,
  { password, newPassword }: PasswordChange,
): Promise<void> => {
  const { db, county } = world
  const person = await findPerson(db, county, actor.id)
  if (!person) throw new Problem('not-signed-in')
  refuseWhileLocked(world, person.account, person)
  if (!(await passwordFits(person.passwordHash, password))) {
    await countFailure(world, person.account, person)
    throw refused('/password', 'wrong-password')
  }
  if (newPassword.normalize('NFC') === password.normalize('NFC')) throw refused('/newPassword', 'same-as-before')
  if (isTooEasy(newPassword, person.account)) throw refused('/newPassword', 'too-easy')
  const passwordHash = await hashPassword(newPassword)

  await inTransaction(db, async (tx) => {
    const at = world.now()
    const change = { passwordHash, mustChangePassword: false, failedSignIns: 0, lockedUntil: null }
    if (!(await changePersonRow(tx, person, change))) throw new Problem('try-again', { retryAfterSeconds: 1 })
    const sessionsEnded = await revokeSessionsOf(tx, { county, personId: actor.id, exceptId: sessionId }, at)
    await note(tx, {
      ...{ county, at, actorId: actor.id, kind: 'password-changed', subjectId: actor.id },
      body: { sessionsEnded },
    })
  })
}
