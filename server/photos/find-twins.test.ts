import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../db/unit-of-work.ts'
import { type Looks, likenessOf } from '../domain/perceptual-hash.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { decodePicture } from './decode-picture.ts'
import { fillLooks } from './fill-looks.ts'
import { findTwins } from './find-twins.ts'
import { lookOfPixels } from './look-of-pixels.ts'
import { receivePhoto } from './receive-photo.ts'
import { addBands, addPhotoRow, openPhotoRow } from './store.ts'
import { actorOf, asBody, sha256Of } from './test-pictures.ts'
import { variantsSettled } from './variants.ts'

let county: TestCounty

beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

let state = 7
const random = (below: number): number => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
  return (state >>> 8) % below
}
const anyHash = (): string => Array.from({ length: 16 }, () => random(16).toString(16)).join('')
const changed = (hash: string, bits: number): string => {
  let value = BigInt(`0x${hash}`)
  const at = new Set<number>()
  while (at.size < bits) at.add(random(64))
  for (const bit of at) value ^= 1n << BigInt(bit)
  return value.toString(16).padStart(16, '0')
}
const nameOf = (at: number): string => at.toString(16).padStart(64, '0')

const addPhotos = (all: readonly (Looks & { sha256: string })[]) =>
  inTransaction(county.world.db, async (tx) => {
    for (const { sha256, ...looks } of all) {
      await addPhotoRow(tx, {
        ...{ county: county.world.county, sha256, bytes: 1, format: 'jpeg', widthPixels: 1, heightPixels: 1 },
        ...{ trailingBytes: 0, ...looks, receivedAt: county.clock.now(), receivedFrom: 'squad1' },
      })
      await addBands(tx, county.world.county, sha256, looks)
    }
  })

test('finds what comparing with every photo would find, nearest first', { timeout: 60_000 }, async () => {
  const looked: Looks = { differenceHash: '0f1e2d3c4b5a6978', perceptualHash: '8796a5b4c3d2e1f0' }
  const photos = Array.from({ length: 300 }, (_, at) => {
    const near = at < 120
    const looks = near
      ? {
          differenceHash: changed(looked.differenceHash, at % 12),
          perceptualHash: changed(looked.perceptualHash, at % 3 === 0 ? at % 8 : 20),
        }
      : { differenceHash: anyHash(), perceptualHash: anyHash() }
    return { sha256: nameOf(at), ...looks }
  })
  await addPhotos(photos)
  const without = nameOf(0)
  const found = await findTwins(county.world.db, county.world.county, looked, without)
  const expected = photos.filter((photo) => likenessOf(looked, photo) && photo.sha256 !== without)
  expect(expected.length).toBeGreaterThan(60)
  expect(found.map(({ sha256 }) => sha256).sort()).toEqual(expected.map(({ sha256 }) => sha256).sort())
  const apart = found.map(({ differenceBits, perceptualBits }) => differenceBits + perceptualBits)
  expect(apart).toEqual(apart.toSorted((a, b) => a - b))
})

test('of another county, or to a lens cap, nothing is a twin', async () => {
  const looked: Looks = { differenceHash: '0f1e2d3c4b5a6978', perceptualHash: '8796a5b4c3d2e1f0' }
  expect(await findTwins(county.world.db, '360425', looked, '')).toEqual([])
  const dark = { differenceHash: '0'.repeat(16), perceptualHash: '8796a5b4c3d2e1f0' }
  expect(await findTwins(county.world.db, county.world.county, dark, '')).toEqual([])
})

/** Waves across and down: neither hash is all of one kind. */
const wavy = (): Promise<Buffer> => {
  const [width, height] = [640, 480]
  const grey = (at: number): number => 120 + 60 * Math.sin((at % width) / 60) + 50 * Math.cos(at / width / 45)
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => grey(Math.floor(at / 3)))
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer()
}

const receive = async (bytes: Buffer) => {
  const photo = { sha256: sha256Of(bytes), body: asBody(bytes), declaredBytes: bytes.length }
  await receivePhoto(county.world, actorOf('squad1'), photo)
  await variantsSettled(county.world.photos)
  return photo.sha256
}

test('a photo is looked at on receipt; one that came before is looked at later, by its small variant', {
  timeout: 60_000,
}, async () => {
  const { db, county: code } = county.world
  const bytes = await wavy()
  const sha256 = await receive(bytes)
  const atOnce = await openPhotoRow(db, code, sha256)
  const looks = lookOfPixels((await decodePicture(bytes, { format: 'jpeg', scans: 1 })).large)
  expect(atOnce).toMatchObject({ ...looks })

  const { photos, photoBands } = db.t
  await db.writer.run(async (tx) => {
    await tx.q.delete(photoBands).where(eq(photoBands.sha256, sha256))
    await tx.q.update(photos).set({ differenceHash: null, perceptualHash: null }).where(eq(photos.sha256, sha256))
  })
  expect(await findTwins(db, code, looks, '')).toEqual([])
  const stop = fillLooks(county.world)
  await expect
    .poll(async () => (await findTwins(db, code, looks, '')).map((twin) => twin.sha256), { timeout: 30_000 })
    .toContain(sha256)
  await stop()
  expect((await openPhotoRow(db, code, sha256))?.differenceHash).toMatch(/^[0-9a-f]{16}$/)
})
