import { and, desc, eq, lt, or } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'

export type FeedbackRow = Row<'feedback'>

export const findFeedback = async (db: Db, county: string, id: string): Promise<FeedbackRow | null> => {
  const { feedback } = db.t
  const [row] = await db.q
    .select()
    .from(feedback)
    .where(and(eq(feedback.county, county), eq(feedback.id, id)))
  return row ?? null
}

export const insertFeedback = async (tx: Tx, row: NewRow<'feedback'>): Promise<void> => {
  await tx.q.insert(tx.t.feedback).values(row)
}

/** The newest first, from after a given one. */
export const feedbackPage = (db: Db, county: string, after: { at: string; id: string } | null, size: number) => {
  const { feedback, people } = db.t
  return db.q
    .select({ entry: feedback, name: people.name })
    .from(feedback)
    .innerJoin(people, and(eq(people.county, feedback.county), eq(people.id, feedback.personId)))
    .where(
      and(
        eq(feedback.county, county),
        after === null
          ? undefined
          : or(lt(feedback.givenAt, after.at), and(eq(feedback.givenAt, after.at), lt(feedback.id, after.id))),
      ),
    )
    .orderBy(desc(feedback.givenAt), desc(feedback.id))
    .limit(size)
}
