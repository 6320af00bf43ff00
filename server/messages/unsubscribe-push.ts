import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { findSubscriptionAt, removeSubscription } from './push-store.ts'

/** This browser rings no more for its owner; what is not theirs, or gone already, stays as it is. */
export const unsubscribePush = (world: World, actor: Actor, endpoint: string): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    const { county, id } = actor
    const found = await findSubscriptionAt(tx, county, endpoint)
    if (found?.personId !== id) return
    await removeSubscription(tx, county, endpoint)
    const entry = { county, at: world.now(), actorId: id, subjectId: id }
    await note(tx, { ...entry, kind: 'push-unsubscribed', body: { id: found.id } })
  })
