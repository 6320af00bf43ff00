import type { CheckVerdict } from '../../db/vocabulary.ts'
import type { CheckedPhoto, Submission } from './clearance-checks.ts'
import { addHours, type Instant, startOfDay } from './county-calendar.ts'
import { worstOf } from './worst-of.ts'

/** Clocks of phones and cameras are minutes apart by nature. */
const clockSlackSeconds = 300

export type TimeDoubt = 'before-assigned' | 'exif-before-assigned' | 'in-the-future'

/**
 * The instant a camera wrote, by its own offset or else the county's zone; null for what is no time. A time the
 * county's clocks skipped or struck twice may be an hour off.
 */
export const cameraInstant = (takenAt: string, zone: string): Instant | null => {
  const [, on, hours, minutes, seconds, offset] =
    /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(Z|[+-]\d\d:\d\d)?$/.exec(takenAt) ?? []
  if (on === undefined) return null
  try {
    if (offset !== undefined) return new Date(`${on}T${hours}:${minutes}:${seconds}${offset}`).toISOString()
    return addHours(startOfDay(on, zone), Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600)
  } catch {
    return null
  }
}

const secondsBetween = (from: Instant, to: Instant): number => Math.round((Date.parse(to) - Date.parse(from)) / 1000)

/**
 * Was each photo taken after the task was assigned? At the very instant counts as after. What the camera wrote is the
 * second witness: it can raise a doubt, within five minutes of slack, and never settles one. A phone that sends from
 * the future has a clock ahead of the server's: its capture times are taken back by as much.
 * An offset that the phone measured is already in its times; one of more than five minutes is told as evidence.
 * A cure on the spot is measured by the same phone's photo of before: whatever is wrong with its clock is in both.
 */
export const takenAfterAssignment = (given: Omit<Submission, 'measures' | 'place' | 'radiusMetres'>) => {
  const { since, sinceReopened, sinceScene, receivedAt, deviceAt, timeZone } = given
  const gap = deviceAt === null ? 0 : secondsBetween(receivedAt, deviceAt)
  const clockAheadSeconds = gap > clockSlackSeconds ? gap : 0
  const judge = ({ photoId, capturedAt, clockOffsetMs, takenWith, exif }: CheckedPhoto) => {
    const offset = Math.abs(clockOffsetMs ?? 0) > clockSlackSeconds * 1000 ? (clockOffsetMs ?? 0) : 0
    const takenAt = clockAheadSeconds > 0 ? addHours(capturedAt, -clockAheadSeconds / 3600) : capturedAt
    const exifAt = exif.takenAt === null ? null : cameraInstant(exif.takenAt, timeZone)
    // the phone's own camera writes the phone's own time into the file
    const inFile = takenWith === 'file' ? offset / 1000 : 0
    const because: TimeDoubt | null =
      (sinceScene ? capturedAt : takenAt) < since
        ? 'before-assigned'
        : exifAt !== null && secondsBetween(exifAt, since) - inFile > clockSlackSeconds
          ? 'exif-before-assigned'
          : secondsBetween(receivedAt, takenAt) > clockSlackSeconds
            ? 'in-the-future'
            : null
    const verdict: CheckVerdict = because === null ? 'pass' : because === 'in-the-future' ? 'cannot-tell' : 'doubt'
    return { photoId, verdict, because, takenAt, exifAt, clockOffsetMs: offset === 0 ? null : offset }
  }
  const photos = given.photos.map(judge)
  return {
    check: 'taken-after-assignment' as const,
    verdict: worstOf(photos.map(({ verdict }) => verdict)),
    evidence: { since, sinceReopened, sinceScene, clockAheadSeconds, photos },
  }
}
