import { afterCommit, inTransaction } from '../../db/unit-of-work.ts'
import { keepersOnly } from '../county/keepers-only.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import { wakeListeners } from '../messages/wake.ts'
import type { World } from '../world.ts'
import { findDelivery, queueAgain } from './delivery-store.ts'

/** Sends what had stopped once more, under its same id. Asked twice, or sent meanwhile, it changes nothing. */
export const sendAgain = async (world: World, actor: Actor, id: string): Promise<void> => {
  keepersOnly(actor)
  const { county } = actor
  await inTransaction(world.db, async (tx) => {
    const found = await findDelivery(tx, county, id)
    if (!found || found.hookId === null) throw new Problem('not-there')
    const at = world.now()
    if (!(await queueAgain(tx, county, id, at))) return
    const entry = { county, at, actorId: actor.id, subjectId: found.hookId }
    await note(tx, { ...entry, kind: 'hook-changed', body: { sentAgain: id } })
    afterCommit(tx, () => wakeListeners(tx.t))
  })
}
