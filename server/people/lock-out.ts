import { inTransaction } from '../../db/unit-of-work.ts'
import { addHours, type Instant } from '../domain/county-calendar.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { bumpFailures, type PersonRow, setLockOut } from './people-store.ts'

const failuresBeforeLock = 5
const firstLockMinutes = 1
const longestLockMinutes = 60

/** The fifth failure locks for a minute, each further one for twice as long, up to an hour. Null: not yet. */
export const lockedUntilAfter = (failures: number, now: Instant): Instant | null => {
  if (failures < failuresBeforeLock) return null
  const minutes = Math.min(longestLockMinutes, firstLockMinutes * 2 ** Math.min(failures - failuresBeforeLock, 10))
  return addHours(now, minutes / 60)
}

type Lock = Pick<PersonRow, 'failedSignIns' | 'lockedUntil'>

/** Accounts that do not exist are locked like those that do, or the lock would tell which is which. */
const phantoms = new WeakMap<object, Map<string, Lock>>()
const mostPhantoms = 10_000

const phantomsOf = (world: World): Map<string, Lock> => {
  const found = phantoms.get(world.db) ?? new Map<string, Lock>()
  phantoms.set(world.db, found)
  return found
}

export const refuseWhileLocked = (world: World, account: string, person: Lock | null): void => {
  const until = (person ?? phantomsOf(world).get(account))?.lockedUntil ?? null
  const now = world.now()
  if (until === null || until <= now) return
  const retryAfterSeconds = Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000))
  throw new Problem('too-often', { retryAfterSeconds })
}

/** Counts a wrong password and locks when there were too many. Nothing is written for accounts nobody has. */
export const countFailure = async (world: World, account: string, person: PersonRow | null): Promise<void> => {
  const now = world.now()
  if (!person) {
    const known = phantomsOf(world)
    const failedSignIns = (known.get(account)?.failedSignIns ?? 0) + 1
    known.delete(account)
    known.set(account, { failedSignIns, lockedUntil: lockedUntilAfter(failedSignIns, now) })
    const [oldest] = known.keys()
    if (known.size > mostPhantoms && oldest !== undefined) known.delete(oldest)
    return
  }
  await inTransaction(world.db, async (tx) => {
    const failedSignIns = await bumpFailures(tx, person)
    const lockedUntil = lockedUntilAfter(failedSignIns, now)
    await setLockOut(tx, person, { failedSignIns, lockedUntil })
    const { county, id } = person
    const body = { failures: failedSignIns, ...(lockedUntil === null ? {} : { lockedUntil }) }
    await note(tx, { county, at: now, actorId: 'system', kind: 'sign-in-failed', subjectId: id, body })
  })
}
