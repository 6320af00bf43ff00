import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestClient, type TestCounty, testCounty } from '../test-county.ts'
import { jpeg, picture, sha256Of } from './test-pictures.ts'
import { variantsSettled } from './variants.ts'

let county: TestCounty

beforeEach(async () => {
  county = await testCounty()
})

afterEach(() => county.close())

const put = (client: TestClient, bytes: Uint8Array, sha256 = sha256Of(bytes)) =>
  client.put(`/api/photos/${sha256}`, bytes)

const addressesOf = (sha256: string) =>
  ['', '/large', '/small', '/original'].map((part) => `/api/photos/${sha256}${part}`)

/** A hazard reported in 义宁镇 with this photo, at the middle of squad1's area. */
const report = async (client: TestClient, sha256: string) => {
  const at = county.clock.now()
  const position = { longitude: 114.55, latitude: 29.05, accuracyMetres: 8, source: 'device', at }
  const photos = [{ id: county.world.newId(), sha256, capturedAt: at, position }]
  const body = { code: 'A05', source: 'patrol', position, capturedAt: at, photos, sceneComplete: true }
  const { status } = await client.put(`/api/hazards/${county.world.newId()}`, body)
  expect(status).toBe(201)
}

test('a photo is created by the first sending and only confirmed by the second', async () => {
  const squad = await county.as('squad1')
  const bytes = await picture(320, 240)
    .jpeg()
    .withExif({ IFD0: { Make: 'vivo' } })
    .toBuffer()
  const first = await put(squad, bytes)
  const again = await put(squad, bytes)
  expect([first.status, again.status]).toEqual([201, 200])
  expect(again.body).toEqual(first.body)
  expect(first.body).toEqual({
    ...{ sha256: sha256Of(bytes), bytes: bytes.length, format: 'jpeg', widthPixels: 320, heightPixels: 240 },
    trailingBytes: 0,
    exif: { takenAt: null, longitude: null, latitude: null, make: 'vivo', model: null },
  })
})

test('nobody without a session sends or sees photos', async () => {
  const bytes = await jpeg()
  expect((await put(county.stranger(), bytes)).status).toBe(401)
  for (const path of addressesOf(sha256Of(bytes))) expect((await county.stranger().get(path)).status).toBe(401)
})

test.each([
  ['another hash', 422, 'hash-mismatch', async () => put(await county.as('squad1'), await jpeg(), '0'.repeat(64))],
  ['something else', 415, 'not-a-photo', async () => put(await county.as('squad1'), Buffer.from('<svg/>'))],
  ['half a photo', 422, 'damaged-photo', async () => put(await county.as('squad1'), (await jpeg()).subarray(0, 3000))],
  ['no body', 415, 'not-a-photo', async () => put(await county.as('squad1'), Buffer.alloc(0))],
  ['a leader’s photo', 403, 'not-yours', async () => put(await county.as('leader'), await jpeg())],
  ['no hash', 422, 'invalid', async () => (await county.as('squad1')).put('/api/photos/me', Buffer.from('x'))],
  ['a hash in capitals', 422, 'invalid', async () => put(await county.as('squad1'), await jpeg(), 'A'.repeat(64))],
])('%s is answered %i %s', async (_what, status, code, send) => {
  expect(await send()).toMatchObject({ status, body: { code } })
})

test('HEAD says whether a photo is here, so that a phone need not send it again', async () => {
  const squad = await county.as('squad1')
  const bytes = await jpeg()
  const path = `/api/photos/${sha256Of(bytes)}`
  const head = async () => {
    const headers = { Cookie: squad.cookie() }
    return (await county.app.request(path, { method: 'HEAD', headers })).status
  }
  expect(await head()).toBe(404)
  await put(squad, bytes)
  expect(await head()).toBe(200)
  await rm(join(county.folder, 'photos', 'originals'), { recursive: true })
  expect(await head()).toBe(404)
})

