import {
  and,
  asc,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  not,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { dialect } from '../../db/dialect.ts'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { Scope } from '../domain/actor.ts'
import type { CellRange } from '../domain/morton.ts'
import { hazardInScope } from '../hazards/scope-condition.ts'
import type { HazardRow } from '../hazards/store.ts'
import type { JunctionQuery } from './wire.ts'

export type JunctionRow = Row<'junctions'>
export type InspectionRow = Row<'junctionInspections'>
export type PlanRow = Row<'patrolPlans'>

const total = sql`count(*)`.mapWith(Number)
const countIf = (condition: SQL) => sql`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`.mapWith(Number)

export const allJunctions = (db: Db, county: string): Promise<JunctionRow[]> => {
  const { junctions } = db.t
  return db.q.select().from(junctions).where(eq(junctions.county, county)).orderBy(asc(junctions.id))
}

export const findJunction = async (db: Db, county: string, id: string): Promise<JunctionRow | null> => {
  const { junctions } = db.t
  const [row] = await db.q
    .select()
    .from(junctions)
    .where(and(eq(junctions.county, county), eq(junctions.id, id)))
  return row ?? null
}

/** Changes whenever a junction comes or goes or is changed; an inspection changes no junction. */
export const stateOfRegister = async (db: Db, county: string): Promise<string> => {
  const { junctions } = db.t
  const [row] = await db.q
    .select({ n: total, versions: sql`coalesce(sum(${junctions.version}), 0)`.mapWith(Number) })
    .from(junctions)
    .where(eq(junctions.county, county))
  return `${row?.n ?? 0}.${row?.versions ?? 0}`
}

/** SQLite takes 32,766 parameters in one statement; a junction has twenty columns. */
const rowsPerStatement = 500

export const insertJunctions = async (tx: Tx, rows: readonly NewRow<'junctions'>[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += rowsPerStatement)
    await tx.q.insert(tx.t.junctions).values(rows.slice(from, from + rowsPerStatement))
}

/** Changes a junction that is still as it was read; null when somebody else came first. */
export const changeJunction = async (
  tx: Tx,
  { county, id, version }: Pick<JunctionRow, 'county' | 'id' | 'version'>,
  change: Partial<NewRow<'junctions'>>,
): Promise<JunctionRow | null> => {
  const { junctions } = tx.t
  const [row] = await tx.q
    .update(junctions)
    .set({ ...change, version: version + 1 })
    .where(and(eq(junctions.county, county), eq(junctions.id, id), eq(junctions.version, version)))
    .returning()
  return row ?? null
}

/** Junctions in use on the roads and in the townships of a plan; of those, the ones looked at within its days. */
export const junctionsOfPlan = (db: Db, plan: PlanRow, looked: 'all' | 'done' | 'left'): SQL | undefined => {
  const { junctions: j, junctionInspections: i } = db.t
  const done = exists(
    db.q
      .select({ one: sql`1` })
      .from(i)
      .where(
        and(
          ...[eq(i.county, j.county), eq(i.junctionId, j.id)],
          ...[gte(i.inspectedOn, plan.fromOn), lte(i.inspectedOn, plan.untilOn)],
        ),
      ),
  )
  return and(
    eq(j.active, true),
    or(
      ...plan.routeCodes.map((code) => dialect.contains(sql`${j.routeCodes}`, `"${code}"`)),
      plan.townshipCodes.length === 0 ? undefined : inArray(j.townshipCode, [...plan.townshipCodes]),
    ),
    looked === 'all' ? undefined : looked === 'done' ? done : not(done),
  )
}

/** What a filter means; `since` is the first instant that counts as recent. */
export const junctionsMeant = (
  db: Db,
  query: Partial<JunctionQuery>,
  since: string,
  plan: PlanRow | null = null,
): SQL | undefined => {
  const { junctions: j } = db.t
  const ages = {
    never: isNull(j.lastInspectedAt),
    'long-ago': lt(j.lastInspectedAt, since),
    recent: gte(j.lastInspectedAt, since),
    due: or(isNull(j.lastInspectedAt), lt(j.lastInspectedAt, since)),
    'looked-at': isNotNull(j.lastInspectedAt),
  }
  const { age, route, place, placeless, class: roadClass, retired, q } = query
  return and(
    eq(j.active, retired === undefined),
    plan ? junctionsOfPlan(db, plan, query.looked ?? 'all') : undefined,
    age && ages[age],
    route === undefined ? undefined : dialect.contains(sql`${j.routeCodes}`, `"${route}"`),
    place === undefined ? undefined : and(gte(j.placeCode, place), lt(j.placeCode, `${place}:`)),
    placeless && isNull(j.townshipCode),
    roadClass === undefined ? undefined : roadClass === 'none' ? isNull(j.roadClass) : eq(j.roadClass, roadClass),
    q === undefined || q === ''
      ? undefined
      : or(dialect.contains(j.name, q), dialect.contains(sql`${j.routeCodes}`, q.toUpperCase())),
  )
}

export interface Cursor {
  readonly key: string
  readonly id: string
}

const keyOf = (db: Db, order: JunctionQuery['order']): SQL =>
  order === 'name' ? sql`${db.t.junctions.name}` : sql`coalesce(${db.t.junctions.lastInspectedAt}, '')`

export const cursorOf = (row: JunctionRow, order: JunctionQuery['order']): Cursor => ({
  key: order === 'name' ? row.name : (row.lastInspectedAt ?? ''),
  id: row.id,
})

export const pageOfJunctions = (
  db: Db,
  county: string,
  meant: SQL | undefined,
  { order, limit, after }: { order: JunctionQuery['order']; limit: number; after: Cursor | null },
): Promise<JunctionRow[]> => {
  const { junctions } = db.t
  const key = keyOf(db, order)
  const back = order === 'latest'
  const behind =
    after &&
    (back
      ? sql`(${key} < ${after.key} or (${key} = ${after.key} and ${junctions.id} < ${after.id}))`
      : sql`(${key} > ${after.key} or (${key} = ${after.key} and ${junctions.id} > ${after.id}))`)
  return db.q
    .select()
    .from(junctions)
    .where(and(eq(junctions.county, county), meant, behind ?? undefined))
    .orderBy(...(back ? [desc(key), desc(junctions.id)] : [asc(key), asc(junctions.id)]))
    .limit(limit)
}

export const countJunctions = async (db: Db, county: string, meant: SQL | undefined): Promise<number> => {
  const { junctions } = db.t
  const [row] = await db.q
    .select({ n: total })
    .from(junctions)
    .where(and(eq(junctions.county, county), meant))
  return row?.n ?? 0
}

/** Counts by township and road class, in use and not; whoever asks adds them up. */
export const coverageCounts = (db: Db, county: string, since: string) => {
  const { active, townshipCode, roadClass, lastInspectedAt } = db.t.junctions
  return db.q
    .select({
      ...{ active, townshipCode, roadClass, all: total },
      ever: countIf(sql`${lastInspectedAt} is not null`),
      recent: countIf(sql`${lastInspectedAt} >= ${since}`),
    })
    .from(db.t.junctions)
    .where(eq(db.t.junctions.county, county))
    .groupBy(active, townshipCode, roadClass)
}

export const pointsOfJunctions = (db: Db, county: string) => {
  const { id, name, arms, longitude, latitude, lastInspectedAt, active } = db.t.junctions
  return db.q
    .select({ id, name, arms, longitude, latitude, lastInspectedAt })
    .from(db.t.junctions)
    .where(and(eq(db.t.junctions.county, county), eq(active, true)))
    .orderBy(asc(id))
}

export const findInspection = async (db: Db, county: string, id: string): Promise<InspectionRow | null> => {
  const { junctionInspections } = db.t
  const [row] = await db.q
    .select()
    .from(junctionInspections)
    .where(and(eq(junctionInspections.county, county), eq(junctionInspections.id, id)))
  return row ?? null
}

/** Adds one and moves the junction's last inspection on; an earlier one that comes late moves nothing. */
export const addInspection = async (tx: Tx, row: NewRow<'junctionInspections'>): Promise<void> => {
  const { junctions, junctionInspections } = tx.t
  await tx.q.insert(junctionInspections).values(row)
  const { county, junctionId, inspectedAt } = row
  await tx.q
    .update(junctions)
    .set({ lastInspectedAt: inspectedAt })
    .where(
      and(
        ...[eq(junctions.county, county), eq(junctions.id, junctionId)],
        or(isNull(junctions.lastInspectedAt), lt(junctions.lastInspectedAt, inspectedAt)),
      ),
    )
}

export const countInspections = async (db: Db, county: string): Promise<number> => {
  const { junctionInspections } = db.t
  const [row] = await db.q.select({ n: total }).from(junctionInspections).where(eq(junctionInspections.county, county))
  return row?.n ?? 0
}

/** The newest first. */
export const inspectionsOf = (db: Db, county: string, junctionId: string, most: number): Promise<InspectionRow[]> => {
  const { junctionInspections: i } = db.t
  return db.q
    .select()
    .from(i)
    .where(and(eq(i.county, county), eq(i.junctionId, junctionId)))
    .orderBy(desc(i.inspectedAt), desc(i.id))
    .limit(most)
}

/** Hazards on the path, open and past, within a scope, whose cell lies in one of the ranges. */
export const hazardsInCells = (
  db: Db,
  county: string,
  scope: Scope,
  ranges: readonly CellRange[],
  captured?: { readonly from: string; readonly until: string },
): Promise<HazardRow[]> => {
  const { hazards } = db.t
  return db.q
    .select()
    .from(hazards)
    .where(
      and(
        or(
          ...ranges.map(({ from, before }) =>
            and(eq(hazards.county, county), gte(hazards.placeCell, from), lt(hazards.placeCell, before)),
          ),
        ),
        isNull(hazards.setAside),
        isNotNull(hazards.longitude),
        captured && and(gte(hazards.capturedAt, captured.from), lte(hazards.capturedAt, captured.until)),
        hazardInScope(db, scope),
      ),
    )
}

export const divisionNames = async (db: Db, county: string): Promise<ReadonlyMap<string, string>> => {
  const { places } = db.t
  const rows = await db.q
    .select({ code: places.code, name: places.name })
    .from(places)
    .where(and(eq(places.county, county), inArray(places.kind, ['township', 'village'])))
  return new Map(rows.map(({ code, name }) => [code, name]))
}
