import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import type { Day } from '../domain/county-calendar.ts'
import type { ExtentGeometry, ExtentMeasure } from '../domain/hazard-extent.ts'
import { tilesOfDrawing } from '../domain/tiles-of-drawing.ts'

interface Drawn {
  readonly measure: ExtentMeasure
  readonly geometry: ExtentGeometry
}

/** Puts a hazard's drawing in the place of the one before; null leaves it without, as a point. */
export const redrawExtent = async (
  tx: Tx,
  { county, hazardId, by, at }: { county: string; hazardId: string; by: string; at: string },
  drawn: Drawn | null,
): Promise<void> => {
  const { hazardExtents, extentTiles } = tx.t
  await tx.q
    .delete(extentTiles)
    .where(and(eq(extentTiles.county, county), eq(extentTiles.hazardId, hazardId)))
    .returning({ id: extentTiles.hazardId })
  await tx.q
    .delete(hazardExtents)
    .where(and(eq(hazardExtents.county, county), eq(hazardExtents.hazardId, hazardId)))
    .returning({ id: hazardExtents.hazardId })
  if (drawn === null) return
  const { measure, geometry } = drawn
  await tx.q
    .insert(hazardExtents)
    .values({ county, hazardId, kind: measure.kind, geometry, drawnBy: by, drawnAt: at })
    .returning({ id: hazardExtents.hazardId })
  const tiles = tilesOfDrawing(geometry).map((tileCode) => ({ county, tileCode, hazardId }))
  await tx.q.insert(extentTiles).values(tiles).returning({ id: extentTiles.hazardId })
}

export const findDrawing = async (db: Db, county: string, hazardId: string): Promise<Row<'hazardExtents'> | null> => {
  const { hazardExtents } = db.t
  const [row] = await db.q
    .select()
    .from(hazardExtents)
    .where(and(eq(hazardExtents.county, county), eq(hazardExtents.hazardId, hazardId)))
  return row ?? null
}

/** Zones by name, and whoever is chief of them on a day with the unit they belong to. */
export const zonesWithChiefs = async (db: Db, county: string, zoneIds: readonly string[], today: Day) => {
  if (zoneIds.length === 0) return []
  const { zones, zonePosts, people } = db.t
  return db.q
    .select({
      ...{ zoneId: zones.id, zoneName: zones.name, zoneLevel: zones.level, level: zonePosts.level },
      ...{ id: people.id, name: people.name, phone: people.phone, unitId: people.unitId },
    })
    .from(zones)
    .leftJoin(
      zonePosts,
      and(
        ...[eq(zonePosts.county, zones.county), eq(zonePosts.zoneId, zones.id), lte(zonePosts.heldFrom, today)],
        or(isNull(zonePosts.heldUntil), gte(zonePosts.heldUntil, today)),
      ),
    )
    .leftJoin(people, and(eq(people.county, zonePosts.county), eq(people.id, zonePosts.personId)))
    .where(and(eq(zones.county, county), inArray(zones.id, [...zoneIds])))
    .orderBy(asc(zonePosts.heldFrom), asc(zonePosts.id))
}

export type ZoneWithChief = Awaited<ReturnType<typeof zonesWithChiefs>>[number]
