import type { Kit } from '../dialect.ts'
import { noticeKinds, noticeStates, signingWays } from '../vocabulary.ts'
import type { hazardTables } from './hazards.ts'

type Known = ReturnType<typeof hazardTables>

/** Documents (文书): numbered once, withdrawn but never deleted; one may cover many hazards. */
export const noticeTables = (kit: Kit, { hazards }: Known) => {
  const notices = kit.table(
    'notices',
    {
      county: kit.text().notNull(),
      id: kit.text().notNull(),
      version: kit.count().notNull(),
      kind: kit.oneOf(noticeKinds).notNull(),
      year: kit.count().notNull(),
      number: kit.count().notNull(),
      /** As printed, such as 修公交隐改〔2026〕001号. */
      documentNumber: kit.text().notNull(),
      state: kit.oneOf(noticeStates).notNull(),
      addresseeUnitId: kit.text(),
      addressee: kit.text().notNull(),
      copyUnitIds: kit.json<readonly string[]>().notNull(),
      issuerUnitId: kit.text(),
      issuedBy: kit.text().notNull(),
      issuedAt: kit.instant().notNull(),
      cureDueOn: kit.day(),
      replyDueOn: kit.day(),
      /** All that the document says, as it stood when it was issued: both files are drawn from this alone. */
      content: kit.json<Readonly<Record<string, unknown>>>().notNull(),
      /** The county's own template it was made with; null is the one that came with the product. */
      templateVersion: kit.count(),
      contentHash: kit.text().notNull(),
      withdrawnAt: kit.instant(),
      withdrawnBy: kit.text(),
      withdrawnBecause: kit.text(),
    },
    (c) => [
      kit.primaryKey({ columns: [c.county, c.id] }),
      kit.uniqueIndex('one_notice_per_number').on(c.county, c.kind, c.year, c.number),
      kit.index('notices_by_addressee').on(c.county, c.addresseeUnitId, c.issuedAt),
      kit.index('notices_by_day').on(c.county, c.issuedAt, c.id),
      kit.index('notices_by_issuer').on(c.county, c.issuerUnitId, c.issuedAt),
    ],
  )
  const belongs = { county: kit.text().notNull(), noticeId: kit.text().notNull() }
  return {
    notices,
    noticeHazards: kit.table(
      'notice_hazards',
      { ...belongs, hazardId: kit.text().notNull(), taskId: kit.text(), position: kit.count().notNull() },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.noticeId, c.hazardId] }),
        kit.index('notices_by_hazard').on(c.county, c.hazardId),
        kit.foreignKey({ columns: [c.county, c.noticeId], foreignColumns: [notices.county, notices.id] }),
        kit.foreignKey({ columns: [c.county, c.hazardId], foreignColumns: [hazards.county, hazards.id] }),
      ],
    ),
    /** The units it goes to; each of them owes a receipt. Who stands outside of the house is named in the words alone. */
    noticeRecipients: kit.table(
      'notice_recipients',
      { ...belongs, unitId: kit.text().notNull(), as: kit.oneOf(['addressee', 'copy']).notNull() },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.noticeId, c.unitId] }),
        kit.index('notices_by_recipient').on(c.county, c.unitId, c.noticeId),
        kit.foreignKey({ columns: [c.county, c.noticeId], foreignColumns: [notices.county, notices.id] }),
      ],
    ),
    /** 送达回证: one per unit that has signed. */
    noticeReceipts: kit.table(
      'notice_receipts',
      {
        county: kit.text().notNull(),
        noticeId: kit.text().notNull(),
        unitId: kit.text().notNull(),
        personId: kit.text().notNull(),
        signerName: kit.text().notNull(),
        way: kit.oneOf(signingWays).notNull(),
        /** The strokes of a signature drawn on the phone: lines of points from 0 to 1000. */
        strokes: kit.json<readonly (readonly (readonly [number, number])[])[]>(),
        signedAt: kit.instant().notNull(),
        deviceAt: kit.instant(),
      },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.noticeId, c.unitId] }),
        kit.foreignKey({ columns: [c.county, c.noticeId], foreignColumns: [notices.county, notices.id] }),
      ],
    ),
    noticeReplies: kit.table(
      'notice_replies',
      {
        county: kit.text().notNull(),
        id: kit.text().notNull(),
        noticeId: kit.text().notNull(),
        unitId: kit.text(),
        personId: kit.text().notNull(),
        words: kit.text().notNull(),
        repliedAt: kit.instant().notNull(),
      },
      (c) => [
        kit.primaryKey({ columns: [c.county, c.id] }),
        kit.index('replies_by_notice').on(c.county, c.noticeId),
        kit.foreignKey({ columns: [c.county, c.noticeId], foreignColumns: [notices.county, notices.id] }),
      ],
    ),
    /** The county's own .docx templates; every version is kept, for documents say which one they were made with. */
    noticeTemplates: kit.table(
      'notice_templates',
      {
        county: kit.text().notNull(),
        kind: kit.oneOf(noticeKinds).notNull(),
        version: kit.count().notNull(),
        fileName: kit.text().notNull(),
        /** Base64 of the .docx; null goes back to the template that came with the product. */
        docx: kit.text(),
        uploadedAt: kit.instant().notNull(),
        uploadedBy: kit.text().notNull(),
      },
      (c) => [kit.primaryKey({ columns: [c.county, c.kind, c.version] })],
    ),
  }
}
