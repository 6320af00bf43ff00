import { z } from 'zod'
import { deliveryStates, hookKinds, messageKinds } from '../../db/vocabulary.ts'
import { Id } from '../people/wire.ts'

/** Receivers outside: what may be sent and what leaves. Addresses and secrets go in and never come out. */

/** A parked receiver cannot be told that it is parked, least of all by itself. */
export const hookEvents = messageKinds.filter((kind) => kind !== 'hook-parked')

const Secret = z
  .string()
  .max(200)
  .regex(/^[\x21-\x7e]*$/)

export const HookParam = z.strictObject({ id: Id })

export const HookBody = z.strictObject({
  kind: z.enum(hookKinds),
  name: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .refine((text) => !/\p{Cc}/u.test(text), 'control-characters'),
  /** Null keeps the one that is there. */
  url: z.string().trim().max(1000).nullable(),
  /** Null keeps the one that is there; empty means none, where the robot goes by keyword. */
  secret: Secret.nullable(),
  events: z.array(z.enum(messageKinds)).min(1).max(messageKinds.length),
  active: z.boolean(),
})
export type HookBody = z.infer<typeof HookBody>

const Maybe = z.string().nullable()

export const DeliveryOnWire = z.strictObject({
  id: z.string(),
  hookId: z.string(),
  kind: z.enum(messageKinds),
  state: z.enum(deliveryStates),
  attempts: z.int(),
  madeAt: z.string(),
  nextAt: z.string(),
  sentAt: Maybe,
  /** A code of server/domain/hook-faults.ts and the receiver's own word. */
  lastError: Maybe,
  /** What was to be said. */
  sentence: z.strictObject({ zh: z.string(), en: z.string() }),
})
export type DeliveryOnWire = z.infer<typeof DeliveryOnWire>

export const HookOnWire = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    kind: z.enum(hookKinds),
    name: z.string(),
    /** Scheme and host; the rest of the address may hold a key. */
    host: z.string(),
    hasSecret: z.boolean(),
    events: z.array(z.enum(messageKinds)),
    active: z.boolean(),
    addedAt: z.string(),
    parkedAt: Maybe,
    lastError: Maybe,
    /** The newest first. */
    deliveries: z.array(DeliveryOnWire),
  })
  .meta({ id: 'Hook' })
export type HookOnWire = z.infer<typeof HookOnWire>

export const HookList = z.strictObject({ hooks: z.array(HookOnWire), stopped: z.array(DeliveryOnWire) })
export type HookList = z.infer<typeof HookList>

export const HookTested = z.strictObject({ ok: z.boolean(), fault: Maybe })
