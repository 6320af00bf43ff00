import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { EventKind } from '../../db/event-kinds.ts'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'

export type PostRow = Row<'zonePosts'>
export type HelperRow = Row<'zoneHelpers'>

/** How often a zone's posts and helpers were changed, counted from 1. */
export const versionOfZone = async (db: Db, county: string, zoneId: string): Promise<number> => {
  const { zoneVersions } = db.t
  const [row] = await db.q
    .select({ version: zoneVersions.version })
    .from(zoneVersions)
    .where(and(eq(zoneVersions.county, county), eq(zoneVersions.zoneId, zoneId)))
  return row?.version ?? 1
}

/** Moves a zone on from the version that was decided on; false when somebody else was faster. */
export const moveZone = async (tx: Tx, county: string, zoneId: string, version: number): Promise<boolean> => {
  const { zoneVersions } = tx.t
  const moved = await tx.q
    .insert(zoneVersions)
    .values({ county, zoneId, version: version + 1 })
    .onConflictDoUpdate({
      target: [zoneVersions.county, zoneVersions.zoneId],
      set: { version: version + 1 },
      setWhere: eq(zoneVersions.version, version),
    })
    .returning({ version: zoneVersions.version })
  return moved.length === 1
}

/** Every post ever held in a zone, the latest first. */
export const postsOf = (db: Db, county: string, zoneId: string): Promise<PostRow[]> => {
  const { zonePosts } = db.t
  return db.q
    .select()
    .from(zonePosts)
    .where(and(eq(zonePosts.county, county), eq(zonePosts.zoneId, zoneId)))
    .orderBy(desc(zonePosts.heldFrom), desc(zonePosts.id))
}

export const addPost = async (tx: Tx, row: NewRow<'zonePosts'>): Promise<void> => {
  await tx.q.insert(tx.t.zonePosts).values(row)
}

/** Whether this id names a post of any zone. */
export const postIsKnown = async (db: Db, county: string, id: string): Promise<boolean> => {
  const { zonePosts } = db.t
  const found = await db.q
    .select({ id: zonePosts.id })
    .from(zonePosts)
    .where(and(eq(zonePosts.county, county), eq(zonePosts.id, id)))
  return found.length > 0
}

export const changePost = async (
  tx: Tx,
  { county, id }: Pick<PostRow, 'county' | 'id'>,
  change: Partial<NewRow<'zonePosts'>>,
): Promise<void> => {
  const { zonePosts } = tx.t
  await tx.q
    .update(zonePosts)
    .set(change)
    .where(and(eq(zonePosts.county, county), eq(zonePosts.id, id)))
}

export const removePost = async (tx: Tx, { county, id }: Pick<PostRow, 'county' | 'id'>): Promise<void> => {
  const { zonePosts } = tx.t
  await tx.q.delete(zonePosts).where(and(eq(zonePosts.county, county), eq(zonePosts.id, id)))
}

/** Helpers and leaders of these zones, past ones too, the latest first. */
export const helpersOf = (db: Db, county: string, zoneIds: readonly string[]): Promise<HelperRow[]> => {
  const { zoneHelpers } = db.t
  return db.q
    .select()
    .from(zoneHelpers)
    .where(and(eq(zoneHelpers.county, county), inArray(zoneHelpers.zoneId, [...zoneIds])))
    .orderBy(desc(zoneHelpers.heldFrom), asc(zoneHelpers.id))
}

export const helperIsKnown = async (db: Db, county: string, id: string): Promise<boolean> => {
  const { zoneHelpers } = db.t
  const found = await db.q
    .select({ id: zoneHelpers.id })
    .from(zoneHelpers)
    .where(and(eq(zoneHelpers.county, county), eq(zoneHelpers.id, id)))
  return found.length > 0
}

export const putHelper = async (tx: Tx, row: HelperRow): Promise<void> => {
  const { zoneHelpers } = tx.t
  const { county: _county, id: _id, zoneId: _zone, ...facts } = row
  await tx.q
    .insert(zoneHelpers)
    .values(row)
    .onConflictDoUpdate({ target: [zoneHelpers.county, zoneHelpers.id], set: facts })
}

export const removeHelper = async (tx: Tx, { county, id }: Pick<HelperRow, 'county' | 'id'>): Promise<void> => {
  const { zoneHelpers } = tx.t
  await tx.q.delete(zoneHelpers).where(and(eq(zoneHelpers.county, county), eq(zoneHelpers.id, id)))
}

/** Names, phones and units of people, by their ids. */
export const peopleNamed = async (db: Db, county: string, ids: readonly string[]) => {
  const { people, units } = db.t
  const rows =
    ids.length === 0
      ? []
      : await db.q
          .select({ id: people.id, name: people.name, phone: people.phone, unit: units.name })
          .from(people)
          .leftJoin(units, and(eq(units.county, people.county), eq(units.id, people.unitId)))
          .where(and(eq(people.county, county), inArray(people.id, [...new Set(ids)])))
  return new Map(rows.map((row) => [row.id, row]))
}

const mostEntries = 60

/** What was done to a zone by hand, the latest first, as the journal has it. */
export const entriesAbout = async (db: Db, county: string, zoneId: string, kinds: readonly EventKind[]) => {
  const { journal, people } = db.t
  return db.q
    .select({ seq: journal.seq, at: journal.at, kind: journal.kind, body: journal.body, by: people.name })
    .from(journal)
    .leftJoin(people, and(eq(people.county, journal.county), eq(people.id, journal.actorId)))
    .where(and(eq(journal.county, county), eq(journal.subjectId, zoneId), inArray(journal.kind, [...kinds])))
    .orderBy(desc(journal.seq))
    .limit(mostEntries)
}

/** People who can be made chiefs, with their units. */
export const candidatesFor = async (db: Db, county: string, roles: readonly Row<'people'>['role'][]) => {
  const { people, units } = db.t
  return db.q
    .select({ id: people.id, name: people.name, role: people.role, unitId: people.unitId, unit: units.name })
    .from(people)
    .leftJoin(units, and(eq(units.county, people.county), eq(units.id, people.unitId)))
    .where(and(eq(people.county, county), eq(people.active, true), inArray(people.role, [...roles])))
    .orderBy(asc(units.name), asc(people.name), asc(people.id))
}
