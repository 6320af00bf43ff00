import sharp from 'sharp'
import { decoding } from '../photos/decode-queue.ts'
import { drawWatermark } from '../photos/draw-watermark.ts'
import type { PreparedPhoto } from './make-documents.ts'

/** Printed 72 mm wide, 1,000 pixels are 350 to the inch. */
const longSidePixels = 1_000
const limits = { failOn: 'error', limitInputPixels: 60e6 } as const

/**
 * A photo for the page: upright JPEG on white, without any metadata, with these lines along its lower edge if there are
 * any; null when the bytes cannot be shown.
 */
export const preparePhoto = async (bytes: Buffer, mark: readonly string[]): Promise<PreparedPhoto | null> => {
  try {
    return await decoding.run(async () => {
      const { data, info } = await sharp(bytes, limits)
        .autoOrient()
        .resize(longSidePixels, longSidePixels, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .raw({ depth: 'uchar' })
        .toBuffer({ resolveWithObject: true })
      const { width, height, ...marked } = await drawWatermark({ data, width: info.width, height: info.height }, mark)
      const page = sharp(marked.data, { raw: { width, height, channels: 3 } })
      return { jpeg: await page.jpeg({ quality: 80 }).toBuffer(), widthPixels: width, heightPixels: height }
    })
  } catch (error) {
    // the disk failing is not the photo's fault
    if (error instanceof Error && 'code' in error) throw error
    return null
  }
}
