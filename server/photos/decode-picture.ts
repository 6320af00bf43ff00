import sharp, { type Metadata, type Sharp } from 'sharp'
import type { PhotoFormat } from '../../db/vocabulary.ts'
import { mostPixels } from '../domain/photo-size.ts'
import { Problem } from '../http/problem.ts'
import { decodeHeic } from './decode-heic.ts'
import { decoding } from './decode-queue.ts'

/** Pixels ready to be encoded: red, green, blue, eight bits each, upright. */
export interface Pixels {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

export interface Picture {
  /** As shown upright, in the size of the original. */
  readonly widthPixels: number
  readonly heightPixels: number
  readonly large: Pixels
  /** Raw EXIF tags, for HEIC only: the other formats' block is found in their outline. */
  readonly exifTags: unknown
}

export const largeLongSidePixels = 1600
const maxPixels = mostPixels.jpeg
const limits = { failOn: 'warning', limitInputPixels: maxPixels, limitInputChannels: 4 } as const
const maxSeconds = 30

/** A progressive or interlaced picture lies whole in memory while it is decoded; baseline ones pass by in strips. */
const maxDecodeBytes = 200e6
const alongsideAnotherBytes = 60e6

let limited = false

/** Only the three loaders that are needed, no caches, one thread per picture: two pictures use two cores. */
const limitSharp = (): void => {
  if (limited) return
  limited = true
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
  sharp.cache(false)
  sharp.concurrency(1)
}

/**
 * Decodes a photo to its last row, scaled on the way to the large variant: one pass proves the bytes and makes the
 * pixels. Throws damaged-photo, photo-too-large, or try-again when the line is too long.
 */
export const decodePicture = async (
  source: string | Buffer,
  { format, scans }: { format: PhotoFormat; scans: number },
): Promise<Picture> => {
  limitSharp()
  if (format === 'heic') {
    const { width, height, rgba, exifTags } = await decodeHeic(source)
    const raw = { width, height, channels: 4 } as const
    const large = await decoding.run(() => scaled(sharp(rgba, { raw, limitInputPixels: maxPixels })))
    return { widthPixels: width, heightPixels: height, large, exifTags }
  }
  try {
    const about = await sharp(source, limits).metadata()
    const bytes = wholeInMemory(about, scans)
    if (bytes > maxDecodeBytes) throw new Problem('photo-too-large')
    const { width, height } = about.autoOrient
    return await decoding.run(
      async () => ({
        widthPixels: width,
        heightPixels: height,
        large: await scaled(sharp(source, limits).autoOrient()),
        exifTags: null,
      }),
      bytes > alongsideAnotherBytes ? 2 : 1,
    )
  } catch (error) {
    throw asProblem(error)
  }
}

/** Bytes that must lie in memory at once: coefficients of a JPEG of many scans, rows of an interlaced PNG. */
const wholeInMemory = (about: Metadata, scans: number): number => {
  if (!about.isProgressive && scans <= 1) return 0
  const samples = about.chromaSubsampling === '4:2:0' ? 1.5 : about.channels
  const bytesPerSample = about.format === 'jpeg' || about.depth === 'ushort' ? 2 : 1
  return about.width * about.height * samples * bytesPerSample
}

const scaled = async (image: Sharp): Promise<Pixels> => {
  const { data, info } = await image
    .resize(largeLongSidePixels, largeLongSidePixels, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout({ seconds: maxSeconds })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

const asProblem = (error: unknown): unknown => {
  if (error instanceof Problem || !(error instanceof Error)) return error
  if (/exceeds (pixel|channel) limit/.test(error.message)) return new Problem('photo-too-large')
  if (/timeout/.test(error.message)) return new Problem('try-again')
  // the disk failing is not the photo's fault
  if ('code' in error) return error
  return new Problem('damaged-photo')
}
