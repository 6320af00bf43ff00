import type { LeadSource } from '../../db/vocabulary.ts'
import type { FieldPosition, FieldReport } from '../outbox/entry.ts'
import type { Group } from './arrangement.ts'
import { placeOf, type SetPhoto } from './card-photo.ts'

export type GroupMissing = 'category' | 'words' | 'place' | 'future' | 'too-many'

const clockSlackMs = 60_000
const mostPhotos = 30

/** What still stands between a hazard-to-be and the outbox; null when it is ready. */
export const missingFromGroup = (group: Group, photos: readonly SetPhoto[], nowMs: number): GroupMissing | null => {
  if (photos.length > mostPhotos) return 'too-many'
  const { position, placeCode } = placeOf(photos)
  if (position === null && placeCode === null) return 'place'
  if (photos.some(({ atMs }) => atMs > nowMs + clockSlackMs)) return 'future'
  if (group.code === '') return 'category'
  return group.code === 'H99' && group.description.trim() === '' ? 'words' : null
}

interface Batch {
  readonly source: LeadSource
  readonly sceneComplete: boolean
  /** How far the server's clock is ahead of this device's. */
  readonly serverAheadMs: number
}

/**
 * The report of one hazard-to-be. Here times are real time, put right by the camera's own clock; the outbox wants this
 * device's clock and adds the measured offset when it seals, so that offset is taken off before.
 */
export const reportOfGroup = (
  hazardId: string,
  group: Group,
  photos: readonly SetPhoto[],
  { source, sceneComplete, serverAheadMs }: Batch,
): FieldReport => {
  const onDevice = (atMs: number): number => Math.round(atMs - serverAheadMs)
  const moment = (position: FieldPosition | null): FieldPosition | null =>
    position && { ...position, atMs: onDevice(position.atMs) }
  const { position, placeCode } = placeOf(photos)
  return {
    ...{ kind: 'report', hazardId, code: group.code, source, description: group.description.trim(), spot: '' },
    ...{ placeCode, position: moment(position), sceneComplete: sceneComplete && position !== null },
    takenAtMs: onDevice(Math.min(...photos.map(({ atMs }) => atMs))),
    photos: photos.map(({ photo, atMs, position: at }) => ({
      ...{ id: photo.id, name: photo.name, bytes: photo.file, takenWith: 'card' },
      ...{ takenAtMs: onDevice(atMs), position: moment(at) },
    })),
  }
}
