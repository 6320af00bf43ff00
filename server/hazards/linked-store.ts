import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Row } from '../../db/schema/tables.ts'
import type { Db } from '../../db/unit-of-work.ts'

const columnsOf = (db: Db) => {
  const { id, shortCode, registerNumber, reportedAt } = db.t.hazards
  return { id, shortCode, registerNumber, reportedAt }
}

/** Hazards by their ids, as others name them. */
export const hazardsNamed = async (db: Db, county: string, ids: readonly (string | null)[]): Promise<NamedHazard[]> => {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return []
  const { hazards } = db.t
  return db.q
    .select(columnsOf(db))
    .from(hazards)
    .where(and(eq(hazards.county, county), inArray(hazards.id, known)))
    .orderBy(asc(hazards.reportedAt), asc(hazards.id))
}
export interface NamedHazard {
  id: string
  shortCode: string
  registerNumber: string | null
  reportedAt: string
}

/** What was merged into one, also by way of others; the survivor of all is on the path, so this always ends. */
export const mergedInto = async (db: Db, county: string, survivorId: string): Promise<NamedHazard[]> => {
  const { hazards } = db.t
  const found: NamedHazard[] = []
  for (let into = [survivorId]; into.length > 0; ) {
    const next = await db.q
      .select(columnsOf(db))
      .from(hazards)
      .where(and(...[eq(hazards.county, county), inArray(hazards.mergedIntoId, into), eq(hazards.setAside, 'merged')]))
    found.push(...next)
    into = next.map(({ id }) => id)
  }
  return found.sort((a, b) => a.reportedAt.localeCompare(b.reportedAt) || a.id.localeCompare(b.id))
}

/** Which hazards the journal says were found at its place not long after it had been cleared. */
export const relapsesToldOf = (entries: readonly Row<'journal'>[]): string[] =>
  entries.flatMap(({ kind, body }) => {
    if (kind !== 'relapse-linked') return []
    const { asId }: { asId?: unknown } = JSON.parse(body)
    return typeof asId === 'string' ? [asId] : []
  })

/** The journal of several hazards as one, in the order it was written. */
export const entriesOf = (db: Db, county: string, hazardIds: readonly string[]): Promise<Row<'journal'>[]> => {
  const { journal } = db.t
  return db.q
    .select()
    .from(journal)
    .where(and(eq(journal.county, county), inArray(journal.subjectId, [...hazardIds])))
    .orderBy(asc(journal.seq))
}
