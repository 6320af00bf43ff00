import { sha256Of } from '../photos/sha256.ts'
import { cameraNotes } from '../photos/when-taken.ts'
import { type FileKind, isWholeJpeg, kindOf } from './photo-file.ts'

/** No photo larger than this is taken by the server. */
export const mostBytes = 40 * 1024 * 1024

/** Why a file is not among the photos; each is shown with its name. */
export type CardFault = 'not-a-photo' | 'raw' | 'empty' | 'too-big' | 'broken' | 'unreadable'

export interface ReadPhoto {
  readonly sha256: string
  readonly kind: FileKind
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
  | { readonly ok: false; readonly why: CardFault }

/** Makes the small picture; throws for a photo that cannot be decoded, null where the browser does not know the format. */
export type MakePreview = (photo: Blob, embedded: Uint8Array | null, orientation: number) => Promise<Blob | null>

const bytesIn = async (file: File): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null // the card was pulled out, or the disk has an error
  }
}

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
  if (file.size === 0) return { ok: false, why: 'empty' }
  const isTooBig = file.size > mostBytes
  // a long film or a raw picture is named for what it is, not for its size, and without reading it
  const bytes = await bytesIn(isTooBig ? new File([file.slice(0, 32)], file.name) : file)
  if (bytes === null) return { ok: false, why: 'unreadable' }
  const kind = kindOf(bytes)
  if (kind === 'raw') return { ok: false, why: 'raw' }
  if (kind === 'other') return { ok: false, why: 'not-a-photo' }
  if (isTooBig) return { ok: false, why: 'too-big' }
  if (kind === 'jpeg' && !isWholeJpeg(bytes)) return { ok: false, why: 'broken' }
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
