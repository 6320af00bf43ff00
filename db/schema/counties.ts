import type { Kit } from '../dialect.ts'

export interface CountySettings {
  minorDays: number
  seriousDays: number
  majorDays: number
  majorInterimHours: number
  countedIn: 'calendar' | 'working'
  acceptWithinDays: number
  watchDays: number
  revisitAfterDays: readonly number[]
  nearbyMetres: number
  segmentMetres: number
}

export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

/** `invented` is true for a demonstration county: every page then says so. */
export const countyTables = (kit: Kit) => ({
  counties: kit.table('counties', {
    county: kit.text().primaryKey(),
    name: kit.text().notNull(),
    nameEn: kit.text().notNull(),
    registerPrefix: kit.text().notNull(),
    timeZone: kit.text().notNull(),
    settings: kit.json<CountySettings>().notNull(),
    bounds: kit.json<Bounds>(),
    invented: kit.flag().notNull(),
    foundedAt: kit.instant().notNull(),
  }),
  holidays: kit.table(
    'holidays',
    {
      county: kit.text().notNull(),
      on: kit.day().notNull(),
      kind: kit.oneOf(['off', 'work']).notNull(),
    },
    (c) => [kit.primaryKey({ columns: [c.county, c.on] })],
  ),
  /** Code lists a county may change: hazards, measures, sources. */
  codes: kit.table(
    'codes',
    {
      county: kit.text().notNull(),
      list: kit.oneOf(['hazard', 'measure', 'source']).notNull(),
      code: kit.text().notNull(),
      zh: kit.text().notNull(),
      en: kit.text().notNull(),
      unit: kit.text(),
      position: kit.count().notNull(),
      common: kit.flag().notNull(),
    },
    (c) => [kit.primaryKey({ columns: [c.county, c.list, c.code] })],
  ),
  sequences: kit.table(
    'sequences',
    {
      county: kit.text().notNull(),
      kind: kit.text().notNull(),
      year: kit.count().notNull(),
      last: kit.count().notNull(),
    },
    (c) => [kit.primaryKey({ columns: [c.county, c.kind, c.year] })],
  ),
})
