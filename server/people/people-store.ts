import { and, eq, sql } from 'drizzle-orm'
import { dialect } from '../../db/dialect.ts'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'

export type PersonRow = Row<'people'>
export type UnitRow = Row<'units'>

export const findPerson = async (db: Db, county: string, id: string): Promise<PersonRow | null> => {
  const { people } = db.t
  const [row] = await db.q
    .select()
    .from(people)
    .where(and(eq(people.county, county), eq(people.id, id)))
  return row ?? null
}

export const findPersonByAccount = async (db: Db, county: string, account: string): Promise<PersonRow | null> => {
  const { people } = db.t
  const [row] = await db.q
    .select()
    .from(people)
    .where(and(eq(people.county, county), eq(people.account, account)))
  return row ?? null
}

export const countPeople = async (db: Db, county: string): Promise<number> => {
  const { people } = db.t
  const [row] = await db.q
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(people)
    .where(eq(people.county, county))
  return row?.n ?? 0
}

export const allPeople = (db: Db, county: string): Promise<PersonRow[]> => {
  const { people } = db.t
  return db.q.select().from(people).where(eq(people.county, county)).orderBy(people.account)
}

/** How many active administrators there are beside this person: the last one cannot shut the door behind himself. */
export const otherAdministrators = async (tx: Tx, county: string, id: string): Promise<number> => {
  // two administrators dismissing each other at the same moment would otherwise both find the other still there
  const lock = dialect.lockCounty(tx.engine, county)
  if (lock) await tx.q.execute(lock)
  const { people } = tx.t
  const [row] = await tx.q
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(people)
    .where(
      and(
        eq(people.county, county),
        eq(people.role, 'administrator'),
        eq(people.active, true),
        sql`${people.id} <> ${id}`,
      ),
    )
  return row?.n ?? 0
}

export const insertPerson = async (tx: Tx, row: NewRow<'people'>): Promise<void> => {
  await tx.q.insert(tx.t.people).values(row)
}

/** Changes a person who is still as they were when they were read; null when somebody else came first. */
export const changePersonRow = async (
  tx: Tx,
  { county, id, version }: Pick<PersonRow, 'county' | 'id' | 'version'>,
  change: Partial<NewRow<'people'>>,
): Promise<PersonRow | null> => {
  const { people } = tx.t
  const [row] = await tx.q
    .update(people)
    .set({ ...change, version: version + 1 })
    .where(and(eq(people.county, county), eq(people.id, id), eq(people.version, version)))
    .returning()
  return row ?? null
}

/** Failed sign-ins and lock-outs: bookkeeping beside the person's version, which a stranger must not move. */
export const setLockOut = async (
  tx: Tx,
  { county, id }: Pick<PersonRow, 'county' | 'id'>,
  state: Pick<PersonRow, 'failedSignIns' | 'lockedUntil'>,
): Promise<void> => {
  const { people } = tx.t
  await tx.q
    .update(people)
    .set(state)
    .where(and(eq(people.county, county), eq(people.id, id)))
}

/** One more failure, counted by the database itself so that guesses side by side are all counted. */
export const bumpFailures = async (tx: Tx, { county, id }: Pick<PersonRow, 'county' | 'id'>): Promise<number> => {
  const { people } = tx.t
  const [row] = await tx.q
    .update(people)
    .set({ failedSignIns: sql`${people.failedSignIns} + 1` })
    .where(and(eq(people.county, county), eq(people.id, id)))
    .returning({ failures: people.failedSignIns })
  return row?.failures ?? 0
}
