import { messageText } from '../domain/message-words.ts'
import { factsIn } from '../messages/kept-facts.ts'
import type { DeliveryRow } from './delivery-store.ts'
import type { HookRow } from './store.ts'
import type { DeliveryOnWire, HookOnWire } from './wire.ts'

export const deliveryOnWire = (row: DeliveryRow): DeliveryOnWire => {
  const { id, hookId, kind, state, attempts, madeAt, nextAt, sentAt, lastError, body } = row
  const facts = factsIn(body)
  const sentence = { zh: messageText(kind, facts, 'zh').sentence, en: messageText(kind, facts, 'en').sentence }
  return { id, hookId: hookId ?? '', kind, state, attempts, madeAt, nextAt, sentAt, lastError, sentence }
}

export const hookOnWire = (row: HookRow, deliveries: readonly DeliveryRow[]): HookOnWire => {
  const { id, version, kind, name, url, secret, events, active, addedAt, parkedAt, lastError } = row
  const host = URL.canParse(url) ? new URL(url).origin : ''
  const plain = { id, version, kind, name, host, hasSecret: secret !== '', active, addedAt, parkedAt, lastError }
  return { ...plain, events: [...events], deliveries: deliveries.map(deliveryOnWire) }
}
