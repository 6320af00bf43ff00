import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../db/schema/counties.ts'
import type { Row } from '../../db/schema/tables.ts'
import type { Db } from '../../db/unit-of-work.ts'
import type { PlaceKind } from '../../db/vocabulary.ts'
import type { Scope } from '../domain/actor.ts'
import type { Day } from '../domain/county-calendar.ts'
import type { CellRange } from '../domain/morton.ts'
import { routeCodeKept } from '../domain/route-kept.ts'
import { hazardInScope } from '../hazards/scope-condition.ts'
import { meanings } from '../register/conditions.ts'
import type { RoadRow } from './furnish-batch.ts'

export type ZoneRow = Row<'zones'>
export type { RoadRow }
export type PlaceRow = Row<'places'>

/** What the journal's entries about zones, roads and places are about. */
export const furnishingSubject = 'furnishing'

export interface Furnishing {
  /** The journal's number of the last furnishing, and the county's reach of segments. */
  readonly version: string
  readonly segmentMetres: number
  readonly bounds: Bounds | null
}

export const furnishingOf = async (db: Db, county: string): Promise<Furnishing> => {
  const { counties, journal } = db.t
  const [[founded], [last]] = await Promise.all([
    db.q
      .select({ settings: counties.settings, bounds: counties.bounds })
      .from(counties)
      .where(eq(counties.county, county)),
    db.q
      .select({ seq: journal.seq })
      .from(journal)
      .where(and(eq(journal.county, county), eq(journal.subjectId, furnishingSubject)))
      .orderBy(desc(journal.seq))
      .limit(1),
  ])
  if (!founded) throw new Error(`county ${county} has not been founded`)
  const { segmentMetres } = founded.settings
  return { version: `${last?.seq ?? 0}-${segmentMetres}`, segmentMetres, bounds: founded.bounds }
}

export const allZones = (db: Db, county: string): Promise<ZoneRow[]> => {
  const { zones } = db.t
  return db.q.select().from(zones).where(eq(zones.county, county)).orderBy(asc(zones.id))
}

export const findZone = async (db: Db, county: string, id: string): Promise<ZoneRow | null> => {
  const { zones } = db.t
  const [row] = await db.q
    .select()
    .from(zones)
    .where(and(eq(zones.county, county), eq(zones.id, id)))
  return row ?? null
}

/** Zones by their ids, and the areas of divisions; the smallest division first. */
export const zonesNamed = (
  db: Db,
  county: string,
  { ids, areaCodes }: { readonly ids: readonly string[]; readonly areaCodes: readonly string[] },
) => {
  const { zones } = db.t
  return db.q
    .select({ id: zones.id, name: zones.name, placeCode: zones.placeCode })
    .from(zones)
    .where(
      and(
        eq(zones.county, county),
        or(inArray(zones.id, [...ids]), and(eq(zones.shape, 'area'), inArray(zones.placeCode, [...areaCodes]))),
      ),
    )
    .orderBy(desc(zones.placeCode), asc(zones.id))
}

/** Every zone without its drawing, for lists. */
export const zoneList = (db: Db, county: string) => {
  const { id, shape, level, name, placeCode, routeCode, invented, ...rest } = db.t.zones
  return db.q
    .select({ id, shape, level, name, placeCode, routeCode, invented })
    .from(db.t.zones)
    .where(eq(rest.county, county))
    .orderBy(asc(placeCode), asc(shape), asc(id))
}

export const allRoads = async (db: Db, county: string): Promise<RoadRow[]> => {
  const { roads } = db.t
  const rows = await db.q
    .select()
    .from(roads)
    .where(eq(roads.county, county))
    .orderBy(asc(roads.routeCode), asc(roads.id))
  return rows.map((row) => ({ ...row, routeCode: routeCodeKept(row.routeCode) }))
}

export const routeName = async (db: Db, county: string, routeCode: string): Promise<string | null> => {
  const { roads } = db.t
  const [row] = await db.q
    .select({ name: roads.name })
    .from(roads)
    .where(and(eq(roads.county, county), eq(roads.routeCode, routeCode)))
    .orderBy(asc(roads.id))
    .limit(1)
  return row?.name ?? null
}

export const placeList = (db: Db, county: string, kind: PlaceKind | null): Promise<PlaceRow[]> => {
  const { places } = db.t
  return db.q
    .select()
    .from(places)
    .where(and(eq(places.county, county), kind === null ? undefined : eq(places.kind, kind)))
    .orderBy(asc(places.code))
}

