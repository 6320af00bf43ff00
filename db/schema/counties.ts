import type { Kit } from '../dialect.ts'
import type { ChiefLevel, RoadClass } from '../vocabulary.ts'

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
  /** Days before a deadline on which its owner is reminded, and days after. */
  remindBeforeDays: readonly number[]
  remindAfterDays: readonly number[]
  /** Days past its deadline, or past the time for accepting, after which the county is told of a task. */
  escalateAfterDays: number
  progressEveryDays: number
  relapseDays: number
  relapseMetres: number
  spotSharePercent: number
  /** How far from the hazard an after photo may have been taken. */
  checkRadiusMetres: number
  /** Whether shared and printed copies of photos carry time, place, number and unit; originals never do. */
  watermark: boolean
}

/** One line of the responsibility matrix; null stands for any. The first line that fits a hazard speaks. */
export interface ResponsibilityLine {
  readonly roadClass: RoadClass | null
  /** A code or its beginning: `A` is the whole group. */
  readonly code: string | null
  /** A unit's id, or the government of the township in which it lies. */
  readonly localUnit: string | 'township'
  readonly sectorUnit: string | 'township' | null
  readonly cureUnit: string | 'township'
  readonly chiefLevel: ChiefLevel
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
    /** Counts the changes of settings and holidays. */
    version: kit.count().notNull().default(1),
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
  /** Every version of the matrix (路产 x 隐患 -> 责任单位) ever in force; the highest one is. */
  responsibilityMatrices: kit.table(
    'responsibility_matrices',
    {
      county: kit.text().notNull(),
      version: kit.count().notNull(),
      lines: kit.json<readonly ResponsibilityLine[]>().notNull(),
      because: kit.text().notNull(),
      madeAt: kit.instant().notNull(),
      madeBy: kit.text().notNull(),
    },
    (c) => [kit.primaryKey({ columns: [c.county, c.version] })],
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
