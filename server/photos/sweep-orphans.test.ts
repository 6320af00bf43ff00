import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { receivePhoto } from './receive-photo.ts'
import { keepSweeping, type Swept, sweepOrphans } from './sweep-orphans.ts'
import { actorOf, asBody, filesBelow, jpeg, sha256Of } from './test-pictures.ts'
import { variantsSettled } from './variants.ts'

let county: TestCounty

beforeEach(async () => {
  county = await testCounty()
})

afterEach(() => county.close())

/** What a crash between the rename and the commit leaves: an original without a row. */
const orphan = async (text: string): Promise<string> => {
  const bytes = Buffer.from(text)
  const file = await county.world.photos.startIncoming()
  await file.write(bytes)
  await file.adopt(sha256Of(bytes))
  return sha256Of(bytes)
}

const age = async (seconds: number): Promise<void> => {
  const folder = join(county.folder, 'photos')
  const then = new Date(Date.now() - seconds * 1000)
  for (const path of await filesBelow(folder)) await utimes(join(folder, path), then, then)
}

const keep = async (bytes: Uint8Array) => {
  const sent = { sha256: sha256Of(bytes), body: asBody(bytes), declaredBytes: bytes.length }
  const { photo } = await receivePhoto(county.world, actorOf('squad1'), sent)
  await variantsSettled(county.world.photos)
  return photo
}

const originals = async () => {
  const listed: string[] = []
  for await (const sha256 of county.world.photos.listOriginals()) listed.push(sha256)
  return listed.sort()
}

test.each(['everything', 'in-doubt'] as const)(
  'an original that no row names goes after a minute (%s)',
  async (where) => {
    const { sha256 } = await keep(await jpeg())
    await orphan('nobody names me')
    expect(await sweepOrphans(county.world, where)).toEqual({ removed: 0, leftovers: 0, spared: 0 })
    await age(61)
    expect(await sweepOrphans(county.world, where)).toEqual({ removed: 1, leftovers: 0, spared: 0 })
    expect(await originals()).toEqual([sha256])
    expect(await county.world.photos.hasVariant(sha256, 'small')).toBe(true)
  },
)

test('one found young at start is looked at again by the next sweep', async () => {
  const sha256 = await orphan('left by the process before')
  county.world.photos.confirm(sha256)
  await sweepOrphans(county.world, 'everything')
  await age(61)
  expect((await sweepOrphans(county.world, 'in-doubt')).removed).toBe(1)
  expect(county.world.photos.inDoubt()).toEqual([])
})

test('one whose row is just being written stays, however old its file', async () => {
  const sha256 = await orphan('in flight')
  await age(600)
  const release = county.world.photos.hold(sha256)
  expect((await sweepOrphans(county.world, 'everything')).removed).toBe(0)
  release()
  expect((await sweepOrphans(county.world, 'everything')).removed).toBe(1)
})

test('photos that arrive while sweeps run are never swept away', async () => {
  const pictures = await Promise.all(Array.from({ length: 12 }, (_, seed) => jpeg(64, 48, seed)))
  for (const bytes of pictures) {
    const file = await county.world.photos.startIncoming()
    await file.write(bytes)
    await file.adopt(sha256Of(bytes))
  }
  await age(600)
  let sending = true
  const sweeping = (async () => {
    while (sending) await sweepOrphans(county.world, 'everything')
  })()
  await Promise.all(pictures.map(keep))
  sending = false
  await sweeping
  expect(await originals()).toEqual(pictures.map(sha256Of).sort())
})

test('what a cut-off upload left behind goes too', async () => {
  await writeFile(join(county.folder, 'photos', 'incoming', 'left-by-a-crash'), 'half')
  await age(61)
  expect((await sweepOrphans(county.world, 'in-doubt')).leftovers).toBe(1)
  expect(await filesBelow(join(county.folder, 'photos'))).toEqual([])
})

test('more unnamed photos than a crash can leave mean an older database: none is touched', async () => {
  for (let number = 0; number < 65; number++) await orphan(`photo ${number}`)
  await age(3600)
  expect(await sweepOrphans(county.world, 'everything')).toEqual({ removed: 0, leftovers: 0, spared: 65 })
  expect(await originals()).toHaveLength(65)
})

test('sweeping begins at start and says what it removed', async () => {
  await orphan('left by a crash')
  await age(61)
  const { promise, resolve } = Promise.withResolvers<unknown>()
  const stop = keepSweeping(county.world, resolve)
  const swept: Swept = { removed: 1, leftovers: 0, spared: 0 }
  expect(await promise).toEqual({ swept })
  await stop()
})
