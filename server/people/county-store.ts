import { and, eq, gte } from 'drizzle-orm'
import type { Bounds, CountySettings } from '../../db/schema/counties.ts'
import type { NewRow, Row } from '../../db/schema/tables.ts'
import type { Db, Tx } from '../../db/unit-of-work.ts'
import { type Day, defaultZone, type Instant } from '../domain/county-calendar.ts'
import { defaultDeadlineSettings } from '../domain/deadline.ts'
import { commonestHazardCodes, hazardCodes } from '../domain/hazard-codes.ts'
import { leadSourceNames } from '../domain/lead-sources.ts'
import { measures } from '../domain/measures.ts'
import { segmentReachMetres } from '../domain/zone-of-point.ts'

/** workflow.md's defaults; every one a setting of the county. Three days to accept a task is this project's choice. */
export const defaultSettings: CountySettings = {
  ...defaultDeadlineSettings,
  acceptWithinDays: 3,
  watchDays: 90,
  revisitAfterDays: [30, 90],
  nearbyMetres: 50,
  segmentMetres: segmentReachMetres,
  remindBeforeDays: [3, 1],
  remindAfterDays: [1, 3, 7, 15, 30],
  escalateAfterDays: 7,
  progressEveryDays: 7,
  relapseDays: 180,
  relapseMetres: 50,
  spotSharePercent: 10,
  checkRadiusMetres: 50,
  // marks alter what a picture shows, and not every county wants people's units on pictures that leave it
  watermark: false,
}

export interface Founding {
  readonly name: string
  readonly nameEn?: string
  /** Begins every register number; by default the first character of the name. */
  readonly registerPrefix?: string
  readonly timeZone?: string
  readonly settings?: CountySettings
  readonly bounds?: Bounds | null
  /** True for a demonstration county: every page then says so. */
  readonly invented?: boolean
}

export const findCountyRow = async (db: Db, county: string): Promise<Row<'counties'> | null> => {
  const { counties } = db.t
  const [row] = await db.q.select().from(counties).where(eq(counties.county, county))
  return row ?? null
}

/** The counties of a database by code: an ordinary one holds one. */
export const allCounties = (db: Db): Promise<Row<'counties'>[]> =>
  db.q.select().from(db.t.counties).orderBy(db.t.counties.county)

/** The code lists a county begins with; from then on they are its own. */
const firstCodes = (county: string): NewRow<'codes'>[] => [
  ...hazardCodes.map(({ code, zh, en }, position) => ({
    ...{ county, list: 'hazard' as const, code, zh, en, unit: null, position },
    common: commonestHazardCodes.includes(code),
  })),
  ...measures.map(({ code, zh, en, unit }, position) => ({
    ...{ county, list: 'measure' as const, code, zh, en, unit, position, common: false },
  })),
  ...Object.entries(leadSourceNames).map(([code, { zh, en }], position) => ({
    ...{ county, list: 'source' as const, code, zh, en, unit: null, position, common: false },
  })),
]

export const insertCounty = async (tx: Tx, county: string, at: Instant, founding: Founding): Promise<void> => {
  const { name, nameEn = name, timeZone = defaultZone, settings = defaultSettings } = founding
  const { registerPrefix = Array.from(name)[0] ?? county, bounds = null, invented = false } = founding
  await tx.q
    .insert(tx.t.counties)
    .values({ county, name, nameEn, registerPrefix, timeZone, settings, bounds, invented, foundedAt: at })
  await tx.q.insert(tx.t.codes).values(firstCodes(county))
}

export const codesOf = (db: Db, county: string): Promise<Row<'codes'>[]> => {
  const { codes } = db.t
  return db.q.select().from(codes).where(eq(codes.county, county)).orderBy(codes.list, codes.position, codes.code)
}

/** The table of holidays from a day on; whoever counts working days from that day needs no more. */
export const holidaysFrom = (db: Db, county: string, first: Day) => {
  const { holidays } = db.t
  return db.q
    .select({ on: holidays.on, kind: holidays.kind })
    .from(holidays)
    .where(and(eq(holidays.county, county), gte(holidays.on, first)))
    .orderBy(holidays.on)
}

export const townshipsOf = (db: Db, county: string) => {
  const { places } = db.t
  return db.q
    .select({ code: places.code, name: places.name, aliases: places.aliases })
    .from(places)
    .where(and(eq(places.county, county), eq(places.kind, 'township')))
    .orderBy(places.code)
}
