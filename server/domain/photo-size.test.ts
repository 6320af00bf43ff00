import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { hasTooManyPixels, mostPixels, pixelsOf } from './photo-size.ts'

const picture = (channels: 3 | 4 = 3) =>
  sharp({ create: { width: 70, height: 50, channels, background: { r: 1, g: 2, b: 3, alpha: 0.5 } } })

test('each format announces its pixels in its head, in every kind that it has', async () => {
  expect(pixelsOf(await picture().jpeg().toBuffer(), 'jpeg')).toBe(3500)
  expect(
    pixelsOf(
      await picture()
        .withExif({ IFD0: { Make: 'D70' } })
        .jpeg({ progressive: true })
        .toBuffer(),
      'jpeg',
    ),
  ).toBe(3500)
  expect(pixelsOf(await picture().png().toBuffer(), 'png')).toBe(3500)
  expect(pixelsOf(await picture().webp().toBuffer(), 'webp')).toBe(3500)
  expect(pixelsOf(await picture().webp({ lossless: true }).toBuffer(), 'webp')).toBe(3500)
  expect(pixelsOf(await picture(4).webp().toBuffer(), 'webp')).toBe(3500)
})

test('what is cut off or announces nothing is not called too large', () => {
  for (const format of ['jpeg', 'png', 'webp', 'heic'] as const)
    for (const length of [0, 3, 12, 31]) expect(hasTooManyPixels(new Uint8Array(length).fill(0), format)).toBe(false)
})

test('the edge itself is taken', () => {
  const png = new Uint8Array(24)
  const sides = (width: number, height: number) => {
    new DataView(png.buffer).setUint32(16, width)
    new DataView(png.buffer).setUint32(20, height)
    return hasTooManyPixels(png, 'png')
  }
  expect(sides(mostPixels.png / 6000, 6000)).toBe(false)
  expect(sides(mostPixels.png / 6000 + 1, 6000)).toBe(true)
})

const shared = fileURLToPath(new URL('../../../shared/data/exif/', import.meta.url))
test.skipIf(!existsSync(shared))('a HEIC of tiles has the size of the whole', () => {
  const whole = readFileSync(`${shared}cn_phones/mei__IMG_1034.heic`)
  expect(pixelsOf(whole, 'heic')).toBe(4032 * 3024)
})
