import { and, desc, eq } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { NoticeKind } from '../../db/vocabulary.ts'

export type TemplateRow = Row<'noticeTemplates'>

/** The latest change of a kind's template; null where it was never changed. */
export const latestTemplate = async (db: Db, county: string, kind: NoticeKind): Promise<TemplateRow | null> => {
  const { noticeTemplates } = db.t
  const [row] = await db.q
    .select()
    .from(noticeTemplates)
    .where(and(eq(noticeTemplates.county, county), eq(noticeTemplates.kind, kind)))
    .orderBy(desc(noticeTemplates.version))
    .limit(1)
  return row ?? null
}

/** The version of the county's own template in force; null where it is the one that came with the product. */
export const templateVersionInForce = async (db: Db, county: string, kind: NoticeKind): Promise<number | null> => {
  const row = await latestTemplate(db, county, kind)
  return row?.docx == null ? null : row.version
}

/** The file of one version, as bytes; null where it went back to the one that came with the product. */
export const templateFile = async (
  db: Db,
  county: string,
  kind: NoticeKind,
  version: number,
): Promise<Buffer | null> => {
  const { noticeTemplates } = db.t
  const [row] = await db.q
    .select({ docx: noticeTemplates.docx })
    .from(noticeTemplates)
    .where(
      and(
        ...[eq(noticeTemplates.county, county), eq(noticeTemplates.kind, kind), eq(noticeTemplates.version, version)],
      ),
    )
  return row?.docx == null ? null : Buffer.from(row.docx, 'base64')
}

export const addTemplate = async (tx: Tx, row: NewRow<'noticeTemplates'>): Promise<void> => {
  await tx.q.insert(tx.t.noticeTemplates).values(row)
}
