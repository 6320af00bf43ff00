import { rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { receivePhoto } from './receive-photo.ts'
import { actorOf, asBody, filesBelow, jpeg, picture, sha256Of } from './test-pictures.ts'
import { makeVariantsSoon, openVariant, rebuildVariants, variantsSettled } from './variants.ts'

let county: TestCounty

beforeEach(async () => {
  county = await testCounty()
})

afterEach(() => county.close())

const keep = async (bytes: Uint8Array) => {
  const sent = { sha256: sha256Of(bytes), body: asBody(bytes), declaredBytes: bytes.length }
  const { photo } = await receivePhoto(county.world, actorOf('squad1'), sent)
  await variantsSettled(county.world.photos)
  return photo
}

const look = async (photo: { sha256: string; format: 'jpeg' }, size: 'large' | 'small') => {
  const bytes = await openVariant(county.world.photos, photo, size)
  if (!bytes) throw new Error('no variant')
  return { bytes, about: await sharp(bytes).metadata() }
}

const variantFiles = async () =>
  (await filesBelow(join(county.folder, 'photos'))).filter((path) => path.startsWith('variants')).sort()

const forget = () => rm(join(county.folder, 'photos', 'variants'), { recursive: true })

const asJpeg = (photo: { sha256: string }) => ({ sha256: photo.sha256, format: 'jpeg' as const })

test('variants are 1600 and 400 pixels on the long side, upright, and carry no metadata', async () => {
  const exif = { IFD0: { Make: 'OPPO' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '29/1 0/1 0/1' } }
  const bytes = await picture(2000, 1000).jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer()
  expect((await sharp(bytes).metadata()).exif).toBeDefined()
  const photo = asJpeg(await keep(bytes))
  const large = (await look(photo, 'large')).about
  const small = (await look(photo, 'small')).about
  expect([large.format, large.width, large.height]).toEqual(['webp', 800, 1600])
  expect([small.format, small.width, small.height]).toEqual(['webp', 200, 400])
  for (const about of [large, small])
    expect([about.exif, about.xmp, about.icc, about.orientation]).toEqual([undefined, undefined, undefined, undefined])
})

test('what is small already is never enlarged', async () => {
  const photo = asJpeg(await keep(await jpeg(120, 90)))
  expect((await look(photo, 'large')).about).toMatchObject({ width: 120, height: 90 })
  expect((await look(photo, 'small')).about).toMatchObject({ width: 120, height: 90 })
})

test('a picture turned by its camera looks as it did through the finder', async () => {
  const half = await sharp({ create: { width: 100, height: 50, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer()
  const scene = sharp({ create: { width: 100, height: 100, channels: 3, background: '#0000ff' } }).composite([
    { input: await sharp(half).raw().toBuffer(), raw: { width: 100, height: 50, channels: 3 }, top: 0, left: 0 },
  ])
  const upright = await scene.png().toBuffer()
  // orientation 6 means: turn by 90 degrees clockwise to see it upright; so it is stored turned the other way
  const stored = await sharp(upright).rotate(270).jpeg({ quality: 95 }).withMetadata({ orientation: 6 }).toBuffer()
  const { bytes } = await look(asJpeg(await keep(stored)), 'large')
  const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const colourAt = (x: number, y: number) => [...data.subarray((y * 100 + x) * 3, (y * 100 + x) * 3 + 3)]
  expect(colourAt(50, 10)[0]).toBeGreaterThan(200)
  expect(colourAt(50, 90)[2]).toBeGreaterThan(200)
})

test('a missing variant is made when somebody looks, and only once however many look', async () => {
  const photo = asJpeg(await keep(await jpeg()))
  await forget()
  let writes = 0
  const { photos } = county.world
  const counted = {
    ...photos,
    writeVariant: (...args: Parameters<typeof photos.writeVariant>) => {
      writes++
      return photos.writeVariant(...args)
    },
  }
  const seen = await Promise.all(
    Array.from({ length: 20 }, (_, index) => openVariant(counted, photo, index % 2 ? 'small' : 'large')),
  )
  expect(seen.every((bytes) => bytes !== null && bytes.length > 0)).toBe(true)
  expect(writes).toBe(2)
  expect(await variantFiles()).toHaveLength(2)
})

test('a variant torn by a power cut is made anew', async () => {
  const photo = asJpeg(await keep(await jpeg()))
  const whole = await openVariant(county.world.photos, photo, 'small')
  for (const path of await variantFiles())
    await truncate(join(county.folder, 'photos', path), path.includes('small') ? 100 : 0)
  expect(await openVariant(county.world.photos, photo, 'small')).toEqual(whole)
  expect((await look(photo, 'large')).about.format).toBe('webp')
})

test('there is no variant of a photo whose original is lost', async () => {
  const photo = asJpeg(await keep(await jpeg()))
  await forget()
  await rm(join(county.folder, 'photos', 'originals'), { recursive: true })
  expect(await openVariant(county.world.photos, photo, 'small')).toBeNull()
})

test('all variants of a county can be made anew, and the answer names each photo', async () => {
  const sent = [
    await keep(await jpeg(100, 80, 1)),
    await keep(await jpeg(100, 80, 2)),
    await keep(await jpeg(100, 80, 3)),
  ]
  await forget()
  const rebuilt: { sha256: string; made: boolean }[] = []
  for await (const one of rebuildVariants(county.world)) rebuilt.push(one)
  expect(rebuilt).toEqual(
    sent.map(({ sha256 }) => ({ sha256, made: true })).sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
  )
  expect(await variantFiles()).toHaveLength(6)
})

test('a queue that meets a lost original goes on with the next', async () => {
  const photo = asJpeg(await keep(await jpeg()))
  await forget()
  makeVariantsSoon(county.world.photos, asJpeg({ sha256: '0'.repeat(64) }), null)
  makeVariantsSoon(county.world.photos, photo, null)
  await variantsSettled(county.world.photos)
  expect(await variantFiles()).toHaveLength(2)
})
