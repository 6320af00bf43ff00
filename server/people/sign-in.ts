import { inTransaction } from '../../db/unit-of-work.ts'
import { addHours } from '../domain/county-calendar.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { accountKey } from './account.ts'
import { countFailure, refuseWhileLocked } from './lock-out.ts'
import { passwordFits } from './password.ts'
import { findPerson, findPersonByAccount, setLockOut } from './people-store.ts'
import { insertSession } from './session-store.ts'
import { longestHours } from './session-terms.ts'
import { hashOfToken, newToken } from './session-token.ts'

export interface SignInAttempt {
  readonly account: string
  readonly password: string
  readonly staySignedIn: boolean
  /** What the person will know the device by in the list of sessions. */
  readonly device: string
}

export interface SignedIn {
  readonly token: string
  readonly personId: string
  readonly sessionId: string
  /** Null: the cookie ends with the browser. */
  readonly maxAgeSeconds: number | null
}

/** Account and password for a session. A wrong account, a wrong password and a person gone look and last alike. */
export const signIn = async (world: World, attempt: SignInAttempt): Promise<SignedIn> => {
  const { db, county } = world
  const account = accountKey(attempt.account)
  const person = await findPersonByAccount(db, county, account)
  refuseWhileLocked(world, account, person)
  const known = person?.active ? person : null
  if (!(await passwordFits(known?.passwordHash ?? null, attempt.password)) || !known) {
    await countFailure(world, account, person)
    throw new Problem('wrong-sign-in')
  }

  const token = newToken()
  const sessionId = world.newId()
  const hours = longestHours(attempt.staySignedIn)
  await inTransaction(db, async (tx) => {
    const now = world.now()
    const still = await findPerson(tx, county, known.id)
    // guesses sent side by side must not slip past a lock that one of them has set meanwhile
    refuseWhileLocked(world, account, still)
    if (!still?.active || still.passwordHash !== known.passwordHash) throw new Problem('wrong-sign-in')
    if (still.failedSignIns > 0) await setLockOut(tx, still, { failedSignIns: 0, lockedUntil: null })
    await insertSession(tx, {
      ...{ county, id: sessionId, tokenHash: hashOfToken(token), personId: still.id, device: attempt.device },
      ...{ startedAt: now, lastUsedAt: now, endsAt: addHours(now, hours), revokedAt: null },
    })
    await note(tx, { county, at: now, actorId: still.id, kind: 'signed-in', subjectId: sessionId })
  })
  return { token, personId: known.id, sessionId, maxAgeSeconds: attempt.staySignedIn ? hours * 3600 : null }
}
