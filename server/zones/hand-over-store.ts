import { and, asc, eq, isNull, ne, or } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'
import { hazardInZone, type ZoneRow } from './store.ts'

/** Tasks on a zone's register that are a person's, or their unit's without anybody named; the earliest due first. */
export const tasksHeldIn = (
  db: Db,
  county: string,
  zone: Pick<ZoneRow, 'id' | 'shape' | 'placeCode'>,
  former: { readonly id: string; readonly unitId: string | null },
) => {
  const { hazards, tasks } = db.t
  const ofUnit = former.unitId === null ? undefined : and(isNull(tasks.personId), eq(tasks.unitId, former.unitId))
  return db.q
    .select({
      taskId: tasks.id,
      hazardId: hazards.id,
      registerNumber: hazards.registerNumber,
      shortCode: hazards.shortCode,
      description: hazards.description,
      code: hazards.code,
      state: tasks.state,
      dueOn: tasks.dueOn,
      unitId: tasks.unitId,
      personId: tasks.personId,
      extensionAskedBy: tasks.extensionAskedBy,
    })
    .from(tasks)
    .innerJoin(hazards, and(eq(hazards.county, tasks.county), eq(hazards.id, tasks.hazardId)))
    .where(
      and(
        ...[eq(tasks.county, county), ne(tasks.state, 'verified'), or(eq(tasks.personId, former.id), ofUnit)],
        ...[eq(hazards.stage, 'register'), isNull(hazards.setAside), hazardInZone(db, county, zone)],
      ),
    )
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
}

/** Names of units by their ids. */
export const unitsNamed = async (db: Db, county: string): Promise<ReadonlyMap<string, string>> => {
  const { units } = db.t
  const rows = await db.q.select({ id: units.id, name: units.name }).from(units).where(eq(units.county, county))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
