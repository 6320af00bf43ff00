import { realTimeMs } from '../../server/domain/camera-clock.ts'
import { positionOnTrack, type Track } from '../../server/domain/gpx-track.ts'
import { middlePhoto, type PhotoAtPlace } from '../../server/domain/photo-groups.ts'
import type { FieldPosition } from '../outbox/entry.ts'
import type { Arrangement, HandPlace } from './arrangement.ts'
import type { ReadPhoto } from './read-card-file.ts'

/** A photo that was read, with its file, which is read again when it is kept. */
export interface CardPhoto extends Omit<ReadPhoto, 'preview'> {
  readonly id: string
  /** Its path below what was chosen. */
  readonly name: string
  readonly file: File
  /** An object URL; null where there is no picture to show. */
  readonly previewUrl: string | null
}

/** A photo in real time and at its place, with where that place is from. */
export interface SetPhoto extends PhotoAtPlace {
  readonly photo: CardPhoto
  readonly position: FieldPosition | null
  readonly placeCode: string | null
}

export type AheadOf = Readonly<Record<string, number>>

const positionOf = (photo: CardPhoto, atMs: number, by: HandPlace | undefined, track: Track): FieldPosition | null => {
  if (by?.kind === 'place') return null
  if (by !== undefined)
    return {
      ...{ ...lngLatOf(by.lngLat), accuracyMetres: null, atMs },
      source: by.kind === 'pin' ? 'pin' : 'place',
    }
  if (photo.lngLat !== null) return { ...lngLatOf(photo.lngLat), accuracyMetres: null, source: 'exif', atMs }
  const onTrack = photo.timeFrom === 'file' ? null : positionOnTrack(track, atMs)
  return onTrack && { ...lngLatOf(onTrack.lngLat), accuracyMetres: onTrack.accuracyMetres, source: 'track', atMs }
}

const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
const lngLatOf = ([lng, lat]: readonly [number, number]) => ({ longitude: rounded(lng), latitude: rounded(lat) })

/**
 * Photos by their camera's clock put right, each at its place: a hand's before the camera's own, that before the track.
 * Times are real time, as the track's are.
 */
export const setPhotos = (
  photos: readonly CardPhoto[],
  aheadMs: AheadOf,
  { placed }: Pick<Arrangement, 'placed'>,
  track: Track,
): readonly SetPhoto[] =>
  photos.map((photo) => {
    const atMs = realTimeMs(photo.cameraAtMs, aheadMs[photo.camera] ?? 0)
    const by = placed[photo.id]
    const position = positionOf(photo, atMs, by, track)
    return {
      ...{ id: photo.id, name: photo.name, camera: photo.camera, atMs, timeFrom: photo.timeFrom, photo, position },
      placeCode: by?.kind === 'place' ? by.code : null,
      lngLat: position === null ? null : [position.longitude, position.latitude],
    }
  })

export const countPhotos = (groups: readonly { readonly photoIds: readonly string[] }[]): number =>
  groups.reduce((sum, { photoIds }) => sum + photoIds.length, 0)

/** How many of a hazard-to-be's photos bear a place of that source themselves, and how many only share it. */
export const ownPlaces = (photos: readonly SetPhoto[], source: FieldPosition['source']) => {
  const own = photos.filter(({ position }) => position?.source === source).length
  return { own, others: photos.length - own }
}

/** Where a hazard-to-be lies: at its middle photo's place, else at the place named for any of its photos. */
export const placeOf = (photos: readonly SetPhoto[]): { position: FieldPosition | null; placeCode: string | null } => {
  const pinned = photos.filter(({ position }) => position?.source === 'pin' || position?.source === 'place')
  const position = middlePhoto(pinned.length > 0 ? pinned : photos)?.position ?? null
  return {
    position,
    placeCode: position === null ? (photos.find(({ placeCode }) => placeCode !== null)?.placeCode ?? null) : null,
  }
}
