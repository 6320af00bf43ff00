import type { PhotoTakenBody, Position, ReportHazardBody } from '../../server/hazards/wire.ts'
import type { FieldPosition, FieldReportFacts } from './entry.ts'
import { type Frozen, type KeptEntry, type PhotoFacts, photosOf, progressOf } from './kept.ts'

/** The device's clock at the moment of sealing, and how far the server's was then measured to be ahead of it. */
export interface Clock {
  readonly nowMs: number
  readonly offsetMs: number | null
}

const instant = (deviceMs: number, offsetMs: number | null): string =>
  new Date(deviceMs + (offsetMs ?? 0)).toISOString()

const positionAt = (position: FieldPosition | null, offsetMs: number | null): Position | null => {
  if (position === null) return null
  const { longitude, latitude, accuracyMetres, source, atMs } = position
  return { longitude, latitude, accuracyMetres, source, at: instant(atMs, offsetMs) }
}

const reportBody = (
  what: FieldReportFacts,
  photos: PhotoTakenBody[],
  taken: number | null,
  { nowMs, offsetMs }: Clock,
): ReportHazardBody => ({
  code: what.code,
  source: what.source,
  description: what.description,
  spot: what.spot,
  position: positionAt(what.position, taken),
  ...(what.extent != null && { extent: what.extent }),
  placeCode: what.placeCode,
  capturedAt: instant(what.takenAtMs, taken),
  photos,
  sceneComplete: what.sceneComplete,
  photosFollow: true,
  sentAt: instant(nowMs, offsetMs),
  // that by which its own times were put right, as with its photos
  clockOffsetMs: taken,
  ...(what.onBehalfOf !== undefined && { onBehalfOf: what.onBehalfOf }),
})

/**
 * The request of an entry as it is sent from now on, every time the same: its times put right by the offset known
 * when it was kept, since the clock may have been set meanwhile, else by the one measured now.
 */
export const sealEntry = (entry: KeptEntry, clock: Clock): Frozen => {
  const { id, facts, progress } = entry
  const taken = facts.offsetAtKeepMs ?? clock.offsetMs
  const asTaken = (photo: PhotoFacts): PhotoTakenBody => {
    const { copy } = progressOf(progress, photo.id)
    return {
      id: photo.id,
      sha256: photo.sha256,
      copySha256: typeof copy === 'string' ? null : copy.sha256,
      capturedAt: instant(photo.takenAtMs, taken),
      clockOffsetMs: taken,
      takenWith: photo.takenWith,
      position: positionAt(photo.position, taken),
    }
  }
  const photos = photosOf(entry).map(asTaken)
  const { what } = facts
  if (what.kind === 'report')
    return {
      method: 'PUT',
      path: `/api/hazards/${what.hazardId}`,
      body: JSON.stringify(reportBody(what, photos, taken, clock)),
      sentAtMs: clock.nowMs,
    }
  const step = { ...what.body, actId: id, deviceAt: instant(what.takenAtMs, taken) }
  const body = facts.hasPhotos ? { ...step, photos } : step
  return { method: 'POST', path: what.path, body: JSON.stringify(body), sentAtMs: clock.nowMs }
}
