import { and, eq, inArray, sql } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Tx } from '../../db/unit-of-work.ts'
import { routeCodeToKeep } from '../domain/route-kept.ts'
import type { RoadRow } from './furnish-batch.ts'

/** SQLite takes 32,766 parameters in one statement, PostgreSQL 65,535; the widest row here has eleven columns. */
const rowsPerStatement = 500

const slices = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsPerStatement) }, (_, i) =>
    rows.slice(i * rowsPerStatement, (i + 1) * rowsPerStatement),
  )

/** The row that came last wins, column by column. */
const incoming = (column: string) => sql.raw(`excluded.${column}`)

export const putPlaces = async (tx: Tx, rows: readonly NewRow<'places'>[]): Promise<void> => {
  const { places } = tx.t
  for (const some of slices(rows))
    await tx.q
      .insert(places)
      .values(some)
      .onConflictDoUpdate({
        target: [places.county, places.code],
        set: {
          kind: incoming('kind'),
          name: incoming('name'),
          aliases: incoming('aliases'),
          longitude: incoming('longitude'),
          latitude: incoming('latitude'),
          placeCell: incoming('place_cell'),
          invented: incoming('invented'),
        },
      })
}

export const putZones = async (tx: Tx, rows: readonly NewRow<'zones'>[]): Promise<void> => {
  const { zones } = tx.t
  for (const some of slices(rows))
    await tx.q
      .insert(zones)
      .values(some)
      .onConflictDoUpdate({
        target: [zones.county, zones.id],
        set: {
          shape: incoming('shape'),
          level: incoming('level'),
          name: incoming('name'),
          placeCode: incoming('place_code'),
          routeCode: incoming('route_code'),
          fromMetres: incoming('from_metres'),
          toMetres: incoming('to_metres'),
          geometry: incoming('geometry'),
          invented: incoming('invented'),
        },
      })
}

export const putRoads = async (tx: Tx, rows: readonly RoadRow[]): Promise<void> => {
  const { roads } = tx.t
  for (const some of slices(rows))
    await tx.q
      .insert(roads)
      .values(some.map((row) => ({ ...row, routeCode: routeCodeToKeep(row.routeCode) })))
      .onConflictDoUpdate({
        target: [roads.county, roads.id],
        set: {
          routeCode: incoming('route_code'),
          name: incoming('name'),
          roadClass: incoming('road_class'),
          lengthMetres: incoming('length_metres'),
          geometry: incoming('geometry'),
          invented: incoming('invented'),
        },
      })
}

/** Adds posts and ends known ones; answers the ids of those that differ in anything else, which are left alone. */
export const keepPosts = async (tx: Tx, rows: readonly Row<'zonePosts'>[]): Promise<string[]> => {
  const { zonePosts } = tx.t
  const rewritten: string[] = []
  for (const some of slices(rows)) {
    const kept = await tx.q
      .insert(zonePosts)
      .values(some)
      .onConflictDoUpdate({
        target: [zonePosts.county, zonePosts.id],
        set: { heldUntil: incoming('held_until') },
        setWhere: sql`${zonePosts.zoneId} = excluded.zone_id and ${zonePosts.personId} = excluded.person_id
          and ${zonePosts.level} = excluded.level and ${zonePosts.heldFrom} = excluded.held_from`,
      })
      .returning({ id: zonePosts.id })
    const ids = new Set(kept.map(({ id }) => id))
    rewritten.push(...some.map(({ id }) => id).filter((id) => !ids.has(id)))
  }
  return rewritten
}

export const zonesAmong = async (tx: Tx, county: string, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const { zones } = tx.t
  const found = new Set<string>()
  for (const some of slices([...new Set(ids)])) {
    const rows = await tx.q
      .select({ id: zones.id })
      .from(zones)
      .where(and(eq(zones.county, county), inArray(zones.id, some)))
    for (const { id } of rows) found.add(id)
  }
  return found
}

export const peopleAmong = async (tx: Tx, county: string, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const { people } = tx.t
  const found = new Set<string>()
  for (const some of slices([...new Set(ids)])) {
    const rows = await tx.q
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.county, county), inArray(people.id, some)))
    for (const { id } of rows) found.add(id)
  }
  return found
}
