import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestAnswer, TestClient } from '../test-client.ts'
import { type TestCounty, testCounty } from '../test-county.ts'

let county: TestCounty
let squad: TestClient
beforeAll(async () => {
  county = await testCounty()
  squad = await county.as('squad1')
})
afterAll(() => county.close())

const json = { 'Content-Type': 'application/json' }
const send = (text: string, headers: Record<string, string> = json): Promise<TestAnswer> =>
  squad.post('/api/feedback', text, headers)
const good = (words: string): string => JSON.stringify({ id: `f-${words.length}`, page: '/', words })
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

test('what is not JSON, cut off, or not UTF-8 is malformed', async () => {
  for (const text of ['{', '{"id":', 'id=1', '', '\u0000', '{"a":1}}', "{'a':1}"]) {
    const answer = await send(text)
    expect([text, answer.status < 500 && answer.status >= 400]).toEqual([text, true])
    if (text !== '') expect([text, answer.at('code')]).toEqual([text, 'malformed'])
  }
  const bytes = new Uint8Array([...new TextEncoder().encode('{"id":"'), 0xff, 0xfe, ...new TextEncoder().encode('"}')])
  expect((await squad.post('/api/feedback', bytes, json)).at('code')).toBe('malformed')
})

test('a body that does not say it is JSON is not read as JSON', async () => {
  for (const media of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/json'])
    expect([media, (await send(good('好'), { 'Content-Type': media })).at('code')]).toEqual([media, 'malformed'])
  expect((await send(good('好'), { 'Content-Type': 'application/json; charset=utf-8' })).status).toBe(201)
})

test('the keys that reach into every object are refused at any depth', async () => {
  for (const key of ['__proto__', 'constructor', 'prototype'])
    for (const text of [
      `{"${key}":{"polluted":true}}`,
      `{"words":[{"deep":{"${key}":1}}]}`,
      `{"\\u005f${key.slice(1)}":1}`,
    ]) {
      if (text.includes('\\u005f') && !key.startsWith('_')) continue
      const answer = await send(text)
      expect([text, answer.status, answer.at('fields', 0, 'fault')]).toEqual([text, 422, 'forbidden-field'])
    }
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('JSON deeper than twelve levels is refused, however deep', async () => {
  expect((await send(nested(12))).at('fields', 0, 'fault')).toBe('required')
  expect((await send(nested(13))).at('fields', 0, 'fault')).toBe('too-deep')
  expect((await send('['.repeat(100_000) + ']'.repeat(100_000))).at('fields', 0, 'fault')).toBe('too-deep')
})

test('a body larger than 256 KB is too big, whether it says so or not', async () => {
  expect((await send(good('长'.repeat(100_000)))).at('code')).toBe('too-big')
  const chunk = new TextEncoder().encode(`{"words":"${'a'.repeat(60_000)}"}`)
  const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(chunk) })
  const init = {
    method: 'POST',
    body: endless,
    duplex: 'half',
    headers: { ...json, Cookie: squad.cookie(), Origin: 'http://localhost' },
  }
  const answer = await county.app.request('/api/feedback', init)
  expect(answer.status).toBe(413)
})

test('text that no database keeps alike is refused: the zero character and half a surrogate', async () => {
  for (const words of ['a\\u0000b', '\\ud800', 'x\\udc00'])
    expect((await send(`{"id":"f","page":"/","words":"${words}"}`)).at('fields', 0, 'fault')).toBe('not-text')
  expect((await squad.get('/api/feedback?after=%00')).status).toBe(400)
  expect((await squad.get('/api/units/a%00b')).status).toBe(400)
})

test('fields that a client may not set are refused by name and nothing is changed', async () => {
  const answer = await send(JSON.stringify({ id: 'never', page: '/', words: '好', version: 7, personId: 'admin' }))
  expect(answer.status).toBe(422)
  expect(answer.at('fields')).toEqual([
    { pointer: '/version', fault: 'unknown-field' },
    { pointer: '/personId', fault: 'unknown-field' },
  ])
  const { q, t } = county.world.db
  expect((await q.select().from(t.feedback)).map(({ id }) => id)).not.toContain('never')
})

test('a name made up by the sender is not thrown back unless it looks like a name', async () => {
  const odd = '<img src=x onerror=alert(1)>'
  const answer = await send(JSON.stringify({ [odd]: 1, id: 'f', page: '/', words: '好' }))
  expect(answer.at('fields')).toEqual([{ pointer: '', fault: 'unknown-field' }])
  expect(JSON.stringify(answer.body)).not.toContain('onerror')
})

test('unknown and repeated query parameters are refused', async () => {
  const admin = await county.as('admin')
  expect((await admin.get('/api/feedback?after=2026~f&debug=1')).at('fields', 0)).toEqual({
    pointer: '/debug',
    fault: 'unknown-field',
  })
  expect((await admin.get('/api/feedback?after=1~a&after=2~b')).at('fields', 0, 'fault')).toBe('wrong-type')
  expect((await admin.get('/api/feedback?__proto__=1')).status).toBe(422)
})
