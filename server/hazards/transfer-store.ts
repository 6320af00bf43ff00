import { and, desc, eq, isNull } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'

export const addTransfer = async (tx: Tx, row: NewRow<'transfers'>): Promise<void> => {
  await tx.q.insert(tx.t.transfers).values(row)
}

export const transfersOf = (db: Db, county: string, hazardId: string): Promise<Row<'transfers'>[]> => {
  const { transfers } = db.t
  return db.q
    .select()
    .from(transfers)
    .where(and(eq(transfers.county, county), eq(transfers.hazardId, hazardId)))
    .orderBy(desc(transfers.askedAt), desc(transfers.id))
}

/** The last one asked: one that fell away when the hazard was cleared stays without an answer. */
export const transferWaiting = async (db: Db, county: string, hazardId: string): Promise<Row<'transfers'> | null> => {
  const { transfers } = db.t
  const [row] = await db.q
    .select()
    .from(transfers)
    .where(and(eq(transfers.county, county), eq(transfers.hazardId, hazardId), isNull(transfers.outcome)))
    .orderBy(desc(transfers.askedAt), desc(transfers.id))
    .limit(1)
  return row ?? null
}

export const decideTransfer = async (
  tx: Tx,
  transfer: Row<'transfers'>,
  decided: Pick<NewRow<'transfers'>, 'outcome' | 'decidedAt' | 'decidedBy' | 'decidedBecause'>,
): Promise<void> => {
  const { transfers } = tx.t
  await tx.q
    .update(transfers)
    .set(decided)
    .where(and(eq(transfers.county, transfer.county), eq(transfers.id, transfer.id)))
}
