import { crc32, deflateSync } from 'node:zlib'
import type { Strokes } from './notice-content.ts'

/** Wide enough for 300 dots an inch over 40 mm, three times as wide as high, like the field on the phone. */
const widthPixels = 720
const heightPixels = 240
const radius = 4
const paper = 255

/** The signature as a grey PNG, ink on white; points are thousandths of the field. */
export const signaturePng = (strokes: Strokes): Uint8Array => {
  const pixels = new Uint8Array(widthPixels * heightPixels).fill(paper)
  for (const stroke of strokes) {
    for (const [index, [x, y]] of stroke.entries()) {
      const [fromX, fromY] = stroke[index - 1] ?? [x, y]
      line(pixels, scaled(fromX, fromY), scaled(x, y))
    }
  }
  return png(pixels)
}

interface Dot {
  readonly x: number
  readonly y: number
}

const scaled = (x: number, y: number): Dot => ({
  x: radius + (x / 1000) * (widthPixels - 2 * radius),
  y: radius + (y / 1000) * (heightPixels - 2 * radius),
})

const line = (pixels: Uint8Array, from: Dot, to: Dot): void => {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y)))
  for (let step = 0; step <= steps; step += 1) {
    const share = step / steps
    ink(pixels, from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
  }
}

/** A round nib with a soft edge. */
const ink = (pixels: Uint8Array, x: number, y: number): void => {
  for (let row = Math.floor(y - radius); row <= y + radius; row += 1) {
    for (let column = Math.floor(x - radius); column <= x + radius; column += 1) {
      if (row < 0 || column < 0 || row >= heightPixels || column >= widthPixels) continue
      const shade = Math.round(Math.min(1, Math.max(0, Math.hypot(column - x, row - y) - radius + 1)) * paper)
      const at = row * widthPixels + column
      pixels[at] = Math.min(pixels[at] ?? paper, shade)
    }
  }
}

const chunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const made = Buffer.alloc(body.length + 8)
  made.writeUInt32BE(data.length, 0)
  body.copy(made, 4)
  made.writeUInt32BE(crc32(body), body.length + 4)
  return made
}

const png = (pixels: Uint8Array): Uint8Array => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(widthPixels, 0)
  header.writeUInt32BE(heightPixels, 4)
  header[8] = 8 // bits, of grey
  const rows = Buffer.alloc((widthPixels + 1) * heightPixels)
  for (let row = 0; row < heightPixels; row += 1)
    rows.set(pixels.subarray(row * widthPixels, (row + 1) * widthPixels), row * (widthPixels + 1) + 1)
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
