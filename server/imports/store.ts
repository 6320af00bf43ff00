import { and, asc, desc, eq, gte, isNull, lte, or } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { Day } from '../domain/county-calendar.ts'
import { routeCodeKept } from '../domain/route-kept.ts'

export const addImport = async (tx: Tx, row: NewRow<'imports'>): Promise<void> => {
  await tx.q.insert(tx.t.imports).values(row).returning({ id: tx.t.imports.id })
}

export const findImport = async (db: Db, county: string, id: string): Promise<Row<'imports'> | null> => {
  const { imports } = db.t
  const [row] = await db.q
    .select()
    .from(imports)
    .where(and(eq(imports.county, county), eq(imports.id, id)))
  return row ?? null
}

/** The latest first, without their reports. */
export const latestImports = (db: Db, county: string, most: number) => {
  const { county: ofCounty, report, fingerprint, ...line } = db.t.imports
  const { id, fileName, sha256, bytes, format, layer, datum, datumGuessed, added, redrawn, same, skipped } = line
  return db.q
    .select({
      ...{ id, fileName, sha256, bytes, format, layer, datum, datumGuessed, added, redrawn, same, skipped },
      ...{ importedAt: line.importedAt, importedBy: db.t.people.name },
    })
    .from(db.t.imports)
    .innerJoin(db.t.people, and(eq(db.t.people.county, ofCounty), eq(db.t.people.id, line.importedBy)))
    .where(eq(ofCounty, county))
    .orderBy(desc(line.importedAt), desc(id))
    .limit(most)
}

export const nameOfPerson = async (db: Db, county: string, id: string): Promise<string> => {
  const { people } = db.t
  const [row] = await db.q
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.county, county), eq(people.id, id)))
  return row?.name ?? ''
}

/** Everything that a file is compared with; whole, for it is read in one pass by another process. */
export const furnishedNow = async (db: Db, county: string, today: Day) => {
  const { places, zones, roads, people, zonePosts } = db.t
  const { code, kind, aliases, longitude, latitude } = places
  const { shape, level, placeCode, fromMetres, toMetres } = zones
  const { roadClass, lengthMetres } = roads
  const zone = {
    id: zones.id,
    shape,
    level,
    name: zones.name,
    placeCode,
    routeCode: zones.routeCode,
    fromMetres,
    toMetres,
  }
  const road = { id: roads.id, routeCode: roads.routeCode, name: roads.name, roadClass, lengthMetres }
  return {
    places: await db.q
      .select({ code, kind, name: places.name, aliases, longitude, latitude, invented: places.invented })
      .from(places)
      .where(eq(places.county, county))
      .orderBy(asc(code)),
    zones: await db.q
      .select({ ...zone, geometry: zones.geometry, invented: zones.invented })
      .from(zones)
      .where(eq(zones.county, county))
      .orderBy(asc(zones.id)),
    roads: (
      await db.q
        .select({ ...road, geometry: roads.geometry, invented: roads.invented })
        .from(roads)
        .where(eq(roads.county, county))
        .orderBy(asc(roads.id))
    ).map((one) => ({ ...one, routeCode: routeCodeKept(one.routeCode) })),
    people: await db.q
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(and(eq(people.county, county), eq(people.active, true))),
    posts: await db.q
      .select({ zoneId: zonePosts.zoneId, personId: zonePosts.personId, level: zonePosts.level })
      .from(zonePosts)
      .where(
        and(
          eq(zonePosts.county, county),
          lte(zonePosts.heldFrom, today),
          or(isNull(zonePosts.heldUntil), gte(zonePosts.heldUntil, today)),
        ),
      ),
  }
}
