import { createHash, randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { variantsSettled } from '../../server/photos/variants.ts'
import type { TestCounty } from '../../server/test-county.ts'
import type { Contest } from './ratio.ts'

const photosPerRound = 4

/** A picture that compresses like a photograph: soft shapes under grain, no two alike. */
const makePhoto = async (): Promise<Buffer> => {
  const soft = await sharp(randomBytes(48 * 36 * 3), { raw: { width: 48, height: 36, channels: 3 } })
    .resize(4000, 3000, { kernel: 'cubic' })
    .raw()
    .toBuffer()
  return sharp(soft, { raw: { width: 4000, height: 3000, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer()
}

/** A photo taken in whole (hash, decode, EXIF, two syncs, row, both variants) against the same transforms alone. */
export const photoIngest = async (county: TestCounty): Promise<Contest> => {
  const squad = await county.as('squad1')
  const stock = await Promise.all(Array.from({ length: photosPerRound }, makePhoto))
  let serial = 0
  /** The same picture under another hash: a comment segment behind the start marker. */
  const another = (photo: Buffer): Buffer => {
    const words = Buffer.from(`bench ${serial++}`)
    const length = Buffer.from([0xff, 0xfe, 0, words.length + 2])
    return Buffer.concat([photo.subarray(0, 2), length, words, photo.subarray(2)])
  }
  return {
    name: 'photo ingest: PUT /api/photos/{sha256} of a 12 MP JPEG until both variants lie there',
    yardstick: 'sharp alone: decode, 1600 px, 400 px, WebP effort 1',
    unit: 'photo',
    ours: async () => {
      for (const photo of stock) {
        const bytes = another(photo)
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        const answer = await squad.put(`/api/photos/${sha256}`, new Uint8Array(bytes))
        if (answer.status !== 201) throw new Error(`the photo was answered with ${answer.status}`)
      }
      await variantsSettled(county.world.photos)
      return stock.length
    },
    bare: async () => {
      for (const photo of stock) {
        const { data, info } = await sharp(photo)
          .autoOrient()
          .resize(1600, 1600, { fit: 'inside', withoutEnlargement: true })
          .raw()
          .toBuffer({ resolveWithObject: true })
        const raw = { width: info.width, height: info.height, channels: info.channels }
        await sharp(data, { raw }).webp({ quality: 78, effort: 1 }).toBuffer()
        await sharp(data, { raw }).resize(400, 400, { fit: 'inside' }).webp({ quality: 78, effort: 1 }).toBuffer()
      }
      return stock.length
    },
  }
}
