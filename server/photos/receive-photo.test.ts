import { rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { roles } from '../../db/vocabulary.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { photoSenders, receivePhoto } from './receive-photo.ts'
import { usualUploadLimits } from './take-in.ts'
import { accountWith, actorOf, asBody, filesBelow, jpeg, picture, sha256Of } from './test-pictures.ts'
import { variantsSettled } from './variants.ts'

let county: TestCounty
const squad = actorOf('squad1')

beforeEach(async () => {
  county = await testCounty()
})

afterEach(() => county.close())

const send = (bytes: Uint8Array, sha256 = sha256Of(bytes), actor = squad) =>
  receivePhoto(county.world, actor, { sha256, body: asBody(bytes), declaredBytes: bytes.length })

const rows = () => county.world.db.q.select().from(county.world.db.t.photos)

const notes = () => {
  const { journal } = county.world.db.t
  return county.world.db.q
    .select()
    .from(journal)
    .where(and(eq(journal.county, county.world.county), eq(journal.kind, 'photo-received')))
}

const files = async () => {
  await variantsSettled(county.world.photos)
  return filesBelow(join(county.folder, 'photos'))
}

const originalOf = (sha256: string) =>
  join(county.folder, 'photos', 'originals', sha256.slice(0, 2), sha256.slice(2, 4), sha256)

const expectNothingLeft = async () => {
  expect(await rows()).toEqual([])
  expect(await notes()).toEqual([])
  expect(await files()).toEqual([])
}

const flipped = (bytes: Uint8Array, at: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0x10
  return copy
}

test('a photo is kept byte for byte, with its row, one journal entry and two variants', async () => {
  const bytes = await picture(1800, 1200)
    .jpeg()
    .withExif({ IFD0: { Make: 'HUAWEI', Model: 'TNY-AL00' } })
    .toBuffer()
  const { photo, isNew } = await send(bytes)
  expect(isNew).toBe(true)
  expect(photo).toMatchObject({
    ...{ bytes: bytes.length, format: 'jpeg', widthPixels: 1800, heightPixels: 1200, trailingBytes: 0 },
    ...{ exifMake: 'HUAWEI', exifModel: 'TNY-AL00', receivedFrom: 'squad1', receivedAt: county.clock.now() },
  })
  expect(await rows()).toEqual([photo])
  expect(await notes()).toMatchObject([{ actorId: 'squad1', subjectId: photo.sha256 }])
  expect(await county.world.photos.readOriginal(photo.sha256)).toEqual(bytes)
  expect((await files()).map((path) => path.split('/')[1]).sort()).toEqual([photo.sha256.slice(0, 2), 'large', 'small'])
  expect(county.world.photos.inDoubt()).toEqual([])
})

test('PNG and WebP are photos too', async () => {
  const png = await send(await picture(300, 200).png().toBuffer())
  const webp = await send(await picture(300, 200).webp().toBuffer())
  expect([png.photo.format, webp.photo.format]).toEqual(['png', 'webp'])
})

test('a picture lying on its side is measured upright', async () => {
  const bytes = await picture(320, 240).jpeg().withMetadata({ orientation: 6 }).toBuffer()
  expect((await send(bytes)).photo).toMatchObject({ widthPixels: 240, heightPixels: 320 })
})

test('the same bytes again get the same answer and leave nothing new, whoever sends them', async () => {
  const bytes = await jpeg()
  const first = await send(bytes)
  county.clock.advance({ hours: 1 })
  const again = await send(bytes, undefined, actorOf('squad2'))
  expect(again).toEqual({ photo: first.photo, isNew: false })
  // that somebody else has these bytes too is noted, once
  await send(bytes, undefined, actorOf('squad2'))
  expect((await notes()).map(({ actorId }) => actorId)).toEqual([first.photo.receivedFrom, 'squad2'])
  expect(await files()).toHaveLength(3)
})

/** The same county through a photo store that counts how often a file is adopted. */
const counted = () => {
  const { photos } = county.world
  const count = { adopted: 0 }
  const startIncoming: typeof photos.startIncoming = async () => {
    const file = await photos.startIncoming()
    const adopt = (sha256: string) => {
      count.adopted++
      return file.adopt(sha256)
    }
    return { ...file, adopt }
  }
  return { count, world: { ...county.world, photos: { ...photos, startIncoming } } }
}

test('the same bytes many times at once are worked on once and all are answered', async () => {
  const bytes = await jpeg(1200, 900)
  const { world, count } = counted()
  const sent = () => ({ sha256: sha256Of(bytes), body: asBody(bytes), declaredBytes: bytes.length })
  const answers = await Promise.all(Array.from({ length: 8 }, () => receivePhoto(world, squad, sent())))
  await variantsSettled(world.photos)
  expect(count.adopted).toBe(1)
  expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1)
  expect(new Set(answers.map(({ photo }) => JSON.stringify(photo))).size).toBe(1)
  expect(await notes()).toHaveLength(1)
  expect(await files()).toHaveLength(3)
})

