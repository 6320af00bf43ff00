import type { MessageRow } from './inbox-store.ts'
import { factsIn } from './kept-facts.ts'
import type { MessageOnWire } from './wire.ts'

export const messageOnWire = (row: MessageRow): MessageOnWire => {
  const { seq, kind, at, readAt, hazardId, taskId, noticeId, body } = row
  return { seq, kind, at, readAt, hazardId, taskId, noticeId, facts: factsIn(body) }
}
