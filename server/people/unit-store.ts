import { and, eq } from 'drizzle-orm'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'

export interface Unit extends Row<'units'> {
  readonly areaCodes: readonly string[]
}

export const findUnit = async (db: Db, county: string, id: string): Promise<Unit | null> => {
  const { units, unitAreas } = db.t
  const [row] = await db.q
    .select()
    .from(units)
    .where(and(eq(units.county, county), eq(units.id, id)))
  if (!row) return null
  const areas = await db.q
    .select({ placeCode: unitAreas.placeCode })
    .from(unitAreas)
    .where(and(eq(unitAreas.county, county), eq(unitAreas.unitId, id)))
    .orderBy(unitAreas.placeCode)
  return { ...row, areaCodes: areas.map(({ placeCode }) => placeCode) }
}

export const findUnitNamed = async (db: Db, county: string, name: string): Promise<Row<'units'> | null> => {
  const { units } = db.t
  const [row] = await db.q
    .select()
    .from(units)
    .where(and(eq(units.county, county), eq(units.name, name)))
  return row ?? null
}

export const allUnits = async (db: Db, county: string): Promise<Unit[]> => {
  const { units, unitAreas } = db.t
  const rows = await db.q.select().from(units).where(eq(units.county, county)).orderBy(units.name)
  const areas = await db.q.select().from(unitAreas).where(eq(unitAreas.county, county)).orderBy(unitAreas.placeCode)
  const byUnit = Map.groupBy(areas, ({ unitId }) => unitId)
  return rows.map((row) => ({ ...row, areaCodes: (byUnit.get(row.id) ?? []).map(({ placeCode }) => placeCode) }))
}

export const insertUnit = async (tx: Tx, row: NewRow<'units'>, areaCodes: readonly string[]): Promise<void> => {
  await tx.q.insert(tx.t.units).values(row)
  if (areaCodes.length > 0)
    await tx.q
      .insert(tx.t.unitAreas)
      .values(areaCodes.map((placeCode) => ({ county: row.county, unitId: row.id, placeCode })))
}

export const changeUnitRow = async (tx: Tx, row: NewRow<'units'>, areaCodes: readonly string[]): Promise<void> => {
  const { units, unitAreas } = tx.t
  const { county, id, ...change } = row
  await tx.q
    .update(units)
    .set(change)
    .where(and(eq(units.county, county), eq(units.id, id)))
  await tx.q.delete(unitAreas).where(and(eq(unitAreas.county, county), eq(unitAreas.unitId, id)))
  if (areaCodes.length > 0)
    await tx.q.insert(unitAreas).values(areaCodes.map((placeCode) => ({ county, unitId: id, placeCode })))
}