test.each([
  ['in one process', () => [county.world, county.world] as const],
  ['in two processes', () => [counted().world, counted().world] as const],
])(
  'two people who send the same bytes at once, %s, are both its senders: one row, an entry each',
  async (_, worlds) => {
    const bytes = await jpeg(1200, 900)
    const sent = () => ({ sha256: sha256Of(bytes), body: asBody(bytes), declaredBytes: bytes.length })
    const [one, other] = worlds()
    const answers = await Promise.all([
      receivePhoto(one, squad, sent()),
      receivePhoto(other, actorOf('squad2'), sent()),
    ])
    for (const world of [one, other]) await variantsSettled(world.photos)
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(answers[0]?.photo).toEqual(answers[1]?.photo)
    expect((await notes()).map(({ actorId }) => actorId).sort()).toEqual([squad.id, actorOf('squad2').id].sort())
    expect(await files()).toHaveLength(3)
  },
)

test('a photo whose file was lost or cut is restored by sending it again', async () => {
  const bytes = await jpeg()
  const { photo } = await send(bytes)
  await rm(originalOf(photo.sha256))
  expect(await send(bytes)).toEqual({ photo, isNew: false })
  expect(await county.world.photos.readOriginal(photo.sha256)).toEqual(bytes)
  await truncate(originalOf(photo.sha256), 100)
  await send(bytes)
  expect(await county.world.photos.readOriginal(photo.sha256)).toEqual(bytes)
  expect(await notes()).toHaveLength(1)
})

test.each(roles.filter((role) => photoSenders.includes(role)))('a %s may send photos', async (role) => {
  expect((await send(await jpeg(), undefined, actorOf(accountWith(role)))).isNew).toBe(true)
})

test.each(['leader', 'administrator'] as const)('a %s may not send photos', async (role) => {
  await expect(send(await jpeg(), undefined, actorOf(accountWith(role)))).rejects.toMatchObject({
    code: 'not-yours',
    details: { because: 'another-role', who: photoSenders },
  })
  await expectNothingLeft()
})

test('bytes that are not what was declared are refused, each single flipped bit', async () => {
  const bytes = await jpeg()
  const sha256 = sha256Of(bytes)
  for (const at of [0, 2, 600, Math.floor(bytes.length / 2), bytes.length - 1])
    await expect(send(flipped(bytes, at), sha256)).rejects.toMatchObject({ code: 'hash-mismatch' })
  await expect(send(Buffer.concat([bytes, Buffer.from('!')]), sha256)).rejects.toMatchObject({ code: 'hash-mismatch' })
  await expectNothingLeft()
})

test('flipped bytes under their own honest hash pass only if they decode without a warning', async () => {
  const bytes = await jpeg(320, 240)
  let accepted = 0
  for (let at = 2; at < bytes.length; at += 211) {
    const hurt = flipped(bytes, at)
    const answer = await send(hurt).catch((error: unknown) => error)
    if (answer instanceof Error)
      expect(['damaged-photo', 'not-a-photo', 'photo-too-large']).toContain(Reflect.get(answer, 'code'))
    else accepted++
  }
  // decoding cannot tell most flipped pixels from true ones: only the hash taken at the shutter can
  expect(accepted).toBeGreaterThan(0)
  expect(await rows()).toHaveLength(accepted)
  expect((await files()).filter((path) => path.startsWith('originals'))).toHaveLength(accepted)
})

test('a photo cut short is damaged wherever it was cut', async () => {
  const bytes = await jpeg()
  for (const part of [0.02, 0.1, 0.5, 0.9, 0.999]) {
    const cut = bytes.subarray(0, Math.floor(bytes.length * part))
    await expect(send(cut)).rejects.toMatchObject({ code: 'damaged-photo' })
  }
  await expectNothingLeft()
})

