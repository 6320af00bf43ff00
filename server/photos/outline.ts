import type { PhotoFormat } from '../../db/vocabulary.ts'
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

/** Which format the first bytes announce, whatever the name or the declared type says; null for anything else. */
export const formatOf = (head: Buffer): PhotoFormat | null => {
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg'
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return 'webp'
  return head.toString('latin1', 4, 8) === 'ftyp' && isHeic(head) ? 'heic' : null
}

const heicBrands = ['heic', 'heix', 'hevc', 'hevx']

/** `mif1` alone may hold any codec (AVIF is one), so then a HEVC brand must be among the compatible ones. */
const isHeic = (head: Buffer): boolean => {
  const brands = [8, ...range(16, Math.min(head.readUInt32BE(0), head.length) - 3, 4)].map((at) =>
    head.toString('latin1', at, at + 4),
  )
  const [major] = brands
  if (major === 'mif1' || major === 'msf1') return brands.some((brand) => heicBrands.includes(brand))
  return major !== undefined && heicBrands.includes(major)
}

const range = (from: number, before: number, step: number): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((before - from) / step)) }, (_, index) => from + index * step)

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
    const head = await bytes.take(Math.min(64, bytes.size))
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
