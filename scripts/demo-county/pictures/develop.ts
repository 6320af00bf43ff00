import sharp from 'sharp'
import { type Frame, pictureHeight, pictureWidth } from './frame.ts'
import type { Light } from './light.ts'
import { noiseTiles, tileSize } from './noise-tiles.ts'

const steps = 4096
const brightest = 4

/** Film: shoulder for what is bright, a little lift for what is dark, then the screen's own curve. */
const developingCurve = (exposure: number): Float32Array =>
  Float32Array.from({ length: steps + 1 }, (_, i) => {
    const light = (i / steps) * brightest * exposure
    const held = (light * (1 + light / 6.5)) / (1 + light * 0.92)
    const tone = Math.min(1, held) ** (1 / 2.2)
    return 255 * (tone + 0.055 * Math.sin(2 * Math.PI * tone) * -1)
  })

/** From light on the frame to a JPEG's three bytes a pixel: exposure, white balance, vignette, grain. */
export const develop = (frame: Frame, light: Light, grainSeed: number): Buffer => {
  const { width, height, colour } = frame
  const { grit } = noiseTiles()
  const curve = developingCurve(light.exposure)
  const scale = steps / brightest
  const [castR, castG, castB] = light.cast
  const bytes = Buffer.allocUnsafe(width * height * 3)
  const mask = tileSize - 1
  const shift = grainSeed >>> 9
  const grain = 2.1 + (light.sunColour[0] < 1 ? 0.9 : 0)
  // Vignette: nothing at the middle, a sixth of the light gone in the corners.
  const fallOff = (at: number, of: number) => 1 - 0.075 * (at / of - 0.5) ** 2 * 4 * (0.6 + (at / of - 0.5) ** 2 * 1.6)
  const rowLight = Float64Array.from({ length: height }, (_, row) => fallOff(row, height) * scale)
  // The frame runs by columns, the picture by rows: turned in squares, so that both stay in the processor's reach.
  const developRun = (column: number, from: number, to: number) => {
    const across = fallOff(column, width)
    const gritColumn = (column + shift) & mask
    for (let row = from; row < to; row++) {
      const k = (column * height + row) * 3
      const into = (row * width + column) * 3
      const k2 = (((row + grainSeed) & mask) << 9) | gritColumn
      const g = grain * 0.03125 * (grit[k2] ?? 0)
      const own = grain * 0.01 * (grit[k2 ^ 259] ?? 0)
      const amount = across * (rowLight[row] ?? 0)
      const red = (colour[k] ?? 0) * amount * castR
      const green = (colour[k + 1] ?? 0) * amount * castG
      const blue = (colour[k + 2] ?? 0) * amount * castB
      bytes[into] = clampByte((curve[red > steps ? steps : red < 0 ? 0 : red | 0] ?? 0) + g + own)
      bytes[into + 1] = clampByte((curve[green > steps ? steps : green < 0 ? 0 : green | 0] ?? 0) + g)
      bytes[into + 2] = clampByte((curve[blue > steps ? steps : blue < 0 ? 0 : blue | 0] ?? 0) + g - own)
    }
  }
  for (let from = 0; from < height; from += 48)
    for (let column = 0; column < width; column++) developRun(column, from, Math.min(height, from + 48))
  return bytes
}

const clampByte = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : value)

export type Exif = Record<'IFD0' | 'IFD2' | 'IFD3', Record<string, string>>

export const asJpeg = (bytes: Buffer, frame: Frame, exif: Exif): Promise<Buffer> =>
  sharp(bytes, { raw: { width: frame.width, height: frame.height, channels: 3 } })
    .resize(pictureWidth, pictureHeight, { kernel: 'cubic' })
    .withExif(exif)
    .jpeg({ quality: 82 })
    .toBuffer()
