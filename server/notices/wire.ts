import { z } from 'zod'
import { noticeKinds, noticeStates, signingWays } from '../../db/vocabulary.ts'
import { DayText, Id, InstantText, NeededWords, stepFields, Words } from '../hazards/wire.ts'

const UnitId = z.string().min(1).max(64)

export const mostHazards = 50

/** What somebody may write into a document by hand; each field stands in the templates under its own name. */
export const noticeTextFields = {
  title: NeededWords(100),
  basis: Words(1000).default(''),
  body: Words(4000).default(''),
  demand: Words(4000).default(''),
  consequence: Words(1000).default(''),
  originalNumber: Words(80).default(''),
  level: Words(40).default(''),
  namedPerson: Words(60).default(''),
  daysOverdue: Words(40).default(''),
  progress: Words(2000).default(''),
  causes: Words(2000).default(''),
  suggestions: Words(2000).default(''),
  funds: Words(500).default(''),
  conclusion: Words(1000).default(''),
  attachments: Words(1000).default(''),
  issuerPhone: Words(40).default(''),
}
export const NoticeTexts = z.strictObject(noticeTextFields)
export type NoticeTexts = z.infer<typeof NoticeTexts>

export const IssueNotice = z.strictObject({
  deviceAt: InstantText.nullable().default(null),
  kind: z.enum(noticeKinds),
  addresseeUnitId: UnitId.nullable().default(null),
  /** Somebody outside of the county's units, by name; empty where a unit is named. */
  addressee: Words(100).default(''),
  copyUnitIds: z.array(UnitId).max(20).default([]),
  /** Copies to somebody outside, by name. */
  copies: z.array(NeededWords(100)).max(10).default([]),
  /** In the order in which the document lists them. */
  hazards: z.array(Id).min(1).max(mostHazards),
  texts: NoticeTexts,
  cureDueOn: DayText.nullable().default(null),
  replyDueOn: DayText.nullable().default(null),
})
export type IssueNotice = z.infer<typeof IssueNotice>

const HazardList = z
  .string()
  .max(mostHazards * 37)
  .transform((text) => text.split(','))
  .pipe(z.array(Id).min(1).max(mostHazards))

export const DraftQuery = z.strictObject({
  kind: z.enum(noticeKinds),
  hazards: HazardList,
  /** The unit it is meant for, where somebody has chosen one already. */
  unit: UnitId.optional(),
})
export type DraftQuery = z.infer<typeof DraftQuery>

const Yes = z.literal('yes')

export const noticeFilterFields = {
  box: z.enum(['in', 'out']).optional(),
  kind: z.enum(noticeKinds).optional(),
  state: z.enum(noticeStates).optional(),
  unsigned: Yes.optional(),
  unreplied: Yes.optional(),
  /** The day for the reply is over and there is none. */
  overdue: Yes.optional(),
  hazard: Id.optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  q: Words(60).optional(),
}
export const NoticeFilter = z.strictObject(noticeFilterFields)
export type NoticeFilter = z.infer<typeof NoticeFilter>

export const NoticeQuery = z.strictObject({
  ...noticeFilterFields,
  limit: z.coerce.number().int().min(1).max(100).default(40),
  /** Where the page before ended; from `next` of its answer. */
  after: z
    .string()
    .max(200)
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional(),
})
export type NoticeQuery = z.infer<typeof NoticeQuery>

export const NoticeParam = z.strictObject({ id: Id })

const Thousandth = z.number().min(0).max(1000)
/** Lines of points from 0 to 1000, as the finger drew them. */
const DrawnStrokes = z
  .array(
    z
      .array(z.tuple([Thousandth, Thousandth]))
      .min(1)
      .max(2000),
  )
  .min(1)
  .max(60)

export const SignNotice = z
  .strictObject({ ...stepFields, way: z.enum(signingWays), strokes: DrawnStrokes.nullable().default(null) })
  .refine(({ way, strokes }) => (way === 'drawn') === (strokes !== null), { message: 'wrong', path: ['strokes'] })
export type SignNotice = z.infer<typeof SignNotice>

export const ReplyToNotice = z.strictObject({ ...stepFields, words: NeededWords(2000) })
export const WithdrawNotice = z.strictObject({ ...stepFields, because: NeededWords(500) })

export const TemplateParam = z.strictObject({ kind: z.enum(noticeKinds) })
export const TemplateName = z.strictObject({ fileName: NeededWords(200) })
