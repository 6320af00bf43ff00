import { z } from 'zod'
import { noticeKinds, noticeStates, signingWays } from '../../db/vocabulary.ts'
import { noticeActs } from '../domain/notice-doors.ts'
import { type Reason, reasonWords } from '../domain/reasons.ts'
import { NoticeContent, NoticeHazard, Strokes } from './notice-content.ts'
import { NoticeTexts } from './wire.ts'

/** What may leave about a document: the shape of every answer. */

const Text = z.string()
const Maybe = z.string().nullable()
const reasons = Object.keys(reasonWords) as [Reason, ...Reason[]]
const UnitName = z.strictObject({ id: Text, name: Text }).nullable()

const line = {
  id: Text,
  kind: z.enum(noticeKinds),
  state: z.enum(noticeStates),
  documentNumber: Text,
  title: Text,
  addressee: Text,
  issuer: UnitName,
  issuedBy: Text,
  issuedAt: Text,
  cureDueOn: Maybe,
  replyDueOn: Maybe,
  hazardCount: z.int(),
  /** Receipts owed by units of the county, and how many of them are given. */
  receiptsOwed: z.int(),
  receiptsGiven: z.int(),
  replies: z.int(),
  /** Whether the reader's own unit still owes its signature; null where it was not sent there. */
  ownUnitSigned: z.boolean().nullable(),
  /** Days since a reply was due that has not come; 0 while in time. */
  replyDaysOverdue: z.int(),
}

export const NoticeLine = z.strictObject(line).meta({ id: 'NoticeLine' })
export type NoticeLine = z.infer<typeof NoticeLine>

export const NoticePage = z
  .strictObject({ asOf: Text, count: z.int(), notices: z.array(NoticeLine), next: Maybe })
  .meta({ id: 'NoticePage' })
export type NoticePage = z.infer<typeof NoticePage>

export const NoticeWhole = z
  .strictObject({
    ...line,
    content: NoticeContent,
    /** In the order of `content.hazards`; whether the reader may open each. */
    hazards: z.array(z.strictObject({ id: Text, inScope: z.boolean() })),
    receipts: z.array(
      z.strictObject({
        unit: z.strictObject({ id: Text, name: Text }),
        as: z.enum(['addressee', 'copy']),
        signedAt: Maybe,
        signer: Maybe,
        way: z.enum(signingWays).nullable(),
        strokes: Strokes.nullable(),
      }),
    ),
    replyList: z.array(z.strictObject({ id: Text, unitName: Maybe, personName: Text, words: Text, repliedAt: Text })),
    withdrawn: z.strictObject({ at: Text, by: Text, because: Text }).nullable(),
    templateVersion: z.int().nullable(),
    doors: z.array(z.strictObject({ act: z.enum(noticeActs), ok: z.boolean(), because: z.enum(reasons).nullable() })),
  })
  .meta({ id: 'Notice' })
export type NoticeWhole = z.infer<typeof NoticeWhole>

export const NoticeDraft = z
  .strictObject({
    kind: z.enum(noticeKinds),
    countyName: Text,
    /** The number's beginning; the figures are given when it is issued. */
    numberBegins: Text,
    issuerUnit: Text,
    issuerPerson: Text,
    issuedOn: Text,
    addresseeUnitId: Maybe,
    addressee: Text,
    texts: NoticeTexts,
    cureDueOn: Maybe,
    replyDueOn: Maybe,
    hazards: z.array(z.strictObject({ id: Text, because: z.enum(reasons).nullable(), line: NoticeHazard })),
    invented: z.boolean(),
  })
  .meta({ id: 'NoticeDraft' })
export type NoticeDraft = z.infer<typeof NoticeDraft>

export const TemplateLine = z
  .strictObject({
    kind: z.enum(noticeKinds),
    /** Counts every change of this kind's template; 0 while it was never changed. */
    version: z.int(),
    /** The county's own file; null where the one that came with the product is in force. */
    fileName: Maybe,
    changedAt: Maybe,
    changedBy: Maybe,
  })
  .meta({ id: 'NoticeTemplate' })
export const TemplateList = z.strictObject({ templates: z.array(TemplateLine) })
export type TemplateList = z.infer<typeof TemplateList>
