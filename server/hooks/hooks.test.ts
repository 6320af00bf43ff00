import { createServer, type IncomingMessage, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MessageList } from '../messages/wire.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { type Walk, walkIn } from '../test-walk.ts'
import { readAllowList } from './allow-list.ts'
import { sendDeliveries, takeBack } from './send-deliveries.ts'
import { HookList } from './wire.ts'

let county: TestCounty
let walk: Walk
let receiver: Server
let url: string
let heard: { headers: IncomingMessage['headers']; body: string }[]
let answer: { status: number; text: string }

beforeEach(async () => {
  county = await testCounty()
  walk = walkIn(county)
  heard = []
  answer = { status: 200, text: '{"errcode":0}' }
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      heard.push({ headers: request.headers, body })
      response.writeHead(answer.status).end(answer.text)
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const address = receiver.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  url = `http://127.0.0.1:${address.port}/robot?key=very-secret`
})
afterEach(async () => {
  receiver.closeAllConnections()
  await new Promise((resolve) => receiver.close(resolve))
  await county.close()
})

const secret = 'a-secret-of-24-letters..'
const body = (given: object = {}) => ({
  ...{ kind: 'plain', name: '县交警队', url, secret, events: ['task-assigned'], active: true },
  ...given,
})
const add = async (given: object = {}, id = 'hook-1') => (await walk.as('admin')).put(`/api/hooks/${id}`, body(given))
const send = async (): Promise<void> => {
  const allow = readAllowList('127.0.0.1')
  if (!allow) throw new Error('no allow-list')
  const outside = { allow, publicUrl: 'https://luqing.example' }
  while (await sendDeliveries(county.world, outside, () => true));
}
const listed = async (): Promise<HookList> => HookList.parse((await (await walk.as('admin')).get('/api/hooks')).body)
const states = async () => (await listed()).hooks.flatMap(({ deliveries }) => deliveries.map(({ state }) => state))

test('what happens reaches the receiver once, signed, with a link; other news does not', async () => {
  expect((await add()).status).toBe(200)
  const hazard = await walk.registered()
  await walk.step('chief1', hazard, walk.onTask(hazard, 'accept'))
  await send()
  await send()
  expect(heard).toHaveLength(1)
  const said = JSON.parse(heard[0]?.body ?? '')
  expect(said).toMatchObject({ kind: 'task-assigned', link: `https://luqing.example/hazards/${hazard.id}` })
  expect(heard[0]?.headers['luqing-delivery']).toBe(said.id)
  expect(await states()).toEqual(['sent'])
})

test('neither the address nor the secret ever comes back', async () => {
  await add()
  const text = JSON.stringify((await (await walk.as('admin')).get('/api/hooks')).body)
  expect(text).not.toContain('very-secret')
  expect(text).not.toContain(secret)
  expect((await listed()).hooks).toMatchObject([{ host: url.split('/robot')[0], hasSecret: true }])
})

test('address and secret that are left out stay what they were', async () => {
  await add()
  const admin = await walk.as('admin')
  const changed = await admin.put('/api/hooks/hook-1', body({ url: null, secret: null, name: '新名' }), {
    'If-Match': '"1"',
  })
  expect(changed.status).toBe(200)
  await walk.registered()
  await send()
  expect(heard).toHaveLength(1)
  expect((await admin.put('/api/hooks/hook-1', body(), { 'If-Match': '"1"' })).status).toBe(412)
})

test('only administrators and county reviewers decide what leaves the house', async () => {
  for (const account of ['squad1', 'chief1', 'dept1', 'leader', 'reporter']) {
    const client = await walk.as(account)
    expect((await client.get('/api/hooks')).status, account).toBe(403)
    expect((await client.put('/api/hooks/hook-2', body())).status, account).toBe(403)
  }
  expect((await (await walk.as('reviewer')).put('/api/hooks/hook-2', body())).status).toBe(200)
})

