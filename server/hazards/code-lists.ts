import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'

/** Whether the county's own list knows a code. */
export const codeIsKnown = async (
  db: Db,
  county: string,
  list: 'hazard' | 'measure' | 'source',
  ...wanted: string[]
): Promise<boolean> => {
  const { codes } = db.t
  const distinct = [...new Set(wanted)]
  if (distinct.length === 0) return true
  const found = await db.q
    .select({ code: codes.code })
    .from(codes)
    .where(and(eq(codes.county, county), eq(codes.list, list), inArray(codes.code, distinct)))
  return found.length === distinct.length
}

export const placeIsKnown = async (db: Db, county: string, code: string): Promise<boolean> => {
  const { places } = db.t
  const [found] = await db.q
    .select({ code: places.code })
    .from(places)
    .where(and(eq(places.county, county), eq(places.code, code)))
  return found !== undefined || code === county
}
