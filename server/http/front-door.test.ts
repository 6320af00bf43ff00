import { gunzipSync } from 'node:zlib'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp } from '../app.ts'
import { clientOf, type TestClient } from '../test-client.ts'
import { type TestCounty, testCounty, testPassword } from '../test-county.ts'

let county: TestCounty
let squad: TestClient
beforeAll(async () => {
  county = await testCounty()
  squad = await county.as('squad1')
})
afterAll(() => county.close())

const log = pino({ level: 'silent' })
const secureFront = () =>
  makeApp(county.world, { publicUrl: 'https://luqing.example', trustProxy: [], log, webFolder: '/nowhere' })

test('what changes something must come from a page of ours', async () => {
  const send = async (headers: Record<string, string>): Promise<unknown> =>
    (await squad.post('/api/feedback', { id: 'f', page: '/', words: '好' }, headers)).status
  expect(await send({ Origin: 'http://localhost' })).toBe(201)
  expect(await send({ Origin: 'http://elsewhere.example' })).toBe(403)
  expect(await send({ Origin: 'http://localhost.elsewhere.example' })).toBe(403)
  expect(await send({ Origin: 'http://localhost:81' })).toBe(403)
  expect(await send({ Origin: 'null' })).toBe(403)
  expect(await send({ Origin: '' })).toBe(403)
  expect(await send({ Origin: 'http://localhost', 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
  expect(await send({ Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-site' })).toBe(403)
  expect(await send({ Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin' })).toBe(201)
})

test('signing in from another site is refused as well', async () => {
  const answer = await county
    .stranger()
    .post('/api/session', { account: 'squad1', password: testPassword }, { Origin: 'http://elsewhere.example' })
  expect([answer.status, answer.at('code'), answer.headers.getSetCookie()]).toEqual([403, 'wrong-origin', []])
})

test('a browser that sends no Origin may prove itself by Referer; one that sends neither may not', async () => {
  const send = async (headers: Record<string, string>): Promise<number> => {
    const init = { method: 'DELETE', headers: { Cookie: squad.cookie(), ...headers } }
    return (await county.app.request('/api/sessions/nothing', init)).status
  }
  expect(await send({ Referer: 'http://localhost/hazards' })).toBe(404)
  expect(await send({ Referer: 'http://elsewhere.example/localhost' })).toBe(403)
  expect(await send({})).toBe(403)
})

test('under HTTPS a page of the same name without HTTPS is not ours', async () => {
  const send = async (origin: string): Promise<number> =>
    (
      await clientOf(secureFront()).post(
        '/api/session',
        { account: 'squad1', password: testPassword },
        { Origin: origin },
      )
    ).status
  expect(await send('https://luqing.example')).toBe(201)
  expect(await send('https://localhost')).toBe(201)
  expect(await send('http://localhost')).toBe(403)
  expect(await send('http://luqing.example')).toBe(403)
})

test('reading needs no proof of origin', async () => {
  expect((await squad.get('/api/session', { Origin: 'http://elsewhere.example' })).status).toBe(200)
})

test('every answer carries a strict policy: good ones, problems, pages', async () => {
  for (const path of ['/api/session', '/api/door', '/api/nothing', '/', '/api/docs']) {
    const { headers } = await county.stranger().get(path)
    const policy = headers.get('Content-Security-Policy') ?? ''
    expect([path, policy.includes("default-src 'none'"), policy.includes("script-src 'self'")]).toEqual([
      path,
      true,
      true,
    ])
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|http:|\*/)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('X-Frame-Options')).toBe('DENY')
    expect(headers.get('Referrer-Policy')).toBe('same-origin')
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
    expect(headers.get('Permissions-Policy')).toContain('geolocation=(self)')
    expect(headers.get('Strict-Transport-Security')).toBeNull()
  }
})

test('HTTPS is asked for a year ahead, but only by those who have it', async () => {
  const { headers } = await clientOf(secureFront()).get('/api/door')
  expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
})

test('no answer of the API is kept by a cache unless its route says so', async () => {
  expect((await squad.get('/api/people')).headers.get('Cache-Control')).toBe('no-store')
  expect((await squad.get('/api/nothing')).headers.get('Cache-Control')).toBe('no-store')
  expect((await squad.get('/api/county')).headers.get('Cache-Control')).toBe('private, no-cache')
})

test('an unknown address is 404 and a known one asked the wrong way 405 with what it allows, both as problems', async () => {
  const absent = await squad.get('/api/nothing/here')
  expect([absent.status, absent.at('code')]).toEqual([404, 'not-there'])
  const wrong = await squad.put('/api/people', {})
  expect([wrong.status, wrong.at('code'), wrong.headers.get('Allow')]).toEqual([405, 'wrong-method', 'GET'])
  expect((await squad.delete('/api/units/unit-squad1')).headers.get('Allow')).toBe('GET, PUT')
  expect((await squad.post('/somewhere', {})).status).toBe(404)
})

test('whoever has not signed in learns of no address whether it is there', async () => {
  for (const path of [
    '/api/people',
    '/api/nothing',
    '/api/hazards/x',
    '/api/photos/x',
    '/api/map/zones',
    '/api/figures',
  ])
    expect([path, (await county.stranger().get(path)).status]).toEqual([path, 401])
})

test('one session that acts without pause is slowed down', async () => {
  const limits = { signIns: { burst: 30, perMinute: 10 }, acts: { burst: 3, perMinute: 60 } }
  const front = makeApp(county.world, { publicUrl: null, trustProxy: [], log, webFolder: '/nowhere', limits })
  const client = clientOf(front)
  await client.post('/api/session', { account: 'leader', password: testPassword })
  const act = async (): Promise<number> => (await client.delete('/api/units/none')).status
  expect([await act(), await act(), await act(), await act()]).toEqual([405, 405, 405, 429])
  expect((await client.get('/api/people')).status).toBe(200)
  county.clock.advance({ minutes: 1 })
  expect(await act()).toBe(405)
})

test('lists are packed for those who can unpack them, small answers are left as they are', async () => {
  const packed = await county.app.request('/api/county', {
    headers: { Cookie: squad.cookie(), 'Accept-Encoding': 'br, gzip' },
  })
  expect(packed.headers.get('Content-Encoding')).toBe('gzip')
  const text = gunzipSync(new Uint8Array(await packed.arrayBuffer())).toString()
  expect(JSON.parse(text)).toEqual((await squad.get('/api/county')).body)
  const tag = packed.headers.get('ETag') ?? ''
  expect((await squad.get('/api/county', { 'If-None-Match': tag, 'Accept-Encoding': 'gzip' })).status).toBe(304)
  const small = await squad.get('/api/door', { 'Accept-Encoding': 'gzip' })
  expect([small.headers.get('Content-Encoding'), small.at('code')]).toEqual([null, '360424'])
  expect((await squad.get('/api/county', { 'Accept-Encoding': 'gzip;q=0' })).headers.get('Content-Encoding')).toBeNull()
})
