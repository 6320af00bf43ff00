import { z } from 'zod'
import { Id } from '../hazards/wire.ts'

export const SharedPhotoParam = z.strictObject({ id: Id, photoId: Id })
