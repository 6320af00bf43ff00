import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { Role } from '../../db/vocabulary.ts'

export const addSupervision = async (tx: Tx, row: NewRow<'supervisions'>): Promise<void> => {
  await tx.q.insert(tx.t.supervisions).values(row)
}

export const endSupervision = async (
  tx: Tx,
  county: string,
  hazardId: string,
  ended: Pick<NewRow<'supervisions'>, 'endedAt' | 'endedBy' | 'endedBecause'>,
): Promise<void> => {
  const { supervisions } = tx.t
  await tx.q
    .update(supervisions)
    .set(ended)
    .where(and(eq(supervisions.county, county), eq(supervisions.hazardId, hazardId), isNull(supervisions.endedAt)))
}

export const supervisionInForce = async (
  db: Db,
  county: string,
  hazardId: string,
): Promise<Row<'supervisions'> | null> => {
  const { supervisions } = db.t
  const [row] = await db.q
    .select()
    .from(supervisions)
    .where(and(eq(supervisions.county, county), eq(supervisions.hazardId, hazardId), isNull(supervisions.endedAt)))
  return row ?? null
}

/** The active people of these roles among those named, or all of them, in the order of their ids. */
export const activeOfRoles = async (
  db: Db,
  county: string,
  roles: readonly Role[],
  id: string | null,
): Promise<string[]> => {
  const { people } = db.t
  const rows = await db.q
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        ...[eq(people.county, county), eq(people.active, true), inArray(people.role, [...roles])],
        id === null ? undefined : eq(people.id, id),
      ),
    )
    .orderBy(asc(people.id))
  return rows.map((row) => row.id)
}
