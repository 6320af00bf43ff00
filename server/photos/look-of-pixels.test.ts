import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type Looks, likenessOf } from '../domain/perceptual-hash.ts'
import { decodePicture } from './decode-picture.ts'
import { lookOfPixels, lookOfVariant } from './look-of-pixels.ts'
import { jpeg } from './test-pictures.ts'

test('the same photo saved anew by a messenger is found again', async () => {
  const original = await jpeg(1200, 900, 5)
  const looks = lookOfPixels((await decodePicture(original, { format: 'jpeg', scans: 1 })).large)
  const smaller = await sharp(original).resize(700).jpeg({ quality: 45 }).toBuffer()
  expect(likenessOf(looks, await lookOfVariant(smaller))).not.toBeNull()
})

/** Real road photos lie beside the project where it is developed; elsewhere this test says that it was skipped. */
const folder = new URL('../../../shared/data/photos_demo/', import.meta.url)
const realFiles = (): string[] => {
  try {
    const [, ...lines] = readFileSync(new URL('MANIFEST.csv', folder), 'utf8').trim().split('\n')
    return lines.map((line) => line.split(',')[0] ?? '')
  } catch {
    return []
  }
}

test('of real road photos each is found again after a messenger, a filter and a crop, and no two are confused', {
  timeout: 120_000,
}, async ({ skip }) => {
  const files = realFiles()
  if (files.length === 0) skip('no folder ../shared/data with real photos beside this project')
  const all: Looks[] = []
  const found = { messenger: 0, filter: 0, crop: 0 }
  for (const file of files) {
    const bytes = readFileSync(new URL(file, folder))
    const { large } = await decodePicture(bytes, { format: 'jpeg', scans: 1 })
    const looks = lookOfPixels(large)
    all.push(looks)
    const { width, height } = large
    const edge = { left: Math.round(width / 50), top: Math.round(height / 50) }
    const inner = { ...edge, width: width - 2 * edge.left, height: height - 2 * edge.top }
    const again = {
      messenger: sharp(bytes).resize(800).jpeg({ quality: 50 }),
      filter: sharp(bytes).modulate({ brightness: 1.2, saturation: 1.3 }).jpeg(),
      crop: sharp(bytes).autoOrient().extract(inner).jpeg(),
    }
    for (const [how, image] of [
      ['messenger', again.messenger],
      ['filter', again.filter],
      ['crop', again.crop],
    ] as const)
      if (likenessOf(looks, await lookOfVariant(await image.toBuffer()))) found[how]++
  }
  const alarms = all.flatMap((one, at) => all.slice(at + 1).filter((other) => likenessOf(one, other) !== null)).length
  const pairs = (all.length * (all.length - 1)) / 2
  console.info(`${files.length} photos; found again ${JSON.stringify(found)}; false alarms ${alarms} of ${pairs} pairs`)
  expect(found).toEqual({ messenger: files.length, filter: files.length, crop: files.length })
  expect(alarms).toBe(0)
})
