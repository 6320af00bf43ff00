import type { PhotoFormat } from '../../db/vocabulary.ts'
import { headBytes } from '../../server/domain/photo-format.ts'
import { hasTooManyPixels } from '../../server/domain/photo-size.ts'
import { isWholeJpeg, kindOf } from './photo-file.ts'

/** No photo larger than this is taken by the server. */
const mostBytes = 40 * 1024 * 1024

/** Why a picked file is no photo that could be sent; each is shown with its name. */
export type FileFault = 'not-a-photo' | 'raw' | 'empty' | 'too-big' | 'too-many-pixels' | 'broken' | 'unreadable'

export type FileReading =
  | { readonly ok: true; readonly kind: PhotoFormat; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly why: FileFault }

const bytesIn = async (file: Blob): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null // the card was pulled out, the file lies in a cloud, or the disk has an error
  }
}

/**
 * The one way in for a photo's file, from an album, a disk or a card. It is told by its bytes: what this browser cannot
 * draw but the server knows (HEIC) is a photo. Never throws: what is wrong with a file is its answer.
 */
export const readPhotoFile = async (file: File): Promise<FileReading> => {
  if (file.size === 0) return { ok: false, why: 'empty' }
  const isTooBig = file.size > mostBytes
  // a long film or a raw picture is named for what it is, not for its size, and without reading it
  const bytes = await bytesIn(isTooBig ? new File([file.slice(0, headBytes)], file.name) : file)
  if (bytes === null) return { ok: false, why: 'unreadable' }
  const kind = kindOf(bytes)
  if (kind === 'raw') return { ok: false, why: 'raw' }
  if (kind === 'other') return { ok: false, why: 'not-a-photo' }
  if (isTooBig) return { ok: false, why: 'too-big' }
  if (hasTooManyPixels(bytes, kind)) return { ok: false, why: 'too-many-pixels' }
  if (kind === 'jpeg' && !isWholeJpeg(bytes)) return { ok: false, why: 'broken' }
  return { ok: true, kind, bytes }
}
