import { and, asc, eq, gte, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { ZoneRow } from './store.ts'

export type SignTextsRow = Row<'signTexts'>

export const signTextsOf = async (db: Db, county: string): Promise<SignTextsRow | null> => {
  const { signTexts } = db.t
  const [row] = await db.q.select().from(signTexts).where(eq(signTexts.county, county))
  return row ?? null
}

/** Keeps the county's wording, decided on a version (0 where there was none); false when somebody else was faster. */
export const keepSignTexts = async (tx: Tx, row: NewRow<'signTexts'>, version: number): Promise<boolean> => {
  const { signTexts } = tx.t
  const { county: _county, ...facts } = row
  const kept = await tx.q
    .insert(signTexts)
    .values(row)
    .onConflictDoUpdate({ target: signTexts.county, set: facts, setWhere: eq(signTexts.version, version) })
    .returning({ version: signTexts.version })
  return kept.length === 1
}

/** Areas to be drawn around a zone: its siblings, and the townships behind villages and roads. */
export const areasBeside = (db: Db, { county, id, shape, placeCode }: ZoneRow) => {
  const { zones } = db.t
  const digits = (n: number): SQL => sql`length(${zones.placeCode}) = ${n}`
  const township = placeCode.slice(0, 9)
  const villages =
    shape === 'area' && placeCode.length >= 9
      ? and(digits(12), gte(zones.placeCode, township), lt(zones.placeCode, `${township}:`))
      : undefined
  return db.q
    .select({ id: zones.id, name: zones.name, placeCode: zones.placeCode, geometry: zones.geometry })
    .from(zones)
    .where(and(eq(zones.county, county), eq(zones.shape, 'area'), sql`${zones.id} <> ${id}`, or(digits(9), villages)))
    .orderBy(asc(zones.placeCode), asc(zones.id))
}

export const roadsDrawn = (db: Db, county: string) => {
  const { roads } = db.t
  return (
    db.q
      .select({ routeCode: roads.routeCode, roadClass: roads.roadClass, geometry: roads.geometry })
      .from(roads)
      // a sign shows the roads that have a number
      .where(and(eq(roads.county, county), ne(roads.routeCode, '')))
      .orderBy(asc(roads.routeCode), asc(roads.id))
  )
}
