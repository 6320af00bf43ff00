import { z } from 'zod'
import { leadSources, photoTakers, positionSources, severities } from '../../db/vocabulary.ts'
import { Extent } from './extent-wire.ts'

/** What a client may send. Unknown fields are refused, so nobody sets a stage or a version by the back door. */

export const Id = z.uuid()
/** Within the years that can be reckoned with: a day more must still have four figures. */
const sensibleYear = /^(19|2\d)\d\d-/
export const InstantText = z.iso.datetime({ precision: 3 }).regex(sensibleYear)
export const DayText = z.iso.date().regex(sensibleYear)
export const PlaceCode = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Written by people: trimmed, and never a control character but the line break. */
export const Words = (longest: number) =>
  z
    .string()
    .max(longest)
    .trim()
    .refine((text) => !/[^\P{Cc}\n]/u.test(text), 'control characters')
export const NeededWords = (longest: number) => Words(longest).min(1)

/** A position as measured, with where it came from; WGS-84 degrees. Plausibility is the domain's to judge. */
export const Position = z.strictObject({
  longitude: z.number(),
  latitude: z.number(),
  accuracyMetres: z.number().min(0).max(1_000_000).nullable(),
  source: z.enum(positionSources),
  at: InstantText,
})
export type Position = z.infer<typeof Position>

/** A century and more, for a phone that begins at 1970; what is beyond cannot be reckoned with. */
const mostClockOffsetMs = 4e12
const ClockOffset = z.int().min(-mostClockOffsetMs).max(mostClockOffsetMs)

/** A photo as part of an act: its bytes were sent before, or follow where the act lets them. */
export const PhotoTaken = z.strictObject({
  id: Id,
  sha256: Sha256,
  /** Of the copy of 1600 pixels that the phone made; it may come long before the original. */
  copySha256: Sha256.nullable().default(null),
  /** By the device's clock, put right by the offset below. */
  capturedAt: InstantText,
  /** How far the server's clock was measured to be ahead of the device's; null where it was not measured. */
  clockOffsetMs: ClockOffset.nullable().default(null),
  takenWith: z.enum(photoTakers).nullable().default(null),
  position: Position.nullable(),
})
export type PhotoTaken = z.infer<typeof PhotoTaken>
export type PhotoTakenBody = z.input<typeof PhotoTaken>

const Photos = z.array(PhotoTaken).max(30)
const Code = z.string().regex(/^[A-Z]\d{2}$/)

export const HazardParam = z.strictObject({ id: Id })
export const AwaitedPhotoParam = z.strictObject({ id: Id, photoId: Id })

export const ReportHazard = z.strictObject({
  code: Code,
  source: z.enum(leadSources),
  description: Words(2000).default(''),
  spot: Words(200).default(''),
  position: Position.nullable(),
  /** A stretch or an area; it then says where the hazard lies, and `position` only where its author stood. */
  extent: Extent.nullable().default(null),
  /** Picked by hand where there is no fix: a township or village. A position of source `place` beside it is its point. */
  placeCode: PlaceCode.nullable().default(null),
  capturedAt: InstantText,
  photos: Photos,
  /** A squad on the spot has photographed all there is: the scene needs no second visit. */
  sceneComplete: z.boolean().default(false),
  /** The record goes ahead of its photos: those that are not here yet are promised. */
  photosFollow: z.boolean().default(false),
  /** When the device first sent it, by its own clock and offset; between shutter and receipt. */
  sentAt: InstantText.nullable().default(null),
  /** As measured when it was sent; null where it was not. */
  clockOffsetMs: ClockOffset.nullable().default(null),
  /** The author, where somebody else carries in what a phone could not send. */
  onBehalfOf: z.string().min(1).max(64).nullable().default(null),
})
export type ReportHazard = z.infer<typeof ReportHazard>
export type ReportHazardBody = z.input<typeof ReportHazard>

/** Every step names itself, so that a resend is known as the same step. */
export const stepFields = { actId: Id, deviceAt: InstantText.nullable().default(null) }

export const DispatchTeam = z.strictObject({ ...stepFields, unitId: z.string().min(1).max(64) })
export const AddScenePhotos = z.strictObject({
  ...stepFields,
  photos: Photos.min(1),
  /** A better fix taken with these photos replaces the hazard's position; the old one stays in the journal. */
  position: Position.nullable().default(null),
  /** Drawn anew; null makes a point of it again, at the position it has or is given. Left out, nothing changes. */
  extent: Extent.nullable().optional(),
})
export const CompleteScene = z.strictObject({ ...stepFields })
export const WithReason = z.strictObject({ ...stepFields, because: NeededWords(500) })
export const MergeHazard = z.strictObject({ ...stepFields, intoId: Id, because: NeededWords(500) })
/** To a unit of this county, or to another county by its name: one of the two. */
export const TransferHazard = z
  .strictObject({
    ...stepFields,
    toUnitId: z.string().min(1).max(64).nullable(),
    toCounty: NeededWords(100).nullable(),
    because: NeededWords(500),
  })
  .refine(({ toUnitId, toCounty }) => (toUnitId === null) !== (toCounty === null), { path: ['toUnitId'] })
/** For another county's answer: the number and day of its letter. */
export const AnswerTransfer = z.strictObject({ ...stepFields, because: Words(500).default('') })
export const NearbyQuery = z.strictObject({ metres: z.coerce.number().int().min(10).max(2000).default(200) })
export const Comment = z.strictObject({ ...stepFields, words: NeededWords(1000) })

export const PlannedMeasure = z.strictObject({
  measure: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  quantity: z.number().positive().max(1_000_000).nullable(),
})

export const NewTask = z.strictObject({
  id: Id,
  unitId: z.string().min(1).max(64),
  personId: z.string().min(1).max(64).nullable().default(null),
  demand: Words(1000).default(''),
  measures: z.array(PlannedMeasure).max(20),
  /** Only to set an earlier or later day than the county's rule gives. */
  dueOn: DayText.nullable().default(null),
})

const UnitNamed = z.string().min(1).max(64)

export const RegisterHazard = z.strictObject({
  ...stepFields,
  code: Code,
  otherCodes: z.array(Code).max(8).default([]),
  severity: z.enum(severities),
  sameDay: z.boolean().default(false),
  description: NeededWords(2000),
  spot: Words(200).default(''),
  /** Drawn anew by the reviewer; null makes a point of it again. Left out, nothing changes. */
  extent: Extent.nullable().optional(),
  /** Three responsibilities (属地 / 主管 / 整改); what is left out follows from the county's responsibility matrix. */
  localUnitId: UnitNamed.nullable().optional(),
  sectorUnitId: UnitNamed.nullable().optional(),
  cureUnitId: UnitNamed.nullable().optional(),
  tasks: z.array(NewTask).min(1).max(10),
})
export type RegisterHazard = z.infer<typeof RegisterHazard>

export type StepBody = { actId: string; deviceAt: string | null }
