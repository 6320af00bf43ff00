import { z } from 'zod'
import { inspectionOutcomes, junctionSources, roadClasses } from '../../db/vocabulary.ts'
import { inspectionAges } from '../domain/inspection-age.ts'
import { HazardLine } from '../hazards/answers.ts'
import { DayText, Id, InstantText, NeededWords, PlaceCode, stepFields, Words } from '../hazards/wire.ts'

/** What may be asked of the register of junctions, and what leaves. */

/** Found ones are named by their cell, entered ones by the phone that entered them. */
const JunctionId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/)
export const JunctionParam = z.strictObject({ id: JunctionId })
export const EnterParam = z.strictObject({ id: Id })
export const InspectionParam = z.strictObject({ id: JunctionId, inspectionId: Id })

const Yes = z.literal('yes')
const months = z.coerce.number().int().min(1).max(120).default(12)

export const junctionOrders = ['longest-ago', 'latest', 'name'] as const

/** The list's filter; its fields are the address bar's, and every figure of the coverage opens one. */
export const filterFields = {
  age: z.enum([...inspectionAges, 'due', 'looked-at']).optional(),
  route: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{1,15}$/)
    .optional(),
  place: PlaceCode.optional(),
  /** In no township. */
  placeless: Yes.optional(),
  class: z.enum([...roadClasses, 'none']).optional(),
  retired: Yes.optional(),
  /** Of a plan: all of its junctions, those looked at within its days, or those left. */
  plan: Id.optional(),
  looked: z.enum(['all', 'done', 'left']).optional(),
  q: Words(60).optional(),
}

