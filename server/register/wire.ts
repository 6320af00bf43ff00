import { z } from 'zod'
import { colours, leadSources, moves, severities, stages } from '../../db/vocabulary.ts'
import { HazardLine } from '../hazards/answers.ts'
import { DayText, PlaceCode, Words } from '../hazards/wire.ts'

/** A comma-separated choice of words, as it stands in the address bar: `stage=camera,register`. */
const someOf = <const W extends readonly [string, ...string[]]>(words: W) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(words)).min(1).max(words.length))

const Yes = z.literal('yes')

/** Hazards named one by one; more would not fit into an address that every proxy lets through. */
export const mostAmong = 200

/** One filter for the table, the map and every figure; its fields are the address bar's. */
export const filterFields = {
  stage: someOf(stages).optional(),
  severity: someOf(severities).optional(),
  /** The warning colour of today; blue is cleared and still watched. */
  colour: someOf(colours).optional(),
  source: someOf(leadSources).optional(),
  /** A code or its beginning: `A` is the whole group. */
  code: z
    .string()
    .regex(/^[A-Z]\d{0,2}$/)
    .optional(),
  place: PlaceCode.optional(),
  /** A zone, or `none` for what falls into nobody's. */
  zone: z.string().min(1).max(64).optional(),
  /** A person: whatever lies in the zones whose chief they are today, and below them. */
  chief: z.string().min(1).max(64).optional(),
  unit: z.string().min(1).max(64).optional(),
  /** Has a register number. */
  registered: Yes.optional(),
  unregistered: Yes.optional(),
  /** On the register, due to be cured, neither cleared nor budgeted for later. */
  open: Yes.optional(),
  overdue: Yes.optional(),
  planned: Yes.optional(),
  reopened: Yes.optional(),
  /** Cleared, and found so again by a revisit. */
  revisited: Yes.optional(),
  /** On the register, under supervision. */
  supervised: Yes.optional(),
  /** Under supervision, and its next progress entry is due today or overdue. */
  'progress-owed': Yes.optional(),
  /** A later deadline was granted on one of its tasks. */
  extended: Yes.optional(),
  /** Cleared by the last first deadline of its tasks, which has passed; or by the last one in force. */
  'on-time': Yes.optional(),
  'on-time-in-force': Yes.optional(),
  /** Came back within the county's days of having been cleared. */
  relapsed: Yes.optional(),
  outside: Yes.optional(),
  /** What is off the path (void, merged, transferred) is left out unless asked for. */
  void: Yes.optional(),
  /** Days of registering, in the county's zone, both included. */
  from: DayText.optional(),
  until: DayText.optional(),
  /** Days of reporting, in the county's zone, both included. */
  'reported-from': DayText.optional(),
  'reported-until': DayText.optional(),
  /** These hazards and no others, by their ids with commas between. */
  among: z
    .string()
    .regex(/^[\w:.-]{1,64}(,[\w:.-]{1,64})*$/)
    .transform((text) => text.split(','))
    .pipe(z.array(z.string()).max(mostAmong))
    .optional(),
  q: Words(60).optional(),
}

export const RegisterFilter = z.strictObject(filterFields)
export type RegisterFilter = z.infer<typeof RegisterFilter>

export const registerOrders = ['newest', 'due', 'number'] as const

export const RegisterQuery = z.strictObject({
  ...filterFields,
  order: z.enum(registerOrders).default('newest'),
  limit: z.coerce.number().int().min(1).max(100).default(40),
  /** Where the page before ended; from `next` of its answer. */
  after: z
    .string()
    .max(200)
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional(),
})
export type RegisterQuery = z.infer<typeof RegisterQuery>

export const Waiting = z
  .strictObject({
    asOf: z.string(),
    today: z.string(),
    items: z.array(
      z.strictObject({
        hazard: HazardLine,
        /** The step that is mine to take next; null where there is only something to know. */
        wants: z.enum(moves).nullable(),
        taskId: z.string().nullable(),
        demand: z.string(),
        dueOn: z.string().nullable(),
        because: z.string().nullable(),
      }),
    ),
    /** How many more wait behind those shown. */
    more: z.int(),
  })
  .meta({ id: 'Waiting' })
export type Waiting = z.infer<typeof Waiting>

/** Whatever was ever reported within so many metres of a position. */
export const PlaceYearsQuery = z.strictObject({
  lng: z.coerce.number().min(-180).max(180),
  lat: z.coerce.number().min(-85).max(85),
  metres: z.coerce.number().int().min(10).max(500).default(50),
})
export type PlaceYearsQuery = z.infer<typeof PlaceYearsQuery>

export const PlaceYears = z
  .strictObject({
    asOf: z.string(),
    /** The first reported on top; void, merged and transferred ones are left out. */
    hazards: z.array(
      z.strictObject({
        hazard: HazardLine,
        metres: z.int(),
        /** The newest photo of the cure; the scene is the line's own. */
        afterSha256: z.string().nullable(),
        /** It is the coming back of one that had been cleared here. */
        relapse: z.boolean(),
      }),
    ),
    /** How many earlier ones are left out. */
    more: z.int(),
  })
  .meta({ id: 'PlaceYears' })
export type PlaceYears = z.infer<typeof PlaceYears>

export const RegisterPage = z
  .strictObject({
    asOf: z.string(),
    count: z.int(),
    hazards: z.array(HazardLine),
    next: z.string().nullable(),
  })
  .meta({ id: 'RegisterPage' })
