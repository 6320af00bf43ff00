import { type Day, daysBetween, type Instant } from '../../server/domain/county-calendar.ts'
import { metresBetween } from '../../server/domain/distance.ts'
import { metresFromDrawing } from '../../server/domain/metres-from-drawing.ts'
import type { HazardWhole, PhotoView, TaskView } from '../../server/hazards/answers.ts'
import { cameraTimeMs } from '../photos/camera-time.ts'

/** The photo by which the state before the cure is told: the first of the scene. */
export const beforePhotos = ({ photos }: Pick<HazardWhole, 'photos'>): readonly PhotoView[] =>
  photos.filter(({ role }) => role === 'scene')

/** What came with the latest submission of a task: those of a returned one stay in the gallery. */
export const afterPhotos = ({ photos }: Pick<HazardWhole, 'photos'>, taskId: string): readonly PhotoView[] => {
  const after = photos.filter((photo) => photo.role === 'after' && photo.taskId === taskId)
  const latest = after.reduce((last, { attachedAt }) => (attachedAt > last ? attachedAt : last), '')
  return after.filter(({ attachedAt }) => attachedAt === latest)
}

/** The pair that shows the cure best: the scene and the newest after photo of any task. Null while there is none. */
export const showPair = (hazard: {
  readonly photos: HazardWhole['photos']
  readonly tasks: readonly Pick<TaskView, 'id'>[]
}): { before: PhotoView; after: PhotoView } | null => {
  const [before] = beforePhotos(hazard)
  const newest = hazard.tasks
    .flatMap(({ id }) => afterPhotos(hazard, id))
    .sort((a, b) => b.attachedAt.localeCompare(a.attachedAt))[0]
  return before && newest ? { before, after: newest } : null
}

/** Whole metres between a photo's own position record and the hazard; null where either has none. */
export const metresFromHazard = (photo: PhotoView, hazard: PlacedHazard): number | null => {
  if (photo.position === null || hazard.position === null) return null
  const stood = [photo.position.longitude, photo.position.latitude] as const
  const { longitude, latitude } = hazard.position
  const metres = hazard.drawn
    ? metresFromDrawing(hazard.drawn.geometry, stood)
    : metresBetween(stood, [longitude, latitude])
  return Math.round(metres)
}

/** Of what is more than a point the nearest part counts. */
type PlacedHazard = Pick<HazardWhole, 'position'> & Partial<Pick<HazardWhole, 'drawn'>>

const minuteMs = 60_000
/** Phones and cameras are minutes apart by nature; more is worth saying. */
const clockSlackMinutes = 10

/** Minutes between the device's record and the camera's own time in the file, where they are worth saying. */
export const clockDifference = (photo: Pick<PhotoView, 'capturedAt' | 'exif'>, zone: string): number | null => {
  if (photo.exif.takenAt === null) return null
  const minutes = Math.round(Math.abs(cameraTimeMs(photo.exif.takenAt, zone) - Date.parse(photo.capturedAt)) / minuteMs)
  return minutes > clockSlackMinutes ? minutes : null
}

/** A clock of five minutes off is nothing; a photo that came an hour later was not sent on the spot. */
const clockOffMs = 5 * minuteMs
const lateAfterMs = 60 * minuteMs

/** Minutes by which the phone's clock was off when it was measured; null where that is not worth saying. */
export const clockOffMinutes = ({ clockOffsetMs }: { readonly clockOffsetMs: number | null }): number | null =>
  clockOffsetMs !== null && Math.abs(clockOffsetMs) > clockOffMs ? Math.round(Math.abs(clockOffsetMs) / minuteMs) : null

/** The server got it more than an hour after the shutter: kept on the phone and sent later. */
export const cameLate = ({ capturedAt, receivedAt }: { capturedAt: string; receivedAt: string }): boolean =>
  Date.parse(receivedAt) - Date.parse(capturedAt) > lateAfterMs

/** Taken after the server had it: the phone's clock was ahead, and nobody measured it before it was set right. */
export const clockDoubtful = ({ capturedAt, receivedAt }: { capturedAt: string; receivedAt: string }): boolean =>
  Date.parse(capturedAt) - Date.parse(receivedAt) > clockOffMs

/** Only the phone's own copy is here yet. */
export const isCopyOnly = ({ sha256, copySha256 }: Pick<PhotoView, 'sha256' | 'copySha256'>): boolean =>
  sha256 === copySha256

/** Days from assigning a task to the shutter; negative when the photo is older than the task. */
export const daysAfterAssigning = (
  photo: Pick<PhotoView, 'capturedAt'>,
  task: Pick<TaskView, 'assignedAt'>,
  dayOf: (at: Instant) => Day,
): number => {
  if (photo.capturedAt < task.assignedAt) return -1
  return daysBetween(dayOf(task.assignedAt), dayOf(photo.capturedAt))
}

export const cameraOf = ({ exif }: PhotoView): string => {
  const [make, model] = [exif.make?.trim() ?? '', exif.model?.trim() ?? '']
  // many makers write their name into the model as well
  return model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`.trim()
}
