import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp } from '../app.ts'
import { clientOf, type TestClient } from '../test-client.ts'
import { type TestCounty, testCounty, testPassword } from '../test-county.ts'
import { SessionList } from './wire.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

const enter = async (account: string, staySignedIn = false, userAgent = ''): Promise<TestClient> => {
  const client = county.stranger()
  const body = { account, password: testPassword, staySignedIn }
  expect((await client.post('/api/session', body, { 'User-Agent': userAgent })).status).toBe(201)
  return client
}
const isIn = async (client: TestClient): Promise<boolean> => (await client.get('/api/session')).status === 200

test('the cookie cannot be read by scripts, is sent with links from messages, and ends with the browser', async () => {
  const { headers } = await county.stranger().post('/api/session', { account: 'squad1', password: testPassword })
  const [cookie = ''] = headers.getSetCookie()
  expect(cookie).toMatch(/^luqing=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
})

test('what is sent in somebody’s name is not taken with another’s session', async () => {
  const squad = await enter('squad1')
  const asPerson = (id: string) =>
    squad.post('/api/feedback', { id: `as-${id}`, page: '/', words: '好' }, { 'Luqing-Person': id })
  expect(await asPerson('squad2')).toMatchObject({ status: 401, body: { code: 'not-signed-in' } })
  expect((await asPerson('squad1')).status).toBe(201)
})

test('over HTTPS the cookie is bound to this host and never sent in the clear', async () => {
  const log = pino({ level: 'silent' })
  const front = makeApp(county.world, {
    publicUrl: 'https://luqing.example',
    trustProxy: [],
    log,
    webFolder: '/nowhere',
  })
  const client = clientOf(front)
  const body = { account: 'squad1', password: testPassword, staySignedIn: true }
  const { headers } = await client.post('/api/session', body, { Origin: 'https://luqing.example' })
  const [cookie = ''] = headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-luqing=/)
  expect(cookie).toMatch(/Max-Age=7776000/)
  expect(cookie).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  expect(await isIn(client)).toBe(true)
  const token = client.cookie().split('=')[1]
  expect((await front.request('/api/session', { headers: { Cookie: `luqing=${token}` } })).status).toBe(401)
})

test('the database holds no token: only its SHA-256', async () => {
  const client = await enter('squad1')
  const token = client.cookie().split('=')[1] ?? ''
  const { q, t } = county.world.db
  const rows = await q.select().from(t.sessions)
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('on a shared machine a session ends after twelve hours, on one’s own device it lives on', async () => {
  const [shared, own] = [await enter('dept1'), await enter('dept1', true)]
  county.clock.advance({ hours: 11 })
  expect([await isIn(shared), await isIn(own)]).toEqual([true, true])
  county.clock.advance({ hours: 1 })
  expect([await isIn(shared), await isIn(own)]).toEqual([false, true])
})

test('on one’s own device a session ends after thirty days without use, and after ninety in any case', async () => {
  const [used, unused] = [await enter('leader', true), await enter('leader', true)]
  for (let day = 0; day < 80; day += 20) {
    county.clock.advance({ days: 20 })
    expect(await isIn(used)).toBe(true)
  }
  expect(await isIn(unused)).toBe(false)
  county.clock.advance({ days: 10 })
  expect(await isIn(used)).toBe(false)
})

test('last use is written at most once an hour and leaves no trace in the journal', async () => {
  const client = await enter('reviewer')
  const { q, t } = county.world.db
  const journalLength = (): Promise<number> => q.$count(t.journal)
  const lastUsed = async (): Promise<unknown> => (await client.get('/api/sessions')).at('sessions', 0, 'lastUsedAt')
  const [before, entries] = [await lastUsed(), await journalLength()]
  county.clock.advance({ minutes: 59 })
  expect(await lastUsed()).toBe(before)
  county.clock.advance({ minutes: 1 })
  expect(await lastUsed()).toBe(county.clock.now())
  expect(await journalLength()).toBe(entries)
})

test('people see their own devices by name, tell the present one apart, and nobody else’s', async () => {
  const phone = 'Mozilla/5.0 (Linux; Android 14; ALN-AL00) AppleWebKit/537.36 Chrome/114.0 Mobile Safari/537.36'
  const client = await enter('reviewer2', true, phone)
  await enter('reviewer2')
  const { sessions } = SessionList.parse((await client.get('/api/sessions')).body)
  expect(sessions.map(({ device, current }) => ({ device, current }))).toEqual(
    expect.arrayContaining([
      { device: 'Android · Chrome', current: true },
      { device: '', current: false },
    ]),
  )
  expect(sessions).toHaveLength(2)
})

test('a session revoked from another device is over at once', async () => {
  const [phone, desk] = [await enter('chief1'), await enter('chief1')]
  const { sessions } = SessionList.parse((await desk.get('/api/sessions')).body)
  const other = sessions.find(({ current }) => !current)
  expect((await desk.delete(`/api/sessions/${other?.id}`)).status).toBe(204)
  expect([await isIn(phone), await isIn(desk)]).toEqual([false, true])
  expect((await desk.delete(`/api/sessions/${other?.id}`)).status).toBe(404)
})

test('another person’s session answers like one that does not exist', async () => {
  const [mine, theirs] = [await enter('chief1'), await enter('chief2')]
  const id = (await theirs.get('/api/session')).at('sessionId')
  const answer = await mine.delete(`/api/sessions/${String(id)}`)
  expect([answer.status, answer.at('code')]).toEqual([404, 'not-there'])
  expect(await isIn(theirs)).toBe(true)
})

test('signing out ends the session and takes the cookie back', async () => {
  const client = await enter('reporter')
  const [kept] = [client.cookie()]
  expect((await client.delete('/api/session')).status).toBe(204)
  expect(client.cookie()).toBe('')
  expect((await county.app.request('/api/session', { headers: { Cookie: kept } })).status).toBe(401)
})

test('a made-up or damaged token is nobody', async () => {
  for (const token of ['', 'x', 'A'.repeat(43), `${'A'.repeat(42)}%00`, '../../etc']) {
    const { status } = await county.app.request('/api/session', { headers: { Cookie: `luqing=${token}` } })
    expect(status).toBe(401)
  }
})

test('who signs out, or whose session has ended, leaves no picture in the browser’s cache', async () => {
  const word = (answer: { headers: Headers }) => answer.headers.get('Clear-Site-Data')
  const [lost, own] = [await enter('squad2'), await enter('squad2')]
  expect(word(await own.get('/api/session'))).toBeNull()
  const { sessions } = SessionList.parse((await own.get('/api/sessions')).body)
  const other = sessions.find(({ current }) => !current)
  expect((await own.delete(`/api/sessions/${other?.id}`)).status).toBe(204)
  const found = await lost.get('/api/session')
  expect([found.status, word(found)]).toEqual([401, '"cache"'])
  const left = await own.delete('/api/session')
  expect([left.status, word(left)]).toEqual([204, '"cache"'])
  // whoever was never here has nothing to lose
  const stranger = await county.stranger().get('/api/session')
  expect([stranger.status, word(stranger)]).toEqual([401, null])
})
