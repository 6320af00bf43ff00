import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'

export const addExtension = async (tx: Tx, row: NewRow<'extensions'>): Promise<void> => {
  await tx.q.insert(tx.t.extensions).values(row)
}

/** Answers the request that waits: the last one asked, for those that fell away before it stay without an answer. */
export const decideExtension = async (
  tx: Tx,
  task: Row<'tasks'>,
  decided: Pick<NewRow<'extensions'>, 'outcome' | 'grantedDueOn' | 'decidedAt' | 'decidedBy' | 'decidedBecause'>,
): Promise<void> => {
  const { extensions } = tx.t
  const [waiting] = await tx.q
    .select({ id: extensions.id })
    .from(extensions)
    .where(and(eq(extensions.county, task.county), eq(extensions.taskId, task.id), isNull(extensions.outcome)))
    .orderBy(desc(extensions.askedAt), desc(extensions.id))
    .limit(1)
  if (!waiting) throw new Error(`no extension of task ${task.id} waits for an answer`)
  await tx.q
    .update(extensions)
    .set(decided)
    .where(and(eq(extensions.county, task.county), eq(extensions.id, waiting.id)))
}

/** All that was ever asked for on a hazard's tasks, in the order of asking. */
export const extensionsOf = (db: Db, county: string, hazardId: string): Promise<Row<'extensions'>[]> => {
  const { extensions } = db.t
  return (
    db.q
      .select()
      .from(extensions)
      .where(and(eq(extensions.county, county), eq(extensions.hazardId, hazardId)))
      // one that still waits was asked after all that are answered, even within the same millisecond
      .orderBy(extensions.askedAt, sql`${extensions.decidedAt} asc nulls last`, extensions.id)
  )
}
