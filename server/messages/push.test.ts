import { createECDH, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepBooks } from '../../db/unit-of-work.ts'
import { readAllowList } from '../hooks/allow-list.ts'
import { sendDeliveries } from '../hooks/send-deliveries.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { type Walk, walkIn } from '../test-walk.ts'
import { afterQuiet } from './push-times.ts'

let county: TestCounty
let walk: Walk
let service: Server
let rung: { headers: IncomingMessage['headers']; body: Buffer }[]
let status: number
let endpoint: string

beforeEach(async () => {
  county = await testCounty()
  walk = walkIn(county)
  rung = []
  status = 201
  service = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part) => parts.push(part))
    request.on('end', () => {
      rung.push({ headers: request.headers, body: Buffer.concat(parts) })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
  const address = service.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  endpoint = `http://127.0.0.1:${address.port}/push/one`
})
afterEach(async () => {
  service.closeAllConnections()
  await new Promise((resolve) => service.close(resolve))
  await county.close()
})

const browser = () => {
  const pair = createECDH('prime256v1')
  return { endpoint, p256dh: pair.generateKeys('base64url'), auth: randomBytes(16).toString('base64url') }
}
const subscribe = async (account: string) => (await walk.as(account)).post('/api/messages/push/on', browser())
const send = async (): Promise<void> => {
  const allow = readAllowList('127.0.0.1')
  if (!allow) throw new Error('no allow-list')
  await sendDeliveries(county.world, { allow, publicUrl: null }, () => true)
}
const phones = async (account: string): Promise<unknown> =>
  (await (await walk.as(account)).get('/api/messages/push')).at('phones', 0)

test('a phone that was switched on rings, encrypted and signed with the server’s own lasting key', async () => {
  expect((await subscribe('chief1')).status).toBe(200)
  await walk.registered()
  await send()
  expect(rung).toHaveLength(1)
  const { headers, body } = rung[0] ?? { headers: {}, body: Buffer.alloc(0) }
  expect(headers['content-encoding']).toBe('aes128gcm')
  expect(headers['topic']).toMatch(/^m\d+$/)
  expect(body.toString('utf8')).not.toContain('减速带')
  const key = (await (await walk.as('chief1')).get('/api/messages/push')).at('publicKey')
  expect(headers['authorization']).toContain(`k=${key}`)
  expect((await (await walk.as('chief2')).get('/api/messages/push')).at('publicKey')).toBe(key)
})

test('a browser that is gone is struck off', async () => {
  await subscribe('chief1')
  status = 410
  await walk.registered()
  await send()
  expect(await phones('chief1')).toBeUndefined()
})

test('what somebody silenced, read already or switched off does not ring', async () => {
  const chief = await walk.as('chief1')
  await subscribe('chief1')
  await chief.put('/api/messages/choices', { silent: ['task-assigned'], quietFrom: null, quietUntil: null })
  await walk.registered()
  await chief.put('/api/messages/choices', { silent: [], quietFrom: null, quietUntil: null })
  await walk.registered()
  await chief.post('/api/messages/read', { upTo: 1_000 })
  await send()
  expect(rung).toEqual([])
  await chief.post('/api/messages/push/off', { endpoint })
  await walk.registered()
  await send()
  expect(rung).toEqual([])
})

test('in quiet hours it rings afterwards', async () => {
  const chief = await walk.as('chief1')
  await subscribe('chief1')
  // the clock stands at 9:00 in the county
  await chief.put('/api/messages/choices', { silent: [], quietFrom: 8, quietUntil: 10 })
  await walk.registered()
  await send()
  expect(rung).toEqual([])
  walk.later({ minutes: 61 })
  await send()
  expect(rung).toHaveLength(1)
})

test('quiet hours may go over midnight', () => {
  const night = { quietFrom: 22, quietUntil: 7 }
  const zone = 'Asia/Shanghai'
  expect(afterQuiet(night, '2026-11-18T13:59:00.000Z', zone)).toBe('2026-11-18T13:59:00.000Z')
  expect(afterQuiet(night, '2026-11-18T14:00:00.000Z', zone)).toBe('2026-11-18T23:00:00.000Z')
  expect(afterQuiet(night, '2026-11-18T22:00:00.000Z', zone)).toBe('2026-11-18T23:00:00.000Z')
  expect(afterQuiet(night, '2026-11-18T23:00:00.000Z', zone)).toBe('2026-11-18T23:00:00.000Z')
})

test('a browser rings for whoever switched it on last', async () => {
  await subscribe('chief2')
  await subscribe('chief1')
  expect(await phones('chief2')).toBeUndefined()
  expect(await phones('chief1')).toBeDefined()
})

test('one tries one’s own phone only', async () => {
  await subscribe('chief1')
  expect((await (await walk.as('chief1')).post('/api/messages/push/test', { endpoint })).body).toEqual({
    ...{ ok: true, fault: null },
  })
  expect((await (await walk.as('chief2')).post('/api/messages/push/test', { endpoint })).status).toBe(404)
})

test('a key that is no point of the curve is refused, for nothing could ever be encrypted to it', async () => {
  const chief = await walk.as('chief1')
  const answer = await chief.post('/api/messages/push/on', { ...browser(), p256dh: `B${'A'.repeat(86)}` })
  expect([answer.status, answer.at('fields', 0, 'pointer')]).toEqual([422, '/p256dh'])
  expect(await phones('chief1')).toBeUndefined()
})

test('nobody has more than twelve browsers ring: the one switched on longest ago goes', async () => {
  const chief = await walk.as('chief1')
  for (let at = 0; at < 13; at += 1) {
    walk.later({ minutes: 1 })
    const endpointOfOne = `https://push.example/${at}`
    expect((await chief.post('/api/messages/push/on', { ...browser(), endpoint: endpointOfOne })).status).toBe(200)
  }
  const ask = (at: number) => chief.post('/api/messages/push/test', { endpoint: `https://push.example/${at}` })
  expect((await ask(0)).status).toBe(404)
  expect((await chief.get('/api/messages/push')).at('phones', 11)).toBeDefined()
  expect((await chief.get('/api/messages/push')).at('phones', 12)).toBeUndefined()
})

test('a message that cannot be encrypted counts as a try like any other, and holds up nobody', async () => {
  await subscribe('chief1')
  const { db } = county.world
  // as an older release, which did not look at the key, has left it
  await keepBooks(db, async (tx) => {
    await tx.q.update(tx.t.pushSubscriptions).set({ p256dh: `B${'A'.repeat(86)}` })
  })
  await walk.registered()
  await expect(send()).rejects.toThrow()
  const rows = await db.q.select().from(db.t.deliveries)
  expect(rows.map(({ state, lastError }) => [state, lastError])).toEqual([['waiting', 'not-sendable']])
})
