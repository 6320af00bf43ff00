import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testOrigin } from '../test-client.ts'
import { type TestClient, type TestCounty, testCounty } from '../test-county.ts'
import { openPhotoStore } from './photo-store-disk.ts'
import { receivePhoto } from './receive-photo.ts'
import { sweepOrphans } from './sweep-orphans.ts'
import { usualUploadLimits } from './take-in.ts'
import { actorOf, filesBelow, jpeg, sha256Of } from './test-pictures.ts'
import { variantsSettled } from './variants.ts'

let county: TestCounty
let squad: TestClient
let bytes: Buffer
let sha256: string

beforeEach(async () => {
  county = await testCounty()
  squad = await county.as('squad1')
  bytes = await jpeg(800, 600)
  sha256 = sha256Of(bytes)
})
afterEach(async () => {
  await variantsSettled(county.world.photos)
  await county.close()
})

/** Sends up to a byte, and the line breaks. */
const breakingAt = (from: number, to: number) => {
  let sent = false
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (sent) controller.error(new Error('the valley'))
        else controller.enqueue(bytes.subarray(from, to))
        sent = true
      },
    },
    { highWaterMark: 0 },
  )
}

const ask = (method: string, body: BodyInit | null, headers: Record<string, string> = {}, client = squad) => {
  const streamed = body instanceof ReadableStream ? { duplex: 'half' } : {}
  const said = { Cookie: client.cookie(), Origin: testOrigin, ...headers }
  return county.app.request(`/api/photos/${sha256}`, { method, body, headers: said, ...streamed })
}
const head = async (client = squad) => {
  const { status, headers } = await ask('HEAD', null, {}, client)
  return { status, kept: headers.get('Upload-Offset') }
}
const rest = (offset: number, body: BodyInit = new Uint8Array(bytes.subarray(offset)), client = squad) =>
  ask('PATCH', body, { 'Upload-Offset': String(offset) }, client)
const brokenAt = async (at: number) => {
  expect((await ask('PUT', breakingAt(0, at))).status).toBe(408)
  expect(await head()).toEqual({ status: 404, kept: String(at) })
}
const rows = () => county.world.db.q.select().from(county.world.db.t.photos)
const incoming = () => filesBelow(join(county.folder, 'photos', 'incoming'))

test('an upload that broke goes on where it broke: only the rest is sent, and the photo is whole', async () => {
  await brokenAt(20_000)
  expect(await rows()).toEqual([])
  const sent = bytes.length - 20_000
  const answer = await rest(20_000)
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({ sha256, bytes: 20_000 + sent })
  expect(await head()).toEqual({ status: 200, kept: null })
  expect(await incoming()).toEqual([])
  const whole = await squad.get(`/api/photos/${sha256}/original`)
  expect(Buffer.from(whole.bytes).equals(bytes)).toBe(true)
})

test('it may break again and again, and no byte is sent twice', async () => {
  await brokenAt(5_000)
  for (const [from, to] of [
    [5_000, 9_000],
    [9_000, 9_001],
    [9_001, 30_000],
  ] as const) {
    expect((await ask('PATCH', breakingAt(from, to), { 'Upload-Offset': String(from) })).status).toBe(408)
    expect((await head()).kept).toBe(String(to))
  }
  expect((await rest(30_000)).status).toBe(201)
})

test('to go on from another byte than the one kept is refused, and says where to go on', async () => {
  await brokenAt(8_000)
  for (const offset of [1, 7_999, 8_001]) {
    const answer = await rest(offset)
    expect([answer.status, answer.headers.get('Upload-Offset')]).toEqual([409, '8000'])
    expect(await answer.json()).toMatchObject({ code: 'offset-mismatch' })
  }
  expect((await rest(8_000)).status).toBe(201)
})

test('without a word where it goes on, nothing is gone on with', async () => {
  await brokenAt(8_000)
  for (const offset of ['', '-1', '1.5', 'all', '0']) {
    const answer = await ask('PATCH', new Uint8Array(bytes), offset === '' ? {} : { 'Upload-Offset': offset })
    expect([offset, answer.status]).toEqual([offset, 422])
  }
})

test('what is kept is its sender’s alone', async () => {
  await brokenAt(8_000)
  const other = await county.as('squad1b')
  expect(await head(other)).toEqual({ status: 404, kept: '0' })
  const answer = await rest(8_000, new Uint8Array(bytes.subarray(8_000)), other)
  expect([answer.status, answer.headers.get('Upload-Offset')]).toEqual([409, '0'])
})

test('a rest that does not fit what is kept leaves nothing: the photo is sent again from its beginning', async () => {
  await brokenAt(8_000)
  const answer = await rest(8_000, new Uint8Array(bytes.length - 8_000))
  expect(await answer.json()).toMatchObject({ status: 422, code: 'hash-mismatch' })
  expect(await head()).toEqual({ status: 404, kept: '0' })
  expect((await ask('PUT', new Uint8Array(bytes))).status).toBe(201)
})

test('a body shorter than it was declared is broken, not wrong', async () => {
  const declared = { 'Content-Length': String(bytes.length) }
  expect((await ask('PUT', new Uint8Array(bytes.subarray(0, 9_000)), declared)).status).toBe(408)
  expect((await head()).kept).toBe('9000')
})

