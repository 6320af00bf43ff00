import type { Row } from '../../db/schema/tables.ts'
import { keepBooks } from '../../db/unit-of-work.ts'
import { messageText } from '../domain/message-words.ts'
import { type Guard, guardedPost } from '../hooks/guarded-fetch.ts'
import { HookFault } from '../hooks/hook-fault.ts'
import type { Works } from '../jobs/works.ts'
import { note } from '../journal/note.ts'
import { factsIn, subjectIn } from './kept-facts.ts'
import { pushKeys } from './push-keys.ts'
import { findSubscription, isRead, removeSubscription, type SubscriptionRow } from './push-store.ts'

interface Outside extends Guard {
  readonly publicUrl: string | null
}

/** What a phone shows, in both languages: which one is for the phone to choose. */
export interface PushPayload {
  readonly seq: number | null
  readonly path: string
  readonly zh: { readonly title: string; readonly sentence: string }
  readonly en: { readonly title: string; readonly sentence: string }
}

const keptForSeconds = 24 * 3600

/** Encrypts for the browser (RFC 8291) and hands it to the browser's push service through the guarded door. */
export const postPush = async (
  world: Works,
  outside: Outside,
  subscription: SubscriptionRow,
  payload: PushPayload,
): Promise<number> => {
  const { default: webPush } = await import('web-push')
  const { endpoint, p256dh, auth } = subscription
  const secure = outside.publicUrl?.startsWith('https://') ? outside.publicUrl : null
  const details = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(payload), {
    TTL: keptForSeconds,
    contentEncoding: 'aes128gcm',
    urgency: 'high',
    vapidDetails: { subject: secure ?? `mailto:county-${world.county}@luqing.example`, ...(await pushKeys(world)) },
    // a resend takes the place of the first one that still waits at the push service
    ...(payload.seq === null ? {} : { topic: `m${payload.seq}` }),
  })
  const headers = Object.fromEntries(
    Object.entries(details.headers).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]),
  )
  const { status, text } = await guardedPost({ url: endpoint, headers, body: details.body ?? Buffer.alloc(0) }, outside)
  if (status !== 404 && status !== 410 && (status < 200 || status > 299))
    throw new HookFault('bad-status', `${status} ${text.slice(0, 200)}`.trim())
  return status
}

/** Rings one phone, unless its owner has read the message meanwhile. A browser that is gone is struck off. */
export const sendPush = async (world: Works, outside: Outside, delivery: Row<'deliveries'>): Promise<void> => {
  const { db, county } = world
  const { kind, body } = delivery
  const subscription =
    delivery.subscriptionId === null ? null : await findSubscription(db, county, delivery.subscriptionId)
  if (!subscription) throw new HookFault('receiver-removed')
  const { seq, hazardId, noticeId } = subjectIn(body)
  if (seq !== null && (await isRead(db, county, seq))) return
  const facts = factsIn(body)
  const path = hazardId !== null ? `/hazards/${hazardId}` : noticeId !== null ? `/notices/${noticeId}` : '/messages'
  const [zh, en] = [messageText(kind, facts, 'zh'), messageText(kind, facts, 'en')]
  const status = await postPush(world, outside, subscription, { seq, path, zh, en })
  if (status === 404 || status === 410) await strikeOff(world, subscription)
}

/** The push service says that this browser is no longer there. */
export const strikeOff = (world: Works, { county, endpoint, id, personId }: SubscriptionRow): Promise<void> =>
  keepBooks(world.db, async (tx) => {
    await removeSubscription(tx, county, endpoint)
    const entry = { county, at: world.now(), actorId: 'system', subjectId: personId }
    await note(tx, { ...entry, kind: 'push-unsubscribed', body: { id, gone: true } })
  })
