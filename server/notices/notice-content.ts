import { z } from 'zod'
import { noticeKinds } from '../../db/vocabulary.ts'

const Words = z.string()
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** Thousandths of the signing field, from its upper left corner; the field is three times as wide as high. */
const Thousandth = z.number().min(0).max(1000)

/** Lines of points from 0 to 1000, as the finger drew them. */
export const Strokes = z.array(z.array(z.tuple([Thousandth, Thousandth]).readonly()).readonly()).readonly()
export type Strokes = z.infer<typeof Strokes>

const NoticePhoto = z.strictObject({
  sha256: Sha256,
  caption: Words,
  /** What is written along its lower edge, fixed at the issue; absent where the county marked no copies then. */
  mark: z.array(Words).min(1).readonly().optional(),
})
export type NoticePhoto = z.infer<typeof NoticePhoto>

/** One place in a document; every word ready to be printed. */
export const NoticeHazard = z.strictObject({
  index: z.int().min(1),
  registerNumber: Words,
  township: Words,
  village: Words,
  /** Code and name of the road. */
  route: Words,
  stake: Words,
  spot: Words,
  /** Longitude and latitude as printed. */
  position: Words,
  code: Words,
  codeName: Words,
  severity: Words,
  description: Words,
  measures: Words,
  unit: Words,
  foundOn: Words,
  dueText: Words,
  clearedText: Words,
  result: Words,
  /** Before. */
  photos: z.array(NoticePhoto),
  afterPhotos: z.array(NoticePhoto),
})
export type NoticeHazard = z.infer<typeof NoticeHazard>

/** All that a document says; stored when it is issued, and both files are drawn from it alone. Empty where not used. */
export const NoticeContent = z.strictObject({
  kind: z.enum(noticeKinds),
  countyName: Words,
  title: Words,
  documentNumber: Words,
  addressee: Words,
  copies: z.array(Words),
  issuerUnit: Words,
  issuerPerson: Words,
  issuerPhone: Words,
  issuedOn: Day,
  /** 2026年11月21日 */
  issuedOnText: Words,
  basis: Words,
  /** Paragraphs parted by line breaks. */
  body: Words,
  demand: Words,
  cureDueText: Words,
  consequence: Words,
  replyDueText: Words,
  /** The document that a supervision letter, an extension or a reply refers to. */
  originalNumber: Words,
  level: Words,
  namedPerson: Words,
  daysOverdue: Words,
  progress: Words,
  causes: Words,
  suggestions: Words,
  funds: Words,
  conclusion: Words,
  /** One per line. */
  attachments: Words,
  hazards: z.array(NoticeHazard),
  /** 送达回证; null until it is signed, and the file then leaves room for the pen. */
  receipt: z
    .strictObject({ signerUnit: Words, signer: Words, signedAtText: Words, strokes: Strokes.nullable() })
    .nullable(),
  /** A demonstration county: the document says so on every page. */
  invented: z.boolean(),
})
export type NoticeContent = z.infer<typeof NoticeContent>
