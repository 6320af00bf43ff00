import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { NoticeFacts } from '../domain/notice-doors.ts'

export type NoticeRow = Row<'notices'>

/** A document with all that decisions about it are made on. */
export interface OpenNotice {
  readonly notice: NoticeRow
  readonly recipients: readonly Row<'noticeRecipients'>[]
  readonly receipts: readonly Row<'noticeReceipts'>[]
}

export const findNotice = async (db: Db, county: string, id: string): Promise<NoticeRow | null> => {
  const { notices } = db.t
  const [row] = await db.q
    .select()
    .from(notices)
    .where(and(eq(notices.county, county), eq(notices.id, id)))
  return row ?? null
}

export const openNotice = async (db: Db, county: string, id: string): Promise<OpenNotice | null> => {
  const notice = await findNotice(db, county, id)
  if (!notice) return null
  const { noticeRecipients, noticeReceipts } = db.t
  const recipients = await db.q
    .select()
    .from(noticeRecipients)
    .where(and(eq(noticeRecipients.county, county), eq(noticeRecipients.noticeId, id)))
    .orderBy(asc(noticeRecipients.as), asc(noticeRecipients.unitId))
  const receipts = await db.q
    .select()
    .from(noticeReceipts)
    .where(and(eq(noticeReceipts.county, county), eq(noticeReceipts.noticeId, id)))
    .orderBy(asc(noticeReceipts.signedAt))
  return { notice, recipients, receipts }
}

/** A document as `judgeNotice` looks at it. */
export const noticeFacts = ({ notice, recipients, receipts }: OpenNotice): NoticeFacts => ({
  state: notice.state,
  issuerUnitId: notice.issuerUnitId,
  issuedBy: notice.issuedBy,
  recipientUnitIds: recipients.map(({ unitId }) => unitId),
  signedUnitIds: receipts.map(({ unitId }) => unitId),
})

export const hazardsOfNotice = (db: Db, county: string, noticeId: string): Promise<Row<'noticeHazards'>[]> => {
  const { noticeHazards } = db.t
  return db.q
    .select()
    .from(noticeHazards)
    .where(and(eq(noticeHazards.county, county), eq(noticeHazards.noticeId, noticeId)))
    .orderBy(asc(noticeHazards.position))
}

export const repliesTo = (db: Db, county: string, noticeId: string): Promise<Row<'noticeReplies'>[]> => {
  const { noticeReplies } = db.t
  return db.q
    .select()
    .from(noticeReplies)
    .where(and(eq(noticeReplies.county, county), eq(noticeReplies.noticeId, noticeId)))
    .orderBy(asc(noticeReplies.repliedAt), asc(noticeReplies.id))
}

export interface NewNotice {
  readonly notice: NewRow<'notices'>
  readonly recipients: readonly NewRow<'noticeRecipients'>[]
  readonly hazards: readonly NewRow<'noticeHazards'>[]
}

export const addNotice = async (tx: Tx, { notice, recipients, hazards }: NewNotice): Promise<void> => {
  await tx.q.insert(tx.t.notices).values(notice)
  if (recipients.length > 0) await tx.q.insert(tx.t.noticeRecipients).values([...recipients])
  await tx.q.insert(tx.t.noticeHazards).values([...hazards])
}

/** A receipt of one unit; false when the unit has signed already, by whoever was faster. */
export const addReceipt = async (tx: Tx, row: NewRow<'noticeReceipts'>): Promise<boolean> => {
  const { noticeReceipts } = tx.t
  const added = await tx.q
    .insert(noticeReceipts)
    .values(row)
    .onConflictDoNothing()
    .returning({ unitId: noticeReceipts.unitId })
  return added.length === 1
}

export const addReply = async (tx: Tx, row: NewRow<'noticeReplies'>): Promise<void> => {
  await tx.q.insert(tx.t.noticeReplies).values(row)
}

/** Withdraws what is in force; false when somebody withdrew it meanwhile. The row stays, and so does its number. */
export const markWithdrawn = async (
  tx: Tx,
  notice: NoticeRow,
  by: { at: string; personId: string; because: string },
): Promise<boolean> => {
  const { notices } = tx.t
  const changed = await tx.q
    .update(notices)
    .set({
      ...{ state: 'withdrawn', withdrawnAt: by.at, withdrawnBy: by.personId, withdrawnBecause: by.because },
      version: notice.version + 1,
    })
    .where(and(eq(notices.county, notice.county), eq(notices.id, notice.id), eq(notices.state, 'issued')))
    .returning({ id: notices.id })
  return changed.length === 1
}

/** Units by id; those that do not exist are left out. */
export const unitsAmong = async (
  db: Db,
  county: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { id: string; name: string }>> => {
  if (ids.length === 0) return new Map()
  const { units } = db.t
  const rows = await db.q
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(and(eq(units.county, county), inArray(units.id, [...ids])))
  return new Map(rows.map((row) => [row.id, row]))
}

/** The office that reviews for the county: the unit of most reviewers; null where none belongs to a unit. */
export const reviewersUnit = async (db: Db, county: string): Promise<string | null> => {
  const { people } = db.t
  const [row] = await db.q
    .select({ unitId: people.unitId })
    .from(people)
    .where(and(eq(people.county, county), eq(people.role, 'county-reviewer'), eq(people.active, true)))
    .groupBy(people.unitId)
    .orderBy(sql`count(*) desc`, people.unitId)
    .limit(1)
  return row?.unitId ?? null
}

/** The number of the latest rectification notice in force on a hazard; empty where there is none. */
export const lastRectificationNumber = async (db: Db, county: string, hazardId: string): Promise<string> => {
  const { notices, noticeHazards } = db.t
  const [row] = await db.q
    .select({ documentNumber: notices.documentNumber })
    .from(noticeHazards)
    .innerJoin(notices, and(eq(notices.county, noticeHazards.county), eq(notices.id, noticeHazards.noticeId)))
    .where(
      and(
        ...[eq(noticeHazards.county, county), eq(noticeHazards.hazardId, hazardId)],
        ...[eq(notices.kind, 'rectification'), eq(notices.state, 'issued')],
      ),
    )
    .orderBy(desc(notices.issuedAt))
    .limit(1)
  return row?.documentNumber ?? ''
}
