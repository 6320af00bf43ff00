import { and, desc, eq, exists, inArray, isNotNull, lt, not, or, type SQL, sql } from 'drizzle-orm'
import { dialect } from '../../db/dialect.ts'
import type { Db } from '../../db/unit-of-work.ts'
import type { Day } from '../domain/county-calendar.ts'
import type { NoticeRow } from './store.ts'
import type { NoticeFilter } from './wire.ts'

/** Who looks at the list: all of the county's documents, or those of this unit and of this person. */
export interface ListReader {
  readonly all: boolean
  readonly unitId: string | null
  readonly personId: string
}

export interface Cursor {
  readonly rank: number
  readonly at: string
  readonly id: string
}

const one = sql`1`

const conditionsOn = (db: Db, { unitId, personId }: ListReader) => {
  const { notices, noticeRecipients, noticeReceipts, noticeReplies, noticeHazards } = db.t
  const sent = (unit: SQL | undefined) =>
    db.q
      .select({ one })
      .from(noticeRecipients)
      .where(and(eq(noticeRecipients.county, notices.county), eq(noticeRecipients.noticeId, notices.id), unit))
  const signature = (unit: SQL | undefined) =>
    db.q
      .select({ one })
      .from(noticeReceipts)
      .where(and(eq(noticeReceipts.county, notices.county), eq(noticeReceipts.noticeId, notices.id), unit))
  const toMe = unitId === null ? sql`false` : exists(sent(eq(noticeRecipients.unitId, unitId)))
  const signedByMe = unitId === null ? sql`false` : exists(signature(eq(noticeReceipts.unitId, unitId)))
  const reply = (unit: SQL | undefined) =>
    db.q
      .select({ one })
      .from(noticeReplies)
      .where(and(eq(noticeReplies.county, notices.county), eq(noticeReplies.noticeId, notices.id), unit))
  return {
    toMe,
    fromMe: or(eq(notices.issuedBy, personId), unitId === null ? undefined : eq(notices.issuerUnitId, unitId)),
    owesMySignature: and(eq(notices.state, 'issued'), toMe, not(signedByMe)),
    /** Some unit that it was sent to has not signed yet. */
    owesSignatures: and(
      eq(notices.state, 'issued'),
      exists(sent(not(exists(signature(eq(noticeReceipts.unitId, noticeRecipients.unitId)))))),
    ),
    unreplied: and(eq(notices.state, 'issued'), isNotNull(notices.replyDueOn), not(exists(reply(undefined)))),
    about: (hazardId: string) =>
      exists(
        db.q
          .select({ one })
          .from(noticeHazards)
          .where(
            and(
              ...[eq(noticeHazards.county, notices.county), eq(noticeHazards.noticeId, notices.id)],
              eq(noticeHazards.hazardId, hazardId),
            ),
          ),
      ),
  }
}

/** What the reader may see of what they ask for. */
export const noticeConditions = (
  db: Db,
  county: string,
  reader: ListReader,
  filter: NoticeFilter,
  today: Day,
): SQL | undefined => {
  const { notices } = db.t
  const on = conditionsOn(db, reader)
  return and(
    eq(notices.county, county),
    reader.all ? undefined : or(on.toMe, on.fromMe),
    filter.box === 'in' ? on.toMe : filter.box === 'out' ? on.fromMe : undefined,
    filter.kind && eq(notices.kind, filter.kind),
    filter.state && eq(notices.state, filter.state),
    filter.unsigned && (filter.box === 'in' ? on.owesMySignature : on.owesSignatures),
    (filter.unreplied || filter.overdue) && on.unreplied,
    filter.overdue && lt(notices.replyDueOn, today),
    filter.hazard === undefined ? undefined : on.about(filter.hazard),
    filter.year === undefined ? undefined : eq(notices.year, filter.year),
    filter.q
      ? or(
          dialect.contains(notices.documentNumber, filter.q),
          dialect.contains(notices.addressee, filter.q),
          dialect.contains(sql`${notices.content}`, filter.q),
        )
      : undefined,
  )
}

/** What waits for the reader's own signature stands first, then the newest. */
export const pageOfNotices = async (
  db: Db,
  reader: ListReader,
  conditions: SQL | undefined,
  { limit, after }: { limit: number; after: Cursor | null },
): Promise<{ notice: NoticeRow; rank: number }[]> => {
  const { notices } = db.t
  const { owesMySignature } = conditionsOn(db, reader)
  const rank = sql`case when ${owesMySignature ?? sql`false`} then 0 else 1 end`
  const behind =
    after &&
    or(
      sql`${rank} > ${after.rank}`,
      and(
        sql`${rank} = ${after.rank}`,
        or(lt(notices.issuedAt, after.at), and(eq(notices.issuedAt, after.at), lt(notices.id, after.id))),
      ),
    )
  return db.q
    .select({ notice: notices, rank: rank.mapWith(Number) })
    .from(notices)
    .where(and(conditions, behind ?? undefined))
    .orderBy(rank, desc(notices.issuedAt), desc(notices.id))
    .limit(limit)
}

export const countNotices = async (db: Db, conditions: SQL | undefined): Promise<number> => {
  const [row] = await db.q
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(db.t.notices)
    .where(conditions)
  return row?.n ?? 0
}

export interface Tallies {
  readonly recipients: ReadonlyMap<string, string[]>
  readonly signed: ReadonlyMap<string, string[]>
  readonly replies: ReadonlyMap<string, number>
  readonly hazards: ReadonlyMap<string, number>
}

/** What a list tells of each document beside its own row, in four queries whatever its length. */
export const talliesOf = async (db: Db, county: string, ids: readonly string[]): Promise<Tallies> => {
  if (ids.length === 0) return { recipients: new Map(), signed: new Map(), replies: new Map(), hazards: new Map() }
  const { noticeRecipients, noticeReceipts, noticeReplies, noticeHazards } = db.t
  const recipients = await db.q
    .select({ id: noticeRecipients.noticeId, unitId: noticeRecipients.unitId })
    .from(noticeRecipients)
    .where(and(eq(noticeRecipients.county, county), inArray(noticeRecipients.noticeId, [...ids])))
  const receipts = await db.q
    .select({ id: noticeReceipts.noticeId, unitId: noticeReceipts.unitId })
    .from(noticeReceipts)
    .where(and(eq(noticeReceipts.county, county), inArray(noticeReceipts.noticeId, [...ids])))
  const replies = await db.q
    .select({ id: noticeReplies.noticeId, n: sql`count(*)`.mapWith(Number) })
    .from(noticeReplies)
    .where(and(eq(noticeReplies.county, county), inArray(noticeReplies.noticeId, [...ids])))
    .groupBy(noticeReplies.noticeId)
  const hazards = await db.q
    .select({ id: noticeHazards.noticeId, n: sql`count(*)`.mapWith(Number) })
    .from(noticeHazards)
    .where(and(eq(noticeHazards.county, county), inArray(noticeHazards.noticeId, [...ids])))
    .groupBy(noticeHazards.noticeId)
  const unitsById = (rows: readonly { id: string; unitId: string }[]) =>
    new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, those]) => [id, those.map(({ unitId }) => unitId)]))
  return {
    recipients: unitsById(recipients),
    signed: unitsById(receipts),
    replies: new Map(replies.map(({ id, n }) => [id, n])),
    hazards: new Map(hazards.map(({ id, n }) => [id, n])),
  }
}
