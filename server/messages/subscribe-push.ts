import { ECDH } from 'node:crypto'
import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { findSubscriptionAt, putSubscription, removeSubscription, subscriptionsOf } from './push-store.ts'
import type { PushSubscriptionBody } from './wire.ts'

/** Every message to somebody goes to each of their browsers; nobody carries more of them about. */
const mostBrowsers = 12

const isCurvePoint = (p256dh: string): boolean => {
  try {
    return ECDH.convertKey(p256dh, 'prime256v1', 'base64url').length > 0
  } catch {
    return false
  }
}

/**
 * Lets this browser ring for its owner; it rings for whoever switched it on last. A resend changes nothing.
 * Beyond the most that somebody may have, the one switched on longest ago goes. 422 on a key that encrypts nothing.
 */
export const subscribePush = async (
  world: World,
  actor: Actor,
  device: string,
  { endpoint, p256dh, auth }: PushSubscriptionBody,
): Promise<{ id: string }> => {
  if (!isCurvePoint(p256dh)) throw new Problem('invalid', { fields: [{ pointer: '/p256dh', fault: 'wrong-format' }] })
  return inTransaction(world.db, async (tx) => {
    const { county, id: personId } = actor
    const before = await findSubscriptionAt(tx, county, endpoint)
    if (before?.personId === personId && before.p256dh === p256dh && before.auth === auth) return { id: before.id }
    const [id, at] = [world.newId(), world.now()]
    await putSubscription(tx, { county, id, personId, endpoint, p256dh, auth, device, addedAt: at })
    const entry = { county, at, actorId: personId, subjectId: personId }
    await note(tx, { ...entry, kind: 'push-subscribed', body: { id, device } })
    const all = await subscriptionsOf(tx, county, personId)
    for (const old of all.slice(0, Math.max(0, all.length - mostBrowsers))) {
      await removeSubscription(tx, county, old.endpoint)
      await note(tx, { ...entry, kind: 'push-unsubscribed', body: { id: old.id } })
    }
    return { id }
  })
}