export const JunctionQuery = z.strictObject({
  ...filterFields,
  months,
  order: z.enum(junctionOrders).default('longest-ago'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z
    .string()
    .max(300)
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional(),
})
export type JunctionQuery = z.infer<typeof JunctionQuery>
export const MonthsQuery = z.strictObject({ months })

const Text = z.string()
const Maybe = z.string().nullable()

const line = {
  id: Text,
  name: Text,
  longitude: z.number(),
  latitude: z.number(),
  townshipCode: Maybe,
  townshipName: Maybe,
  arms: z.int(),
  routeCodes: z.array(Text),
  roadClass: z.enum(roadClasses).nullable(),
  source: z.enum(junctionSources),
  active: z.boolean(),
  lastInspectedAt: Maybe,
  age: z.enum(inspectionAges),
}
export const JunctionLine = z.strictObject(line).meta({ id: 'JunctionLine' })
export type JunctionLine = z.infer<typeof JunctionLine>

export const JunctionPage = z.strictObject({
  asOf: Text,
  count: z.int(),
  junctions: z.array(JunctionLine),
  next: Maybe,
})

/** Looked at ever, and within the months asked about, of those in use. */
const Share = { all: z.int(), ever: z.int(), recent: z.int() }
export const CoverageLine = z.strictObject({ key: Maybe, name: Maybe, ...Share })
export type CoverageLine = z.infer<typeof CoverageLine>
export const Coverage = z
  .strictObject({
    asOf: Text,
    months: z.int(),
    ...Share,
    retired: z.int(),
    townships: z.array(CoverageLine),
    roadClasses: z.array(CoverageLine),
  })
  .meta({ id: 'JunctionCoverage' })
export type Coverage = z.infer<typeof Coverage>

export const Inspection = z.strictObject({
  id: Text,
  by: Maybe,
  unit: Maybe,
  inspectedAt: Text,
  inspectedOn: Text,
  receivedAt: Text,
  outcome: z.enum(inspectionOutcomes),
  /** Reported there that day and within the reader's scope. */
  hazardIds: z.array(Text),
  note: Text,
})
export type Inspection = z.infer<typeof Inspection>

export const JunctionWhole = z
  .strictObject({
    ...line,
    version: z.int(),
    placeCode: Text,
    placeName: Maybe,
    roadClasses: z.array(Text),
    madeAt: Text,
    retiredBecause: Maybe,
    retiredByHand: z.boolean(),
    inspections: z.array(Inspection),
    /** Within so many metres and the reader's scope, open ones first, then the newest. */
    hazardMetres: z.int(),
    hazards: z.array(z.strictObject({ hazard: HazardLine, metres: z.int(), open: z.boolean() })),
  })
  .meta({ id: 'Junction' })
export type JunctionWhole = z.infer<typeof JunctionWhole>

const crossings = z.enum(['meet', 'apart'])
export const FindQuery = z.strictObject({ crossings: crossings.default('meet') })

const findingCounts = {
  roads: z.int(),
  crossings,
  /** Nodes before merging, and how their lines meet there. */
  nodes: z.int(),
  shared: z.int(),
  touching: z.int(),
  crossing: z.int(),
  found: z.int(),
  fresh: z.int(),
  kept: z.int(),
  /** Known, put out of use because nothing was found there any more, and found again. */
  returning: z.int(),
  /** Found, but put out of use by hand: they stay so. */
  stayRetired: z.int(),
  /** Found earlier and not again: out of use, their inspections kept. */
  gone: z.int(),
  goneInspected: z.int(),
  /** Names the roads and the register this was worked out from. */
  fingerprint: Text,
}
/** Of a finding as the journal holds it. */
export const FindingCounts = z.object(findingCounts)
export const FindingReport = z
  .strictObject({
    ...findingCounts,
    examples: z.array(z.strictObject({ name: Text, arms: z.int(), longitude: z.number(), latitude: z.number() })),
  })
  .meta({ id: 'JunctionFinding' })
export type FindingReport = z.infer<typeof FindingReport>

export const TakeOver = z.strictObject({ ...stepFields, crossings, fingerprint: z.string().regex(/^[0-9a-f]{64}$/) })
export type TakeOver = z.infer<typeof TakeOver>

const Name = NeededWords(60)
export const EnterJunction = z.strictObject({
  name: Name,
  longitude: z.number(),
  latitude: z.number(),
  arms: z.int().min(3).max(12),
  deviceAt: InstantText.nullable().default(null),
})
export type EnterJunction = z.infer<typeof EnterJunction>
export const RenameJunction = z.strictObject({ ...stepFields, name: Name, because: NeededWords(200) })
export const WithReason = z.strictObject({ ...stepFields, because: NeededWords(200) })

export const InspectJunction = z.strictObject({
  outcome: z.enum(inspectionOutcomes),
  note: Words(500).default(''),
  /** When somebody stood there, by the device's clock; later than now counts as now. */
  inspectedAt: InstantText,
})
export type InspectJunction = z.infer<typeof InspectJunction>

export const JunctionPoints = z.strictObject({
  type: z.literal('FeatureCollection'),
  months: z.int(),
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      geometry: z.strictObject({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
      properties: z.strictObject({ id: Text, name: Text, arms: z.int(), age: z.enum(inspectionAges) }),
    }),
  ),
})
export type JunctionPoints = z.infer<typeof JunctionPoints>

const Codes = (longest: number) => z.array(z.string().min(1).max(longest)).max(60)
export const PlanParam = EnterParam
export const MakePlan = z.strictObject({
  name: Name,
  fromOn: DayText,
  untilOn: DayText,
  unitId: z.string().min(1).max(64),
  routeCodes: Codes(16).default([]),
  townshipCodes: Codes(9).default([]),
})
export type MakePlan = z.infer<typeof MakePlan>

export const Plan = z
  .strictObject({
    id: Text,
    name: Text,
    fromOn: Text,
    untilOn: Text,
    unit: Maybe,
    routeCodes: z.array(Text),
    townships: z.array(z.strictObject({ code: Text, name: Maybe })),
    madeAt: Text,
    endedAt: Maybe,
    endedBecause: Maybe,
    /** Junctions in use on its roads and in its townships, and how many somebody looked at within its days. */
    junctions: z.int(),
    inspected: z.int(),
  })
  .meta({ id: 'PatrolPlan' })
export type Plan = z.infer<typeof Plan>
export const Plans = z.strictObject({ asOf: Text, today: Text, plans: z.array(Plan) })
