import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, sql } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { Instant } from '../domain/county-calendar.ts'

export type MessageRow = Row<'messages'>

const ofPerson = (db: Db, county: string, personId: string) => {
  const { messages } = db.t
  return and(eq(messages.county, county), eq(messages.personId, personId))
}

/** Somebody's messages, the newest first, from before a given one. */
export const messagesBefore = (
  db: Db,
  { county, id }: { county: string; id: string },
  { before, unreadOnly, size }: { before: number | null; unreadOnly: boolean; size: number },
): Promise<MessageRow[]> => {
  const { messages } = db.t
  return db.q
    .select()
    .from(messages)
    .where(
      and(
        ofPerson(db, county, id),
        before === null ? undefined : lt(messages.seq, before),
        unreadOnly ? isNull(messages.readAt) : undefined,
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(size)
}

/** What came to somebody after a given one, the oldest first. */
export const messagesAfter = (
  db: Db,
  { county, id }: { county: string; id: string },
  after: number,
  size: number,
): Promise<MessageRow[]> => {
  const { messages } = db.t
  return db.q
    .select()
    .from(messages)
    .where(and(ofPerson(db, county, id), gt(messages.seq, after)))
    .orderBy(asc(messages.seq))
    .limit(size)
}

export const countUnread = async (db: Db, county: string, personId: string): Promise<number> => {
  const { messages } = db.t
  const [row] = await db.q
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(messages)
    .where(and(ofPerson(db, county, personId), isNull(messages.readAt)))
  return row?.n ?? 0
}

/** The last number given to any message of the county. */
export const lastSeq = async (db: Db, county: string): Promise<number> => {
  const { sequences } = db.t
  const [row] = await db.q
    .select({ last: sequences.last })
    .from(sequences)
    .where(and(eq(sequences.county, county), eq(sequences.kind, 'messages'), eq(sequences.year, 0)))
  return row?.last ?? 0
}

export const markRead = async (
  tx: Tx,
  { county, id }: { county: string; id: string },
  which: { seqs: readonly number[] } | { upTo: number },
  at: Instant,
): Promise<void> => {
  const { messages } = tx.t
  const those = 'upTo' in which ? lte(messages.seq, which.upTo) : inArray(messages.seq, [...which.seqs])
  await tx.q
    .update(messages)
    .set({ readAt: at })
    .where(and(ofPerson(tx, county, id), isNull(messages.readAt), those))
}

/** What somebody was told of a hazard or a document needs no reading any more once they have acted on it. */
export const markReadAbout = async (
  tx: Tx,
  { county, id }: { county: string; id: string },
  about: { hazardId: string } | { noticeId: string },
  at: Instant,
): Promise<void> => {
  const { messages } = tx.t
  const those = 'hazardId' in about ? eq(messages.hazardId, about.hazardId) : eq(messages.noticeId, about.noticeId)
  await tx.q
    .update(messages)
    .set({ readAt: at })
    .where(and(ofPerson(tx, county, id), isNull(messages.readAt), those))
}

export const choicesOf = async (db: Db, county: string, personId: string): Promise<Row<'messageChoices'> | null> => {
  const { messageChoices } = db.t
  const [row] = await db.q
    .select()
    .from(messageChoices)
    .where(and(eq(messageChoices.county, county), eq(messageChoices.personId, personId)))
  return row ?? null
}

export const putChoices = async (tx: Tx, row: NewRow<'messageChoices'>): Promise<void> => {
  const { messageChoices } = tx.t
  const { county: _county, personId: _personId, ...set } = row
  await tx.q
    .insert(messageChoices)
    .values(row)
    .onConflictDoUpdate({ target: [messageChoices.county, messageChoices.personId], set })
}