export const placeNames = async (
  db: Db,
  county: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (codes.length === 0) return new Map()
  const { places } = db.t
  const rows = await db.q
    .select({ code: places.code, name: places.name })
    .from(places)
    .where(and(eq(places.county, county), inArray(places.code, [...codes])))
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** Whoever is chief of a zone on a day, both ends of the time in post included; of all zones, or of those named. */
export const chiefsOn = (db: Db, county: string, today: Day, zoneIds: readonly string[] | null) => {
  const { zonePosts, people, units } = db.t
  return db.q
    .select({
      zoneId: zonePosts.zoneId,
      level: zonePosts.level,
      id: people.id,
      name: people.name,
      phone: people.phone,
      unit: units.name,
    })
    .from(zonePosts)
    .innerJoin(people, and(eq(people.county, zonePosts.county), eq(people.id, zonePosts.personId)))
    .leftJoin(units, and(eq(units.county, people.county), eq(units.id, people.unitId)))
    .where(
      and(
        eq(zonePosts.county, county),
        zoneIds === null ? undefined : inArray(zonePosts.zoneId, [...zoneIds]),
        lte(zonePosts.heldFrom, today),
        or(isNull(zonePosts.heldUntil), gte(zonePosts.heldUntil, today)),
      ),
    )
    .orderBy(asc(zonePosts.heldFrom), asc(zonePosts.id))
}

export type ChiefRow = Awaited<ReturnType<typeof chiefsOn>>[number]

const countWhere = (condition: SQL): SQL<number> => sql`sum(case when ${condition} then 1 else 0 end)`.mapWith(Number)

/** What lies in a zone: of an area whatever is in its division or below, of a segment what was resolved to it. */
export const hazardInZone = (
  db: Db,
  county: string,
  { id, shape, placeCode }: Pick<ZoneRow, 'id' | 'shape' | 'placeCode'>,
): SQL => {
  const { hazards } = db.t
  if (shape === 'segment') return eq(hazards.zoneId, id)
  // the whole county needs no walk along the index of places
  if (placeCode === county) return sql`true`
  return and(gte(hazards.placeCode, placeCode), lt(hazards.placeCode, `${placeCode}:`)) ?? sql`true`
}

/** Hazards in a scope by place and zone, of the county or of one zone, counted as the register counts them. */
export const countsByWhereabouts = (
  db: Db,
  county: string,
  scope: Scope,
  today: Day,
  within: Pick<ZoneRow, 'id' | 'shape' | 'placeCode'> | null,
) => {
  const { hazards } = db.t
  const { notVoid, open, overdue, cleared, relapsed } = meanings(db, today)
  const inZone = within && hazardInZone(db, county, within)
  return db.q
    .select({
      placeCode: hazards.placeCode,
      zoneId: hazards.zoneId,
      open: countWhere(open),
      overdue: countWhere(overdue),
      cleared: countWhere(cleared),
      relapsed: countWhere(relapsed),
    })
    .from(hazards)
    .where(and(eq(hazards.county, county), notVoid, inZone ?? undefined, hazardInScope(db, scope)))
    .groupBy(hazards.placeCode, hazards.zoneId)
}

export type WhereaboutsCount = Awaited<ReturnType<typeof countsByWhereabouts>>[number]

/** Hazards in a scope that are neither cleared nor void, registered or not, whose cell lies in one of the ranges: near enough to be worth measuring. */
export const openHazardsInCells = (db: Db, county: string, scope: Scope, ranges: readonly CellRange[]) => {
  const { hazards } = db.t
  const { id, shortCode, registerNumber, stage, severity, setAside, watchUntilOn, code, longitude, latitude } = hazards
  return db.q
    .select({ id, shortCode, registerNumber, stage, severity, setAside, watchUntilOn, code, longitude, latitude })
    .from(hazards)
    .where(
      and(
        // the county stands in every range: only then does SQLite look each up in the index of cells
        or(
          ...ranges.map(({ from, before }) =>
            and(eq(hazards.county, county), gte(hazards.placeCell, from), lt(hazards.placeCell, before)),
          ),
        ),
        ne(stage, 'cleared'),
        isNull(setAside),
        isNotNull(longitude),
        hazardInScope(db, scope),
      ),
    )
}