test('a cut-off JPEG that was given an end again is still damaged', async () => {
  const bytes = await jpeg()
  const mended = Buffer.concat([bytes.subarray(0, bytes.length / 2), Buffer.from([0xff, 0xd9])])
  await expect(send(mended)).rejects.toMatchObject({ code: 'damaged-photo' })
})

test('bytes behind a sound photo are evidence: kept whole and counted', async () => {
  const film = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), Buffer.alloc(200_000, 7)])
  for (const sound of [await jpeg(), await picture(64, 48).png().toBuffer(), await picture(64, 48).webp().toBuffer()]) {
    const { photo } = await send(Buffer.concat([sound, film]))
    expect(photo.trailingBytes).toBe(film.length)
    expect(await county.world.photos.readOriginal(photo.sha256)).toEqual(Buffer.concat([sound, film]))
  }
})

test.each([
  ['nothing at all', Buffer.alloc(0)],
  ['a web page named .jpg', Buffer.from('<html><script>alert(1)</script></html>')],
  ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;<?php ?>', 'latin1')],
])('%s is not a photo, and nothing is left of it', async (_name, bytes) => {
  await expect(send(bytes)).rejects.toMatchObject({ code: 'not-a-photo' })
  await expectNothingLeft()
})

test('a HEIC that its decoder cannot read is damaged, and the server goes on', async () => {
  const boxes = '\0\0\0\x18ftypheic\0\0\0\0mif1heic' + '\0\0\0\x0cmeta\0\0\0\0' + '\0\0\0\x10mdat12345678'
  await expect(send(Buffer.from(boxes, 'latin1'))).rejects.toMatchObject({ code: 'damaged-photo' })
  await expectNothingLeft()
  expect((await send(await jpeg())).isNew).toBe(true)
})

test('more than 60 million pixels are too many, however few bytes they take', async () => {
  const big = picture(10, 10).resize(7800, 7800, { kernel: 'nearest' })
  await expect(send(await big.png().toBuffer())).rejects.toMatchObject({ code: 'photo-too-large' })
  await expectNothingLeft()
})

test('a picture that would lie whole in memory while it is decoded has a lower limit', async () => {
  const flat = picture(10, 10).resize(7000, 6000, { kernel: 'nearest' })
  const progressive = await flat.jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer()
  await expect(send(progressive)).rejects.toMatchObject({ code: 'photo-too-large' })
  await expectNothingLeft()
})

test('a progressive picture of hundreds of scans is refused before it costs time', async () => {
  const bytes = await picture(2000, 2000).jpeg({ progressive: true }).toBuffer()
  const lastScan = bytes.lastIndexOf(Buffer.from([0xff, 0xda]))
  const scan = bytes.subarray(lastScan, -2)
  const many = Buffer.concat([
    bytes.subarray(0, -2),
    ...Array.from({ length: 500 }, () => scan),
    Buffer.from([0xff, 0xd9]),
  ])
  const startedAt = performance.now()
  await expect(send(many.subarray(0, 39e6))).rejects.toMatchObject({ code: 'damaged-photo' })
  expect(performance.now() - startedAt).toBeLessThan(10_000)
})

test('forty million bytes are the limit, declared or not', async () => {
  const photo = { sha256: '0'.repeat(64), body: asBody(Buffer.alloc(40_000_001), 1 << 20) }
  await expect(receivePhoto(county.world, squad, { ...photo, declaredBytes: 40_000_001 })).rejects.toMatchObject({
    code: 'photo-too-large',
  })
  await expect(receivePhoto(county.world, squad, { ...photo, declaredBytes: null })).rejects.toMatchObject({
    code: 'photo-too-large',
  })
  await expectNothingLeft()
})

test('of a sender who falls silent or disappears only what came is kept, once, and never as a photo', async () => {
  const bytes = await jpeg()
  const stops = async function* (how: () => Promise<never>) {
    yield bytes.subarray(0, 1000)
    await how()
  }
  const limits = { ...usualUploadLimits, silenceMillis: 50 }
  for (const how of [() => new Promise<never>(() => undefined), () => Promise.reject(new Error('aborted'))]) {
    const photo = { sha256: sha256Of(bytes), body: stops(how), declaredBytes: bytes.length }
    await expect(receivePhoto(county.world, squad, photo, limits)).rejects.toMatchObject({ code: 'upload-broken' })
    expect(await county.world.photos.sizeOfPartial({ owner: squad.id, sha256: sha256Of(bytes) })).toBe(1000)
  }
  await county.world.photos.dropPartial({ owner: squad.id, sha256: sha256Of(bytes) })
  await expectNothingLeft()
})
