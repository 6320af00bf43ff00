import { z } from 'zod'
import { NeededWords, PhotoTaken, stepFields, Words } from '../hazards/wire.ts'

export const VerifyTask = z.strictObject({ ...stepFields, remark: Words(500).default('') })
export const ReturnTask = z.strictObject({ ...stepFields, because: NeededWords(500) })
export const PassRevisit = z.strictObject({
  ...stepFields,
  remark: Words(500).default(''),
  photos: z.array(PhotoTaken).min(1).max(10),
})
export const FailRevisit = z.strictObject({
  ...stepFields,
  because: NeededWords(500),
  photos: z.array(PhotoTaken).min(1).max(10),
})
