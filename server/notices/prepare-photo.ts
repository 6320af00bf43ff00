import sharp from 'sharp'
import { decoding } from '../photos/decode-queue.ts'
import type { PreparedPhoto } from './make-documents.ts'

/** Printed 72 mm wide, 1,000 pixels are 350 to the inch. */
const longSidePixels = 1_000
const limits = { failOn: 'error', limitInputPixels: 60e6 } as const

/** A photo for the page: upright JPEG on white, without any metadata; null when the bytes cannot be shown. */
export const preparePhoto = async (bytes: Buffer): Promise<PreparedPhoto | null> => {
  try {
    const { data, info } = await decoding.run(() =>
      sharp(bytes, limits)
        .autoOrient()
        .resize(longSidePixels, longSidePixels, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .jpeg({ quality: 80 })
        .toBuffer({ resolveWithObject: true }),
    )
    return { jpeg: data, widthPixels: info.width, heightPixels: info.height }
  } catch (error) {
    // the disk failing is not the photo's fault
    if (error instanceof Error && 'code' in error) throw error
    return null
  }
}
