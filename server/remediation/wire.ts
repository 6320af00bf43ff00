import { z } from 'zod'
import { supervisionLevels } from '../../db/vocabulary.ts'
import { DayText, Id, NeededWords, PhotoTaken, stepFields, Words } from '../hazards/wire.ts'

const unitId = z.string().min(1).max(64)

export const TaskParam = z.strictObject({ id: Id, taskId: Id })

export const AcceptTask = z.strictObject({ ...stepFields })
export const RefuseTask = z.strictObject({ ...stepFields, because: NeededWords(500), ownerUnitId: unitId })
export const ReassignTask = z.strictObject({
  ...stepFields,
  unitId,
  personId: z.string().min(1).max(64).nullable().default(null),
  because: NeededWords(500),
  dueOn: DayText.nullable().default(null),
})
export const StartTask = z.strictObject({ ...stepFields })
export const ControlInterim = z.strictObject({
  ...stepFields,
  remark: NeededWords(500),
  photos: z.array(PhotoTaken).max(10),
})
export const PlanTask = z.strictObject({
  ...stepFields,
  year: z.number().int().min(2000).max(2100),
  because: NeededWords(500),
})
export const ResumeTask = z.strictObject({ ...stepFields })
export const SubmitTask = z.strictObject({
  ...stepFields,
  photos: z.array(PhotoTaken).max(20),
  measures: z
    .array(
      z.strictObject({
        measure: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
        installedQuantity: z.number().positive().max(1_000_000).nullable(),
        struckBecause: Words(300).nullable(),
      }),
    )
    .max(30),
  remark: Words(1000).default(''),
  costYuan: z.number().min(0).max(1e10).nullable().default(null),
})
export type SubmitTask = z.infer<typeof SubmitTask>

export const AskExtension = z.strictObject({ ...stepFields, dueOn: DayText, because: NeededWords(500) })
/** The day granted may be earlier than the one asked for. */
export const GrantExtension = z.strictObject({ ...stepFields, dueOn: DayText, because: Words(500).default('') })
export const RefuseExtension = z.strictObject({ ...stepFields, because: NeededWords(500) })

export const Supervise = z.strictObject({
  ...stepFields,
  level: z.enum(supervisionLevels),
  supervisorId: z.string().min(1).max(64),
  /** Progress is owed every so many days; left out, as the county has it. */
  everyDays: z.number().int().min(1).max(90).nullable().default(null),
  because: NeededWords(500),
})
export const ReportProgress = z.strictObject({ ...stepFields, words: NeededWords(1000) })
