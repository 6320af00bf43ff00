import { z } from 'zod'
import { eventKinds } from '../../db/event-kinds.ts'
import {
  chiefLevels,
  colours,
  extensionOutcomes,
  leadSources,
  moves,
  photoRoles,
  photoTakers,
  positionSources,
  revisitKinds,
  revisitOutcomes,
  roadClasses,
  roles,
  setAsides,
  severities,
  stages,
  supervisionLevels,
  taskStates,
} from '../../db/vocabulary.ts'
import { type Reason, reasonWords } from '../domain/reasons.ts'
import { ExtentDrawn, ExtentMeasure } from './extent-wire.ts'

/** What may leave about a hazard: the shape of every answer, from which the OpenAPI document is made too. */

const Text = z.string()
const Maybe = z.string().nullable()
const PersonName = z.strictObject({ id: Text, name: Text, unitName: Maybe }).nullable()
const UnitName = z.strictObject({ id: Text, name: Text }).nullable()
const Measured = z
  .strictObject({
    longitude: z.number(),
    latitude: z.number(),
    accuracyMetres: z.number().nullable(),
    source: z.enum(positionSources).nullable(),
    at: Maybe,
  })
  .nullable()

const reasons = Object.keys(reasonWords) as [Reason, ...Reason[]]

const line = {
  id: Text,
  version: z.int(),
  shortCode: Text,
  registerNumber: Maybe,
  stage: z.enum(stages),
  setAside: z.enum(setAsides).nullable(),
  severity: z.enum(severities).nullable(),
  colour: z.enum(colours).nullable(),
  source: z.enum(leadSources),
  code: Text,
  description: Text,
  spot: Text,
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  placeCode: Text,
  townshipName: Maybe,
  villageName: Maybe,
  outsideCounty: z.boolean(),
  routeCode: Maybe,
  roadClass: z.enum(roadClasses).nullable(),
  chainageMetres: z.int().nullable(),
  /** A stretch or an area in figures; null for a point. */
  extent: ExtentMeasure.nullable(),
  reportedAt: Text,
  registeredAt: Maybe,
  dueOn: Maybe,
  daysOverdue: z.int(),
  clearedAt: Maybe,
  timesReopened: z.int(),
  photoSha256: Maybe,
}

export const HazardLine = z.strictObject(line).meta({ id: 'HazardLine' })
export type HazardLine = z.infer<typeof HazardLine>

export const TaskView = z
  .strictObject({
    id: Text,
    state: z.enum(taskStates),
    unit: UnitName,
    person: PersonName,
    demand: Text,
    firstDueOn: Text,
    dueOn: Text,
    assignedAt: Text,
    acceptedAt: Maybe,
    startedAt: Maybe,
    interimAt: Maybe,
    interimRemark: Maybe,
    plannedYear: z.int().nullable(),
    plannedBecause: Maybe,
    refusedBecause: Maybe,
    refusedOwner: UnitName,
    submittedAt: Maybe,
    submittedBy: PersonName,
    submitRemark: Maybe,
    costYuan: z.number().nullable(),
    returnedBecause: Maybe,
    timesReturned: z.int(),
    verifiedAt: Maybe,
    verifiedBy: PersonName,
    /** All that was ever asked for, in the order of asking; `waiting` on the one that still waits for its answer. */
    extensions: z.array(
      z.strictObject({
        id: Text,
        because: Text,
        fromDueOn: Text,
        askedDueOn: Text,
        askedAt: Text,
        askedBy: PersonName,
        waiting: z.boolean(),
        outcome: z.enum(extensionOutcomes).nullable(),
        grantedDueOn: Maybe,
        decidedAt: Maybe,
        decidedBy: PersonName,
        decidedBecause: Maybe,
      }),
    ),
    measures: z.array(
      z.strictObject({
        measure: Text,
        plannedQuantity: z.number().nullable(),
        installedQuantity: z.number().nullable(),
        struckBecause: Maybe,
      }),
    ),
  })
  .meta({ id: 'Task' })
export type TaskView = z.infer<typeof TaskView>

export const PhotoView = z
  .strictObject({
    id: Text,
    sha256: Text,
    role: z.enum(photoRoles),
    taskId: Maybe,
    takenBy: PersonName,
    capturedAt: Text,
    /** How far the server's clock was ahead of the phone's; capturedAt is put right by it. Null: not measured. */
    clockOffsetMs: z.int().nullable(),
    takenWith: z.enum(photoTakers).nullable(),
    /** The copy of 1600 pixels that stood here first, null for none; equal to sha256 while the original is awaited. */
    copySha256: Maybe,
    /** The original came and shows something else than the copy, which goes on standing for it. */
    originalUnlike: z.literal(true).optional(),
    /** The original could not be received, and whoever took it said so: the copy stands for it. */
    originalGivenUp: z.literal(true).optional(),
    attachedAt: Text,
    position: Measured,
    exif: z.strictObject({
      takenAt: Maybe,
      longitude: z.number().nullable(),
      latitude: z.number().nullable(),
      make: Maybe,
      model: Maybe,
    }),
    widthPixels: z.int(),
    heightPixels: z.int(),
    bytes: z.int(),
    /** The merged hazard it came with; null for its own. */
    fromHazardId: Maybe,
  })
  .meta({ id: 'HazardPhoto' })
