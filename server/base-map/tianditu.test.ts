import { createServer, type Server } from 'node:http'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp } from '../app.ts'
import { clientOf, type TestClient } from '../test-client.ts'
import { type TestCounty, testCounty, testPassword } from '../test-county.ts'

const key = '0123456789abcdef0123456789abcdef'
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

let county: TestCounty
let squad: TestClient
let upstream: Server
const asked: URL[] = []
let answer: { status: number; headers?: Record<string, string>; body: Buffer } = { status: 200, body: png }

beforeAll(async () => {
  county = await testCounty()
  upstream = createServer((request, response) => {
    asked.push(new URL(request.url ?? '/', 'http://localhost'))
    response.writeHead(answer.status, answer.headers)
    response.end(answer.body)
  })
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve))
  const bound = upstream.address()
  if (bound === null || typeof bound === 'string') throw new Error('no port')
  const tianditu = { key, address: `http://127.0.0.1:${bound.port}` }
  const app = makeApp(county.world, {
    ...{ publicUrl: null, trustProxy: [], log: pino({ level: 'silent' }), webFolder: county.folder },
    baseMap: { folder: null, tianditu, handedOn: { burst: 20, perMinute: 1 } },
  })
  squad = clientOf(app)
  await squad.post('/api/session', { account: 'squad1', password: testPassword })
})
afterAll(async () => {
  upstream.close()
  await county.close()
})

test('without a key nothing of Tianditu is handed on, and the map does not offer it', async () => {
  const without = await county.as('squad1')
  expect((await without.get('/api/base-map')).body).toMatchObject({ tianditu: false })
  expect((await without.get('/api/tianditu/vec/10/837/425')).status).toBe(404)
  expect(asked).toEqual([])
})

test('a tile is asked for with the key, which nobody else gets to see', async () => {
  expect((await squad.get('/api/base-map')).body).toMatchObject({ tianditu: true })
  const tile = await squad.get('/api/tianditu/img/10/837/425')
  expect([tile.status, tile.headers.get('Content-Type'), Buffer.from(tile.bytes)]).toEqual([200, 'image/png', png])
  expect(tile.headers.get('Cache-Control')).toBe('private, max-age=604800')
  const [url] = asked
  expect(url?.pathname).toBe('/img_w/wmts')
  expect(Object.fromEntries(url?.searchParams ?? [])).toMatchObject({
    ...{ LAYER: 'img', TILEMATRIXSET: 'w', TILEMATRIX: '10', TILECOL: '837', TILEROW: '425', tk: key },
  })
  expect(JSON.stringify([...tile.headers])).not.toContain(key)
})

test('what is no layer and no tile is asked of nobody', async () => {
  const before = asked.length
  for (const address of ['ter/10/837/425', 'vec/0/0/0', 'vec/10/1024/0', 'vec/19/0/0', 'vec/10/-1/0', 'vec/a/b/c'])
    expect((await squad.get(`/api/tianditu/${address}`)).status).toBe(404)
  expect(asked.length).toBe(before)
})

test('a refusal, a page in a picture’s place, a flood or a redirect there is “in a moment” here, without a word of theirs', async () => {
  const text = Buffer.from(`{"msg":"key ${key} is wrong"}`)
  for (const bad of [
    { status: 403, body: text },
    { status: 200, body: text },
    { status: 200, body: Buffer.concat([png, Buffer.alloc(1_200_000)]) },
    { status: 302, headers: { Location: 'http://127.0.0.1:9/' }, body: Buffer.alloc(0) },
  ]) {
    answer = bad
    const tile = await squad.get('/api/tianditu/vec/9/418/212')
    expect([tile.status, tile.body]).toEqual([503, expect.objectContaining({ code: 'try-again' })])
    expect(JSON.stringify(tile.body)).not.toContain(key)
  }
  answer = { status: 200, body: png }
})

test('one session cannot copy the country', async () => {
  const all = await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      squad.get(`/api/tianditu/vec/14/${13_000 + (i % 40)}/${6_000 + Math.floor(i / 40)}`),
    ),
  )
  expect(all.map(({ status }) => status)).toContain(429)
})
