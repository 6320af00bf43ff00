import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { type Walk, walkIn } from '../test-walk.ts'
import { endStreams } from './live.ts'

let county: TestCounty
let walk: Walk
beforeEach(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterEach(async () => {
  endStreams(county.world.db)
  await county.close()
})

/** However busy the machine is: what is polled comes, or the test has failed anyway. */
const patiently = { timeout: 30_000 }

interface Heard {
  readonly id: string
  readonly event: string
  readonly data: string
}

/** A browser's EventSource as far as this test goes: reads events until it is told to drop the line. */
const listen = async (account: string, lastEventId?: string) => {
  const client = await walk.as(account)
  const response = await county.app.request('/api/messages/live', {
    headers: { Cookie: client.cookie(), ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }) },
  })
  const heard: Heard[] = []
  const reader = response.body?.getReader()
  let over = false
  const reading = (async () => {
    let text = ''
    for (;;) {
      const part = await reader?.read()
      if (!part || part.done) break
      text += new TextDecoder().decode(part.value)
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const fields = new Map(
          block.split('\n').map((line) => [line.split(': ')[0] ?? '', line.split(': ').slice(1).join(': ')]),
        )
        if (fields.has('id'))
          heard.push({ id: fields.get('id') ?? '', event: fields.get('event') ?? '', data: fields.get('data') ?? '' })
      }
    }
    over = true
  })()
  return {
    response,
    heard,
    messages: () => heard.filter(({ event }) => event === 'message'),
    isOver: () => over,
    drop: async () => {
      await reader?.cancel()
      await reading
    },
  }
}

test('whoever drops the line and comes back hears exactly what came meanwhile, in order', async () => {
  const before = await listen('chief1')
  await expect.poll(() => before.heard.length, patiently).toBe(1)
  await walk.registered()
  await expect.poll(() => before.messages().length, patiently).toBe(1)
  await before.drop()
  const last = before.heard.at(-1)?.id ?? ''

  const missed: (string | null)[] = []
  for (let n = 0; n < 5; n++) missed.push((await walk.registered()).registerNumber)
  const after = await listen('chief1', last)
  await expect.poll(() => after.messages().length, patiently).toBe(5)
  const labels = after.messages().map(({ data }) => JSON.parse(data).facts.label)
  expect(labels).toEqual(missed)
  const ids = after.messages().map(({ id }) => Number(id))
  expect(ids).toEqual([...ids].sort((a, b) => a - b))
  expect(Math.min(...ids)).toBeGreaterThan(Number(last))
  await after.drop()
})

test('two people do not hear each other’s messages', async () => {
  const [one, other] = [await listen('chief1'), await listen('chief2')]
  await expect.poll(() => one.heard.length + other.heard.length, patiently).toBe(2)
  await walk.registered({ units: ['unit-town1'] })
  await walk.registered({ units: ['unit-town2'] })
  await expect.poll(() => other.messages().length, patiently).toBe(1)
  expect(one.messages().map(({ data }) => JSON.parse(data).facts.unit)).toEqual(['义宁镇政府'])
  expect(other.messages().map(({ data }) => JSON.parse(data).facts.unit)).toEqual(['渣津镇政府'])
  await one.drop()
  await other.drop()
})

test('a stream is an event stream that nobody on the way keeps or packs', async () => {
  const { response, drop } = await listen('chief1')
  expect(response.headers.get('Content-Type')).toContain('text/event-stream')
  expect(response.headers.get('Content-Encoding')).toBeNull()
  expect(response.headers.get('X-Accel-Buffering')).toBe('no')
  await drop()
})

test('a stream says nothing more once its session has ended', async () => {
  const line = await listen('chief1')
  await expect.poll(() => line.heard.length, patiently).toBe(1)
  await (await walk.as('chief1')).delete('/api/session')
  await walk.registered()
  await expect.poll(line.isOver, patiently).toBe(true)
  expect(line.messages()).toEqual([])
})

test('a server that stops ends its streams at once and lets none begin', async () => {
  const line = await listen('chief1')
  await expect.poll(() => line.heard.length, patiently).toBe(1)
  endStreams(county.world.db)
  await expect.poll(line.isOver, patiently).toBe(true)
  expect((await listen('chief1')).response.status).toBe(503)
})

test('one person has eight streams at most, and a seat that is left is free again', async () => {
  const lines = []
  for (let n = 0; n < 8; n++) lines.push(await listen('chief1'))
  expect((await listen('chief1')).response.status).toBe(429)
  await lines[0]?.drop()
  const again = await listen('chief1')
  expect(again.response.status).toBe(200)
  for (const line of [...lines.slice(1), again]) await line.drop()
})

test('without a session there is no stream, and a broken mark is refused', async () => {
  expect((await county.app.request('/api/messages/live')).status).toBe(401)
  expect((await listen('chief1', 'x')).response.status).toBe(400)
})

test('a HEAD takes no seat, however often it is asked', async () => {
  const client = await walk.as('chief1')
  const ask = (method: string) =>
    county.app.request('/api/messages/live', { method, headers: { Cookie: client.cookie() } })
  for (let at = 0; at < 9; at += 1) expect((await ask('HEAD')).status).toBe(200)
  const stream = await listen('chief1')
  expect(stream.response.status).toBe(200)
  await stream.drop()
})

test('who had heard more than there is, before a backup was brought back, hears what comes from now on', async () => {
  const stream = await listen('chief1', '999999')
  await expect.poll(() => stream.heard.length, patiently).toBe(1)
  await walk.registered()
  await expect.poll(() => stream.messages().length, patiently).toBe(1)
  await stream.drop()
})
