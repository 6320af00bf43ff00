import { eq } from 'drizzle-orm'
import type { Db } from '../../db/unit-of-work.ts'
import { defaultZone } from '../domain/county-calendar.ts'

const known = new WeakMap<object, Map<string, string>>()

/** The county's IANA zone. Set once when the county is founded and never changed, hence kept. */
export const timeZoneOf = async (db: Db, county: string): Promise<string> => {
  const zones = known.get(db.t) ?? new Map<string, string>()
  known.set(db.t, zones)
  const before = zones.get(county)
  if (before !== undefined) return before
  const { counties } = db.t
  const [row] = await db.q.select({ timeZone: counties.timeZone }).from(counties).where(eq(counties.county, county))
  if (row) zones.set(county, row.timeZone)
  return row?.timeZone ?? defaultZone
}
