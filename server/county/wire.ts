import { z } from 'zod'
import { chiefLevels, roadClasses } from '../../db/vocabulary.ts'
import { DayText, NeededWords, stepFields } from '../hazards/wire.ts'
import { SettingsOnWire } from '../people/wire.ts'

/** The county's own rules: figures within which a county can choose, its holidays, and who answers for what. */

const days = (most: number) => z.int().min(1).max(most)
const metres = (least: number, most: number) => z.int().min(least).max(most)
/** Days at which something happens again, each once. */
const someDays = (most: number, fewest = 0) =>
  z
    .array(days(most))
    .min(fewest)
    .max(8)
    .refine((list) => new Set(list).size === list.length, 'repeated')

export const SettingsBody = z
  .strictObject({
    ...stepFields,
    minorDays: days(365),
    seriousDays: days(365),
    majorDays: days(730),
    majorInterimHours: z.int().min(1).max(168),
    countedIn: z.enum(['calendar', 'working']),
    acceptWithinDays: days(60),
    watchDays: days(1095),
    revisitAfterDays: someDays(1095, 1),
    nearbyMetres: metres(5, 1000),
    segmentMetres: metres(5, 500),
    remindBeforeDays: someDays(60),
    remindAfterDays: someDays(365),
    escalateAfterDays: days(180),
    progressEveryDays: days(90),
    relapseDays: days(1825),
    relapseMetres: metres(5, 1000),
    spotSharePercent: z.int().min(0).max(100),
    checkRadiusMetres: metres(10, 2000),
    watermark: z.boolean(),
  })
  .refine(({ revisitAfterDays, watchDays }) => revisitAfterDays.every((day) => day <= watchDays), {
    path: ['revisitAfterDays'],
    message: 'beyond-the-watch',
  })
export type SettingsBody = z.infer<typeof SettingsBody>

export const SettingsKept = z.strictObject({ version: z.int(), settings: SettingsOnWire }).meta({ id: 'Settings' })

export const HolidayOnWire = z.strictObject({ on: DayText, kind: z.enum(['off', 'work']) })

const Year = z.coerce.number().int().min(2000).max(2100)
export const YearParam = z.strictObject({ year: Year })
export const YearQuery = z.strictObject({ year: Year })

export const HolidaysBody = z.strictObject({
  ...stepFields,
  days: z
    .array(HolidayOnWire)
    .max(200)
    .refine((list) => new Set(list.map(({ on }) => on)).size === list.length, 'repeated'),
})
export type HolidaysBody = z.infer<typeof HolidaysBody>

export const HolidayTable = z
  .strictObject({ year: z.int(), version: z.int(), days: z.array(HolidayOnWire) })
  .meta({ id: 'HolidayTable' })
export type HolidayTable = z.infer<typeof HolidayTable>

const UnitNamed = z.string().min(1).max(64)

export const MatrixLineOnWire = z.strictObject({
  roadClass: z.enum(roadClasses).nullable(),
  /** A code or its beginning: `A` is the whole group. */
  code: z
    .string()
    .regex(/^[A-Z]\d{0,2}$/)
    .nullable(),
  /** A unit's id, or `township` for the government of the township in which it lies. */
  localUnit: UnitNamed,
  sectorUnit: UnitNamed.nullable(),
  cureUnit: UnitNamed,
  chiefLevel: z.enum(chiefLevels),
})

export const MatrixBody = z.strictObject({
  ...stepFields,
  because: NeededWords(500),
  lines: z.array(MatrixLineOnWire).min(1).max(100),
})
export type MatrixBody = z.infer<typeof MatrixBody>

const MatrixVersion = z.strictObject({
  version: z.int(),
  lines: z.array(MatrixLineOnWire),
  because: z.string(),
  madeAt: z.string().nullable(),
  madeBy: z.strictObject({ id: z.string(), name: z.string(), unitName: z.string().nullable() }).nullable(),
})

export const Responsibility = z
  .strictObject({
    /** 0 while the first matrix is in force, which follows from the county's units. */
    version: z.int(),
    lines: z.array(MatrixLineOnWire),
    /** Every version saved, newest first. */
    versions: z.array(MatrixVersion),
  })
  .meta({ id: 'Responsibility' })
export type Responsibility = z.infer<typeof Responsibility>

export const OwnersQuery = z.strictObject({
  /** The code it is about to be registered under; the reported one otherwise. */
  code: z
    .string()
    .regex(/^[A-Z]\d{2}$/)
    .optional(),
})

const UnitName = z.strictObject({ id: z.string(), name: z.string() }).nullable()

export const ProposedOwners = z
  .strictObject({
    /** The matrix's version; 0 is the one in force until a county saves its own. */
    version: z.int(),
    /** Its line that speaks, counted from 1; null where none fits. */
    lineNumber: z.int().nullable(),
    local: UnitName,
    sector: UnitName,
    cure: UnitName,
    chiefLevel: z.enum(chiefLevels).nullable(),
    chief: z
      .strictObject({ id: z.string(), name: z.string(), phone: z.string().nullable(), zoneName: z.string() })
      .nullable(),
  })
  .meta({ id: 'ProposedOwners' })
export type ProposedOwners = z.infer<typeof ProposedOwners>