test('who sent a photo sees it before any hazard carries it, and nobody else does', async () => {
  const bytes = await jpeg()
  await put(await county.as('squad1'), bytes)
  for (const path of addressesOf(sha256Of(bytes))) {
    expect((await (await county.as('squad1')).get(path)).status).toBe(200)
    for (const account of ['squad1b', 'squad2', 'reviewer', 'leader', 'admin'])
      expect((await (await county.as(account)).get(path)).status).toBe(404)
  }
})

test('a photo on a hazard is seen by everybody in whose scope the hazard lies, and by nobody else', async () => {
  const bytes = await jpeg()
  const sha256 = sha256Of(bytes)
  await put(await county.as('reporter'), bytes)
  await report(await county.as('reporter'), sha256)
  const sees = async (account: string) => {
    const client = await county.as(account)
    const answers = await Promise.all(addressesOf(sha256).map((path) => client.get(path)))
    return answers.map(({ status }) => status)
  }
  for (const account of ['reporter', 'squad1', 'squad1b', 'chief1', 'reviewer', 'leader'])
    expect([account, ...(await sees(account))]).toEqual([account, 200, 200, 200, 200])
  for (const account of ['squad2', 'chief2', 'dept1', 'admin'])
    expect([account, ...(await sees(account))]).toEqual([account, 404, 404, 404, 404])
})

test('a photo out of sight answers exactly like one that does not exist', async () => {
  const bytes = await jpeg()
  await put(await county.as('squad1'), bytes)
  await variantsSettled(county.world.photos)
  const stranger = await county.as('squad2')
  const hidden = addressesOf(sha256Of(bytes))
  const absent = addressesOf(sha256Of(Buffer.from(randomUUID())))
  for (const [index, path] of hidden.entries()) {
    const [there, nowhere] = [await stranger.get(path), await stranger.get(absent[index] ?? '')]
    expect({ ...Object(there.body), instance: '' }).toEqual({ ...Object(nowhere.body), instance: '' })
    expect([...there.headers.keys()].sort()).toEqual([...nowhere.headers.keys()].sort())
  }
})

test('a variant is a WebP that the reader’s browser keeps for ever, and nobody’s proxy', async () => {
  const squad = await county.as('squad1')
  const bytes = await jpeg(2000, 1500)
  await put(squad, bytes)
  const path = `/api/photos/${sha256Of(bytes)}/small`
  const { status, headers } = await squad.get(path)
  expect(status).toBe(200)
  expect(headers.get('Content-Type')).toBe('image/webp')
  expect(headers.get('Cache-Control')).toBe('private, max-age=31536000, immutable')
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  const again = await squad.get(path, { 'If-None-Match': headers.get('ETag') ?? '' })
  expect(again.status).toBe(304)
  expect((await (await county.as('squad2')).get(path, { 'If-None-Match': headers.get('ETag') ?? '' })).status).toBe(404)
})

test.each(['jpeg', 'png', 'webp'] as const)(
  'an original leaves whole, as a download, and is run or shown nowhere (%s)',
  async (format) => {
    const squad = await county.as('squad1')
    const page = Buffer.from('<script>alert(document.domain)</script>')
    const bytes = Buffer.concat([await picture(64, 48).toFormat(format).toBuffer(), page])
    const sha256 = sha256Of(bytes)
    await put(squad, bytes)
    const response = await county.app.request(`/api/photos/${sha256}/original`, { headers: { Cookie: squad.cookie() } })
    const ending = format === 'jpeg' ? 'jpg' : format
    expect(response.headers.get('Content-Disposition')).toBe(`attachment; filename="${sha256.slice(0, 8)}.${ending}"`)
    expect(response.headers.get('Content-Security-Policy')).toBe('sandbox')
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(response.headers.get('Content-Type')).toBe(`image/${format}`)
    expect(response.headers.get('Content-Length')).toBe(String(bytes.length))
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
  },
)

test.each(['huge', '..%2Foriginal', 'original%00'])('there is no size called %s', async (size) => {
  const squad = await county.as('squad1')
  const bytes = await jpeg()
  await put(squad, bytes)
  expect((await squad.get(`/api/photos/${sha256Of(bytes)}/${size}`)).status).toBeGreaterThanOrEqual(400)
})
