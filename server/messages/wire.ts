import { z } from 'zod'
import { messageKinds, severities } from '../../db/vocabulary.ts'
import { messageVariants } from '../domain/message-facts.ts'

/** The inbox: what may be asked and sent, and what leaves. */

const Seq = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

export const MessagesQuery = z.strictObject({
  /** The number of the last one shown: the page goes on from there, back in time. */
  before: Seq.optional(),
  unread: z.enum(['yes']).optional(),
  size: z.coerce.number().int().min(1).max(100).default(40),
})

export const LiveQuery = z.strictObject({ after: Seq.optional() })

const Numbers = z.array(z.int().min(1).max(Number.MAX_SAFE_INTEGER)).min(1).max(200)
/** Single ones, or all up to and with one. */
export const ReadMessages = z.union([
  z.strictObject({ seqs: Numbers }),
  z.strictObject({ upTo: z.int().min(1).max(Number.MAX_SAFE_INTEGER) }),
])
export type ReadMessages = z.infer<typeof ReadMessages>

const Hour = z.int().min(0).max(23).nullable()
export const MessageChoices = z
  .strictObject({ silent: z.array(z.enum(messageKinds)).max(messageKinds.length), quietFrom: Hour, quietUntil: Hour })
  .refine(({ quietFrom, quietUntil }) => (quietFrom === null) === (quietUntil === null), {
    path: ['quietUntil'],
    message: 'required',
  })
  .meta({ id: 'MessageChoices' })
export type MessageChoices = z.infer<typeof MessageChoices>

const base64url = (bytes: number) =>
  z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}={0,2}$`))
/** What a browser gives out when it lets itself be rung (Push API). */
export const PushSubscriptionBody = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/ }).max(1000),
  p256dh: base64url(65),
  auth: base64url(16),
})
export type PushSubscriptionBody = z.infer<typeof PushSubscriptionBody>
export const PushEndpoint = PushSubscriptionBody.pick({ endpoint: true })

const Maybe = z.string().nullable()
export const MessageOnWire = z
  .strictObject({
    seq: z.int(),
    kind: z.enum(messageKinds),
    at: z.string(),
    readAt: Maybe,
    hazardId: Maybe,
    taskId: Maybe,
    noticeId: Maybe,
    facts: z.strictObject({
      label: z.string(),
      what: z.string(),
      code: Maybe,
      where: z.string(),
      severity: z.enum(severities).nullable(),
      by: Maybe,
      unit: Maybe,
      dueOn: Maybe,
      because: Maybe,
      variant: z.enum(messageVariants).nullable(),
    }),
  })
  .meta({ id: 'Message' })
export type MessageOnWire = z.infer<typeof MessageOnWire>

export const MessageList = z.strictObject({
  messages: z.array(MessageOnWire),
  /** All that are unread, not only those shown. */
  unread: z.int(),
  /** Where the next page begins; null at the end. */
  next: z.int().nullable(),
})
export type MessageList = z.infer<typeof MessageList>

export const MessagesRead = z.strictObject({ unread: z.int() })

export const PushState = z.strictObject({
  /** The public half of the pair that signs, as a browser wants it. */
  publicKey: z.string(),
  phones: z.array(z.strictObject({ id: z.string(), device: z.string(), addedAt: z.string() })),
})
export const PushTested = z.strictObject({ ok: z.boolean(), fault: Maybe })
