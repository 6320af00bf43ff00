import sharp from 'sharp'
import { type Looks, lookedAtPixels, looksOf } from '../domain/perceptual-hash.ts'
import type { Pixels } from './decode-picture.ts'

/** Samples in each block, across and down: 2 ms a picture, where a proper shrink of all pixels takes 20. */
const samples = { across: 3, down: 8 } as const

/** What decoded pixels look like. */
export const lookOfPixels = (pixels: Pixels): Looks => looksOf(greyOf(pixels))

/** The same for a variant, which is a picture of our own making. */
export const lookOfVariant = async (variant: Buffer): Promise<Looks> => {
  const { data, info } = await sharp(variant).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return lookOfPixels({ data, width: info.width, height: info.height })
}

/** Stretched to the size that is looked at, grey by the weights of ITU-R BT.601. */
const greyOf = ({ data, width, height }: Pixels): Uint8Array => {
  const columns = lookedAtPixels.width * samples.across
  const offsets = Uint32Array.from({ length: columns }, (_, x) => 3 * Math.floor(((x + 0.5) * width) / columns))
  const rows = lookedAtPixels.height * samples.down
  const sums = new Float64Array(lookedAtPixels.width * lookedAtPixels.height)
  for (let y = 0; y < rows; y++) {
    const line = 3 * width * Math.floor(((y + 0.5) * height) / rows)
    const block = Math.floor(y / samples.down) * lookedAtPixels.width
    for (let x = 0; x < columns; x++) {
      const at = line + (offsets[x] ?? 0)
      const grey = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
      const into = block + Math.floor(x / samples.across)
      sums[into] = (sums[into] ?? 0) + grey
    }
  }
  return Uint8Array.from(sums, (sum) => Math.round(sum / (samples.across * samples.down)))
}
