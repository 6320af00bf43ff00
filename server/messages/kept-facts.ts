import { z } from 'zod'
import { severities } from '../../db/vocabulary.ts'
import { type MessageFacts, messageVariants, noFacts } from '../domain/message-facts.ts'

const Maybe = z.string().nullable().catch(null)

/** What was kept with a message, read again; a row of an older version reads as far as it goes. */
const Kept = z.object({
  label: z.string().catch(''),
  what: z.string().catch(''),
  code: Maybe,
  where: z.string().catch(''),
  severity: z.enum(severities).nullable().catch(null),
  by: Maybe,
  unit: Maybe,
  dueOn: Maybe,
  because: Maybe,
  variant: z.enum(messageVariants).nullable().catch(null),
})

export const factsIn = (body: unknown): MessageFacts => {
  const read = Kept.safeParse(body)
  return read.success ? read.data : noFacts
}

const Subject = z.object({
  hazardId: Maybe,
  noticeId: Maybe,
  seq: z.number().nullable().catch(null),
})

/** What a delivery is about besides: hazard, document, and the number of the message it rings for. */
export const subjectIn = (body: unknown): z.infer<typeof Subject> => {
  const read = Subject.safeParse(body)
  return read.success ? read.data : { hazardId: null, noticeId: null, seq: null }
}
