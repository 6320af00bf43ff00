import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { findSubscriptionAt, putSubscription } from './push-store.ts'
import type { PushSubscriptionBody } from './wire.ts'

/** Lets this browser ring for its owner; it rings for whoever switched it on last. A resend changes nothing. */
export const subscribePush = (
  world: World,
  actor: Actor,
  device: string,
  { endpoint, p256dh, auth }: PushSubscriptionBody,
): Promise<{ id: string }> =>
  inTransaction(world.db, async (tx) => {
    const { county, id: personId } = actor
    const before = await findSubscriptionAt(tx, county, endpoint)
    if (before?.personId === personId && before.p256dh === p256dh && before.auth === auth) return { id: before.id }
    const [id, at] = [world.newId(), world.now()]
    await putSubscription(tx, { county, id, personId, endpoint, p256dh, auth, device, addedAt: at })
    const entry = { county, at, actorId: personId, subjectId: personId }
    await note(tx, { ...entry, kind: 'push-subscribed', body: { id, device } })
    return { id }
  })