export type PhotoView = z.infer<typeof PhotoView>

export const MoveView = z
  .strictObject({
    move: z.enum(moves),
    taskId: Maybe,
    ok: z.boolean(),
    because: z.enum(reasons).nullable(),
    who: z.array(z.enum(roles)),
  })
  .meta({ id: 'Move' })
export type MoveView = z.infer<typeof MoveView>

export const EntryView = z
  .strictObject({
    seq: z.int(),
    at: Text,
    kind: z.enum(eventKinds),
    actor: PersonName,
    body: z.record(z.string(), z.unknown()),
    /** The merged hazard it came with; null for its own. */
    fromHazardId: Maybe,
  })
  .meta({ id: 'JournalEntry' })
export type EntryView = z.infer<typeof EntryView>

const HazardName = z.strictObject({ id: Text, shortCode: Text, registerNumber: Maybe })
export type HazardName = z.infer<typeof HazardName>

const Supervision = z.strictObject({
  level: z.enum(supervisionLevels),
  supervisor: PersonName,
  /** Empty where the county's rule put it under supervision. */
  because: Text,
  everyDays: z.int(),
  progressDueOn: Text,
  startedAt: Text,
  startedBy: PersonName,
})

const Transfer = z.strictObject({
  toUnit: UnitName,
  toCounty: Maybe,
  because: Text,
  askedAt: Text,
  askedBy: PersonName,
})

export const HazardWhole = z
  .strictObject({
    ...line,
    otherCodes: z.array(Text),
    position: Measured,
    /** The drawing of its extent with the zones it touches; null for a point. */
    drawn: ExtentDrawn.nullable(),
    zoneId: Maybe,
    chiefs: z.array(z.strictObject({ id: Text, name: Text, phone: Maybe, level: z.enum(chiefLevels), zoneName: Text })),
    reportedBy: PersonName,
    capturedAt: Text,
    /** When the phone first sent the report, and how far the server's clock was then ahead of the phone's. */
    sentAt: Maybe,
    clockOffsetMs: z.int().nullable(),
    team: UnitName,
    /** 属地 / 主管 / 整改; each task names its own unit beside. */
    responsibility: z.strictObject({ local: UnitName, sector: UnitName, cure: UnitName }),
    dispatchedAt: Maybe,
    sceneCompletedAt: Maybe,
    severitySetBy: PersonName,
    firstDueOn: Maybe,
    clearedBy: PersonName,
    watchUntilOn: Maybe,
    photos: z.array(PhotoView),
    /** Promised photos of which nothing is here yet, neither copy nor original. */
    photosAwaited: z.int(),
    /** Photos that stand here as their copy, their original still on the phone. */
    originalsAwaited: z.int(),
    tasks: z.array(TaskView),
    revisits: z.array(
      z.strictObject({
        id: Text,
        dueOn: Text,
        outcome: z.enum(revisitOutcomes).nullable(),
        doneAt: Maybe,
        doneBy: PersonName,
        remark: Maybe,
        droppedAt: Maybe,
        kind: z.enum(revisitKinds),
        /** Who was sent; null means the team that found it. */
        unit: UnitName,
      }),
    ),
    sameDay: z.boolean(),
    /** Supervised handling in force. */
    supervision: Supervision.nullable(),
    /** A transfer that waits for its answer. */
    transfer: Transfer.nullable(),
    /** The county that took it, while it is set aside as transferred. */
    transferredTo: Maybe,
    /** What was merged into this one, also by way of another; oldest report first. */
    merged: z.array(HazardName.extend({ reportedAt: Text })),
    /** The survivor, while this one is set aside as merged. */
    mergedInto: HazardName.nullable(),
    /** Cleared here not long before this one was found. */
    relapseOf: HazardName.nullable(),
    /** Found here not long after this one was cleared. */
    relapses: z.array(HazardName.extend({ reportedAt: Text })),
    relapsedAt: Maybe,
    moves: z.array(MoveView),
    timeline: z.array(EntryView),
  })
  .meta({ id: 'Hazard' })
export type HazardWhole = z.infer<typeof HazardWhole>

export const NearbyHazards = z
  .strictObject({ hazards: z.array(HazardLine.extend({ metres: z.int() })) })
  .meta({ id: 'NearbyHazards' })
export type NearbyHazards = z.infer<typeof NearbyHazards>
