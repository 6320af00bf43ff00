import { z } from 'zod'
import { chiefLevels, roles, unitKinds } from '../../db/vocabulary.ts'
import { accountKey, accountShape } from './account.ts'

/** What may be sent about people, units and sessions, and what leaves. No password or hash is in any answer. */

export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
const DivisionCode = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
const Phone = z.string().regex(/^[0-9+][0-9 -]{4,19}$/)
/** Written by people on one line: trimmed, without control characters. */
const OneLine = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !/\p{Cc}/u.test(text), 'control-characters')
const Password = z.string().min(1).max(128)
/** Length is what counts (NIST SP 800-63B); whether it is too easy is for the verb to say. */
const NewPassword = z.string().min(8).max(128)
const Account = z
  .string()
  .max(64)
  .transform(accountKey)
  .refine((account) => accountShape.test(account), 'wrong-format')

export const IdParam = z.strictObject({ id: Id })

export const SignIn = z.strictObject({
  account: z.string().min(1).max(64),
  password: Password,
  /** On one's own device: a month without use, three months in all. Else it ends with the day's duty. */
  staySignedIn: z.boolean().default(false),
})
export const ChangePassword = z.strictObject({ password: Password, newPassword: NewPassword })

export const PersonBody = z.strictObject({
  account: Account,
  name: OneLine(40),
  phone: Phone.nullable(),
  role: z.enum(roles),
  unitId: Id.nullable(),
  active: z.boolean().default(true),
})
export type PersonBody = z.infer<typeof PersonBody>

export const UnitBody = z.strictObject({
  name: OneLine(60),
  kind: z.enum(unitKinds),
  phone: Phone.nullable(),
  areaCodes: z.array(DivisionCode).max(100),
})
export type UnitBody = z.infer<typeof UnitBody>

export const FeedbackBody = z.strictObject({
  id: Id,
  /** The address within the app where it was written, without its query. */
  page: z.string().regex(/^\/[^\s?#]{0,199}$/),
  words: z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .refine((text) => !/[^\P{Cc}\n]/u.test(text), 'control-characters'),
})
export type FeedbackBody = z.infer<typeof FeedbackBody>
export const FeedbackQuery = z.strictObject({ after: z.string().max(120).optional() })

export const UnitOnWire = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.enum(unitKinds),
    phone: z.string().nullable(),
    areaCodes: z.array(z.string()),
  })
  .meta({ id: 'Unit' })

export const PersonOnWire = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    role: z.enum(roles),
    unitId: z.string().nullable(),
    active: z.boolean(),
    version: z.int(),
    /** Only administrators are told; null for everybody else. */
    account: z.string().nullable(),
  })
  .meta({ id: 'Person' })

export const PeopleList = z.strictObject({ people: z.array(PersonOnWire), units: z.array(UnitOnWire) })
/** The first password is told once, to the administrator who asked for it; null when this was a resend. */
export const PersonAdded = z.strictObject({ person: PersonOnWire, firstPassword: z.string().nullable() })

const BoundsOnWire = z.strictObject({ west: z.number(), south: z.number(), east: z.number(), north: z.number() })

export const Me = z
  .strictObject({
    person: z.strictObject({
      id: z.string(),
      account: z.string(),
      name: z.string(),
      phone: z.string().nullable(),
      role: z.enum(roles),
    }),
    unit: UnitOnWire.nullable(),
    mustChangePassword: z.boolean(),
    sessionId: z.string(),
    /** A device that cannot ask goes by this: the session ends then, unless it is used before. */
    sessionEndsAt: z.string(),
    /** Seals what waits on this person's devices: 32 bytes in base64, the same for ever. */
    shelfKey: z.string(),
    county: z.strictObject({
      code: z.string(),
      name: z.string(),
      nameEn: z.string(),
      invented: z.boolean(),
      timeZone: z.string(),
      bounds: BoundsOnWire.nullable(),
      /** The county's calendar day at the moment of the answer. */
      today: z.string(),
    }),
  })
  .meta({ id: 'Me' })

export const SessionOnWire = z.strictObject({
  id: z.string(),
  device: z.string(),
  startedAt: z.string(),
  /** To the hour. */
  lastUsedAt: z.string(),
  endsAt: z.string(),
  current: z.boolean(),
})
export const SessionList = z.strictObject({ sessions: z.array(SessionOnWire) })

const Named = { code: z.string(), zh: z.string(), en: z.string() }

export const SettingsOnWire = z.strictObject({
  minorDays: z.number(),
  seriousDays: z.number(),
  majorDays: z.number(),
  majorInterimHours: z.number(),
  countedIn: z.enum(['calendar', 'working']),
  acceptWithinDays: z.number(),
  watchDays: z.number(),
  revisitAfterDays: z.array(z.number()),
  nearbyMetres: z.number(),
  segmentMetres: z.number(),
  remindBeforeDays: z.array(z.number()),
  remindAfterDays: z.array(z.number()),
  escalateAfterDays: z.number(),
  progressEveryDays: z.number(),
  relapseDays: z.number(),
  relapseMetres: z.number(),
  spotSharePercent: z.number(),
  checkRadiusMetres: z.number(),
  watermark: z.boolean(),
})

export const CountyOnWire = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    nameEn: z.string(),
    registerPrefix: z.string(),
    timeZone: z.string(),
    invented: z.boolean(),
    bounds: BoundsOnWire.nullable(),
    /** Counts the changes of settings and holidays. */
    version: z.int(),
    settings: SettingsOnWire,
    /** Of this year and those after it: days off and days worked that differ from Monday to Friday. */
    holidays: z.array(z.strictObject({ on: z.string(), kind: z.enum(['off', 'work']) })),
    codes: z.strictObject({
      hazard: z.array(z.strictObject({ ...Named, common: z.boolean() })),
      measure: z.array(z.strictObject({ ...Named, unit: z.string().nullable() })),
      source: z.array(z.strictObject(Named)),
    }),
    townships: z.array(z.strictObject({ code: z.string(), name: z.string(), aliases: z.array(z.string()) })),
    units: z.array(UnitOnWire),
    /** Who holds which zone's post today. */
    posts: z.array(
      z.strictObject({
        zoneId: z.string(),
        level: z.enum(chiefLevels),
        personId: z.string(),
        name: z.string(),
        phone: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'County' })

/** What the sign-in page may know before anybody has signed in. */
export const Door = z.strictObject({ code: z.string(), name: z.string(), nameEn: z.string(), invented: z.boolean() })

export const FeedbackTaken = z.strictObject({ id: z.string(), givenAt: z.string() })
export const FeedbackOnWire = z.strictObject({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  page: z.string(),
  words: z.string(),
  givenAt: z.string(),
})
export const FeedbackList = z.strictObject({ feedback: z.array(FeedbackOnWire), next: z.string().nullable() })
