import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'

/** What the journal says of a finding that was taken over by this act; null where there is no such act. */
export const findingNoted = async (db: Db, county: string, actId: string): Promise<unknown> => {
  const { journal, acts } = db.t
  const [row] = await db.q
    .select({ body: journal.body })
    .from(acts)
    .innerJoin(
      journal,
      and(eq(journal.county, acts.county), eq(journal.subjectId, acts.subjectId), eq(journal.at, acts.at)),
    )
    .where(and(eq(acts.county, county), eq(acts.id, actId), eq(journal.kind, 'junctions-found')))
    .orderBy(desc(journal.seq))
    .limit(1)
  return row === undefined ? null : JSON.parse(row.body)
}
