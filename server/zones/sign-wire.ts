import { z } from 'zod'
import { stepFields, Words } from '../hazards/wire.ts'

/** What the county puts on every sign. */

export const mostDuties = 8
const Hotline = z
  .string()
  .trim()
  .regex(/^([0-9+][0-9 +()/、-]{2,39})?$/)
export const SignTextsBody = z.strictObject({
  ...stepFields,
  /** Empty leaves the line out of every sign. */
  hotline: Hotline,
  /** None means the usual ones. */
  duties: z.array(Words(80).min(1)).max(mostDuties),
})
export type SignTextsBody = z.infer<typeof SignTextsBody>

export const SignTexts = z
  .strictObject({
    /** 0 until the county has said anything. */
    version: z.int(),
    hotline: z.string(),
    duties: z.array(z.string()),
    usualDuties: z.array(z.string()),
    /** Whether this server knows its own address (LUQING_PUBLIC_URL); without it signs have no QR code. */
    hasAddress: z.boolean(),
    mayChange: z.boolean(),
  })
  .meta({ id: 'SignTexts' })
export type SignTexts = z.infer<typeof SignTexts>
