import { and, eq } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'

export const isSquad = async (db: Db, county: string, unitId: string): Promise<boolean> => {
  const { units } = db.t
  const [unit] = await db.q
    .select({ kind: units.kind })
    .from(units)
    .where(and(eq(units.county, county), eq(units.id, unitId)))
  return unit?.kind === 'squad'
}
