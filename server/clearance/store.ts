import { and, asc, eq, isNull } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'

/** The revisits still owed, due first. */
export const owedRevisits = (db: Db, county: string, hazardId: string): Promise<Row<'revisits'>[]> => {
  const { revisits } = db.t
  return db.q
    .select()
    .from(revisits)
    .where(
      and(
        ...[eq(revisits.county, county), eq(revisits.hazardId, hazardId)],
        ...[isNull(revisits.outcome), isNull(revisits.droppedAt)],
      ),
    )
    .orderBy(asc(revisits.dueOn), asc(revisits.id))
}

export const addRevisits = async (tx: Tx, rows: NewRow<'revisits'>[]): Promise<void> => {
  if (rows.length > 0) await tx.q.insert(tx.t.revisits).values(rows)
}

export const settleRevisit = async (
  tx: Tx,
  visit: Row<'revisits'>,
  done: Partial<NewRow<'revisits'>>,
): Promise<void> => {
  const { revisits } = tx.t
  await tx.q
    .update(revisits)
    .set(done)
    .where(and(eq(revisits.county, visit.county), eq(revisits.id, visit.id)))
}

/** Visits that were still to come are no longer owed once the hazard is open again. */
export const dropOwedRevisits = async (tx: Tx, county: string, hazardId: string, at: string): Promise<void> => {
  const { revisits } = tx.t
  await tx.q
    .update(revisits)
    .set({ droppedAt: at })
    .where(
      and(
        eq(revisits.county, county),
        eq(revisits.hazardId, hazardId),
        isNull(revisits.outcome),
        isNull(revisits.droppedAt),
      ),
    )
}
