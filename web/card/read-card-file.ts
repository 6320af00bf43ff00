import type { PhotoFormat } from '../../db/vocabulary.ts'
import { type FileFault, readPhotoFile } from '../photos/read-photo-file.ts'
import { sha256Of } from '../photos/sha256.ts'
import { cameraNotes } from '../photos/when-taken.ts'

export interface ReadPhoto {
  readonly sha256: string
  readonly kind: PhotoFormat
  /** By the camera's clock: what it noted in the photo, else when it wrote the file. */
  readonly cameraAtMs: number
  readonly timeFrom: 'camera' | 'file'
  readonly lngLat: readonly [number, number] | null
  readonly camera: string
  /** A small upright JPEG; null where this browser cannot make one. */
  readonly preview: Blob | null
}

export type CardReading =
  | { readonly ok: true; readonly photo: ReadPhoto }
  | { readonly ok: false; readonly why: FileFault }

/** Makes the small picture; throws for a photo that cannot be decoded, null where the browser does not know the format. */
export type MakePreview = (photo: Blob, embedded: Uint8Array | null, orientation: number) => Promise<Blob | null>

const embeddedIn = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> => {
  try {
    const { default: exifr } = await import('exifr')
    const thumbnail: unknown = await exifr.thumbnail(bytes.buffer)
    return thumbnail instanceof Uint8Array && thumbnail.length > 0 ? thumbnail : null
  } catch {
    return null
  }
}

const cameraName = (make: string, model: string): string =>
  model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`.trim()

/** Reads one file to its end and lets go of its bytes again. Never throws: what is wrong with a file is its answer. */
export const readCardFile = async (file: File, zone: string, makePreview: MakePreview): Promise<CardReading> => {
  const read = await readPhotoFile(file)
  if (!read.ok) return read
  const { kind, bytes } = read
  const notes = await cameraNotes(bytes.buffer, zone)
  const embedded = kind === 'jpeg' ? await embeddedIn(bytes) : null
  try {
    const preview = await makePreview(file, embedded, notes.orientation)
    return {
      ok: true,
      photo: {
        ...{ sha256: await sha256Of(bytes), kind, lngLat: notes.lngLat, camera: cameraName(notes.make, notes.model) },
        ...{ cameraAtMs: notes.exifAtMs ?? file.lastModified, timeFrom: notes.exifAtMs === null ? 'file' : 'camera' },
        preview,
      },
    }
  } catch {
    return { ok: false, why: 'broken' }
  }
}
