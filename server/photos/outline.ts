import type { PhotoFormat } from '../../db/vocabulary.ts'
import { formatOf, headBytes } from '../domain/photo-format.ts'
import { Problem } from '../http/problem.ts'
import type { Built } from './built.ts'
import { outlineHeic } from './outline-heic.ts'
import { outlineJpeg } from './outline-jpeg.ts'
import { outlinePng } from './outline-png.ts'
import { outlineWebp } from './outline-webp.ts'
import { type Bytes, CutShort, readingBytes } from './read-bytes.ts'

export interface Outline extends Built {
  readonly format: PhotoFormat
  readonly trailingBytes: number
}

const outliners: Record<PhotoFormat, (bytes: Bytes) => Promise<Built>> = {
  jpeg: outlineJpeg,
  png: outlinePng,
  webp: outlineWebp,
  heic: outlineHeic,
}

/**
 * Walks through a file's parts up to the picture's end. Throws not-a-photo for other formats and damaged-photo when a
 * part is cut short or broken; what lies behind the end is only counted.
 */
export const outlineOf = (path: string): Promise<Outline> =>
  readingBytes(path, async (bytes) => {
    const head = await bytes.take(Math.min(headBytes, bytes.size))
    const format = formatOf(head)
    if (format === null) throw new Problem('not-a-photo')
    try {
      const built = await readingBytes(path, outliners[format])
      return { ...built, format, trailingBytes: bytes.size - built.endsAt }
    } catch (error) {
      if (error instanceof CutShort) throw new Problem('damaged-photo')
      throw error
    }
  })