test('two lines that go on with the same photo at once do not spoil it', async () => {
  await brokenAt(8_000)
  let answers: number[] = []
  for (let tries = 0; tries < 5 && !answers.some((status) => status <= 201); tries++) {
    const { kept } = await head()
    answers = await Promise.all([rest(Number(kept)), rest(Number(kept))].map(async (answer) => (await answer).status))
  }
  expect(answers.filter((status) => ![200, 201, 408, 409].includes(status))).toEqual([])
  expect((await ask('PUT', new Uint8Array(bytes))).status).toBe(200)
  expect(await rows()).toHaveLength(1)
  const whole = await squad.get(`/api/photos/${sha256}/original`)
  expect(Buffer.from(whole.bytes).equals(bytes)).toBe(true)
})

test('a line that hangs does not keep its sender from going on with another', async () => {
  const hanging = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.subarray(0, 10_000)),
  })
  const first = ask('PUT', hanging)
  await expect.poll(async () => (await head()).kept, { timeout: 20_000 }).toBe('10000')
  expect((await rest(10_000)).status).toBe(201)
  expect((await first).status).toBe(408)
})

test('whose answer was lost asks again and is told the same', async () => {
  await brokenAt(8_000)
  expect((await rest(8_000)).status).toBe(201)
  expect((await rest(8_000)).status).toBe(200)
})

test('a server that was killed goes on with what lies on its disk', async () => {
  await brokenAt(12_000)
  const photos = await openPhotoStore(join(county.folder, 'photos'))
  const world = { ...county.world, photos }
  const body = (async function* () {
    yield bytes.subarray(12_000)
  })()
  const received = await receivePhoto(world, actorOf('squad1'), { sha256, body, declaredBytes: null, offset: 12_000 })
  expect(received).toMatchObject({ isNew: true, photo: { sha256, bytes: bytes.length } })
  await variantsSettled(photos)
  await photos.close()
})

test('what nobody goes on with for two days is swept away, and not before', async () => {
  await brokenAt(8_000)
  const path = join(county.folder, 'photos', 'incoming', (await incoming())[0] ?? '')
  const hour = 3600
  const age = (seconds: number) => utimes(path, Date.now() / 1000 - seconds, Date.now() / 1000 - seconds)
  await age(47 * hour)
  expect(await sweepOrphans(county.world, 'everything')).toMatchObject({ leftovers: 0, removed: 0 })
  expect((await head()).kept).toBe('8000')
  await age(49 * hour)
  expect((await sweepOrphans(county.world, 'in-doubt')).leftovers).toBe(1)
  expect((await head()).kept).toBe('0')
})

test('one person’s broken uploads are bounded: the oldest goes first, and other people’s stay', async () => {
  const limits = { ...usualUploadLimits, silenceMillis: 20 }
  const begin = async (account: string, number: number) => {
    const name = sha256Of(Buffer.from(`${account} ${number}`))
    const body = (async function* () {
      yield Buffer.alloc(1000, number)
      throw new Error('broken')
    })()
    const sent = { sha256: name, body, declaredBytes: null }
    await expect(receivePhoto(county.world, actorOf(account), sent, limits)).rejects.toMatchObject({
      code: 'upload-broken',
    })
    const file = (await incoming()).find((path) => path.endsWith(name)) ?? ''
    await utimes(join(county.folder, 'photos', 'incoming', file), number, number)
    return name
  }
  const other = await begin('squad2', 1)
  const mine: string[] = []
  for (let number = 1; number <= 18; number++) mine.push(await begin('squad1', number))
  const kept = async (owner: string, name: string) => county.world.photos.sizeOfPartial({ owner, sha256: name })
  expect(await kept('squad2', other)).toBe(1000)
  expect(await Promise.all(mine.map((name) => kept('squad1', name)))).toEqual([0, 0, ...Array(16).fill(1000)])
})

test('a full disk is said as such, what was kept before stays, and with room again the rest is enough', async () => {
  await brokenAt(8_000)
  const { photos } = county.world
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
  const resumeIncoming: typeof photos.resumeIncoming = async (sending, offset) => {
    const resumed = await photos.resumeIncoming(sending, offset)
    return 'file' in resumed ? { ...resumed, file: { ...resumed.file, write: () => Promise.reject(full) } } : resumed
  }
  const world = { ...county.world, photos: { ...photos, resumeIncoming } }
  const body = (async function* () {
    yield bytes.subarray(8_000)
  })()
  const sent = { sha256, body, declaredBytes: null, offset: 8_000 }
  await expect(receivePhoto(world, actorOf('squad1'), sent)).rejects.toMatchObject({ code: 'ENOSPC' })
  expect((await head()).kept).toBe('8000')
  expect((await rest(8_000)).status).toBe(201)
})

test('while somebody sends photos none of their connections is used twice, and afterwards all are again', async () => {
  const connectionOf = async (client: TestClient) => (await client.get('/api/mine')).headers.get('Connection')
  expect(await connectionOf(squad)).toBeNull()
  expect((await ask('PUT', new Uint8Array(bytes))).headers.get('Connection')).toBe('close')
  expect(await connectionOf(squad)).toBe('close')
  expect(await connectionOf(await county.as('squad2'))).toBeNull()
  county.clock.advance({ minutes: 1 })
  expect(await connectionOf(squad)).toBeNull()
})