test('an address inside a private network is refused where it is written down', async () => {
  for (const inward of ['http://10.0.0.1/', 'https://[::1]/', 'http://0x7f000002/', 'ftp://x.example/']) {
    const refused = await add({ url: inward })
    expect([refused.status, refused.at('fields', 0, 'pointer')], inward).toEqual([422, '/url'])
  }
  expect((await add({ secret: 'short' })).at('fields', 0)).toEqual({ pointer: '/secret', fault: 'too-short' })
})

test('a receiver that lies is tried six times over hours, then parked, its error in view and the county told', async () => {
  await add({ kind: 'wecom' })
  answer = { status: 200, text: '{"errcode":93000,"errmsg":"no such robot"}' }
  await walk.registered()
  for (const minutes of [0, 1, 2, 10, 60, 360]) {
    walk.later({ minutes })
    await send()
  }
  expect(heard).toHaveLength(6)
  const { hooks, stopped } = await listed()
  expect(stopped).toMatchObject([{ state: 'parked', attempts: 6, lastError: 'refused 93000 no such robot' }])
  expect(hooks).toMatchObject([{ lastError: 'refused 93000 no such robot' }])
  expect(hooks[0]?.parkedAt).not.toBeNull()
  for (const account of ['admin', 'reviewer', 'reviewer2']) {
    const { messages } = MessageList.parse((await (await walk.as(account)).get('/api/messages')).body)
    expect(messages, account).toMatchObject([{ kind: 'hook-parked', facts: { label: '县交警队' } }])
  }

  answer = { status: 200, text: '{"errcode":0}' }
  const admin = await walk.as('admin')
  for (let n = 0; n < 2; n++)
    expect((await admin.post(`/api/deliveries/${stopped[0]?.id}/send-again`)).status).toBe(204)
  await send()
  expect(heard).toHaveLength(7)
  expect(await listed()).toMatchObject({ stopped: [], hooks: [{ parkedAt: null, lastError: null }] })
})

test('no try comes before its time', async () => {
  await add()
  answer = { status: 500, text: '' }
  await walk.registered()
  await send()
  walk.later({ minutes: 0.4 })
  await send()
  expect(heard).toHaveLength(1)
  walk.later({ minutes: 0.2 })
  await send()
  expect(heard).toHaveLength(2)
})

test('what was being sent when the process ended goes out again to who can tell, and waits for a person elsewhere', async () => {
  await add()
  await add({ kind: 'feishu', name: '飞书群' }, 'hook-2')
  await walk.registered()
  const { db } = county.world
  const { deliveries } = db.t
  await db.writer.run((tx) =>
    tx.q.update(deliveries).set({ state: 'sending', attempts: 1, leasedUntil: '2026-11-18T01:00:00.000Z' }),
  )
  walk.later({ minutes: 10 })
  await takeBack(county.world, false)
  await send()
  expect(heard).toHaveLength(1)
  const { hooks, stopped } = await listed()
  expect(hooks.map(({ kind, deliveries: out }) => [kind, out[0]?.state])).toEqual([
    ['plain', 'sent'],
    ['feishu', 'unsure'],
  ])
  expect(stopped).toMatchObject([{ lastError: 'process-ended' }])
})

test('a test message goes out at once, and the receiver’s own answer comes back', async () => {
  await add({ kind: 'dingtalk' })
  const admin = await walk.as('admin')
  expect((await admin.post('/api/hooks/hook-1/test')).body).toEqual({ ok: true, fault: null })
  expect(heard[0]?.body).toContain('测试')
  answer = { status: 200, text: '{"errcode":310000,"errmsg":"keywords not in content"}' }
  expect((await admin.post('/api/hooks/hook-1/test')).at('fault')).toBe('refused 310000 keywords not in content')
})

test('a receiver that was removed gets nothing any more', async () => {
  await add()
  await walk.registered()
  const admin = await walk.as('admin')
  expect((await admin.delete('/api/hooks/hook-1')).status).toBe(428)
  expect((await admin.delete('/api/hooks/hook-1', undefined, { 'If-Match': '"1"' })).status).toBe(204)
  await walk.registered()
  await send()
  expect(heard).toEqual([])
  expect(await listed()).toEqual({ hooks: [], stopped: [] })
})
