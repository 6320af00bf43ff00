import { z } from 'zod'
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
