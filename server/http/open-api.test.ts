import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { TestAnswer, TestClient } from '../test-client.ts'
import { type TestCounty, testCounty, testPassword } from '../test-county.ts'

const Answer = z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })).optional() })
const Act = z.looseObject({ summary: z.string().min(2), responses: z.record(z.string(), Answer) })
const Document = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), Act)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
})

let county: TestCounty
let document: z.infer<typeof Document>
beforeAll(async () => {
  county = await testCounty()
  document = Document.parse((await county.stranger().get('/api/openapi.json')).body)
})
afterAll(() => county.close())

/** The document's own schema as a checker: its named parts move to where a schema that stands alone keeps them. */
const checkerOf = (schema: unknown): z.ZodType => {
  const whole = JSON.stringify({ $defs: document.components.schemas, allOf: [schema] })
  return z.fromJSONSchema(JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')))
}

const agrees = (method: string, path: string, answer: TestAnswer): void => {
  const said = document.paths[path]?.[method]?.responses[String(answer.status)]
  const where = `${method} ${path} ${answer.status}`
  expect([where, said !== undefined]).toEqual([where, true])
  const media = answer.headers.get('Content-Type')?.split(';')[0] ?? ''
  const content = said?.content
  if (answer.bytes.length === 0) {
    expect([where, content]).toEqual([where, undefined])
    return
  }
  expect([where, Object.keys(content ?? {})]).toEqual([where, [media]])
  const checked = checkerOf(content?.[media]?.schema).safeParse(answer.body)
  expect([where, checked.error?.issues]).toEqual([where, undefined])
}

test('the document is true of what the routes really answer, good and bad', async () => {
  const admin = await county.as('admin')
  const stranger = county.stranger()
  const person = { account: 'new.one', name: '新人', phone: null, role: 'leader', unitId: null }
  const unit = { name: '三中队', kind: 'squad', phone: null, areaCodes: [] }
  type Ask = (client: TestClient) => Promise<TestAnswer>
  const asked: [string, string, TestClient, Ask][] = [
    ['get', '/api/door', stranger, (c) => c.get('/api/door')],
    ['post', '/api/session', stranger, (c) => c.post('/api/session', { account: 'admin', password: testPassword })],
    ['post', '/api/session', stranger, (c) => c.post('/api/session', { account: 'admin', password: 'no' })],
    ['post', '/api/session', stranger, (c) => c.post('/api/session', {})],
    ['post', '/api/session', stranger, (c) => c.post('/api/session', '{', { 'Content-Type': 'application/json' })],
    ['get', '/api/session', admin, (c) => c.get('/api/session')],
    ['get', '/api/sessions', admin, (c) => c.get('/api/sessions')],
    ['get', '/api/sessions', county.stranger(), (c) => c.get('/api/sessions')],
    ['delete', '/api/sessions/{id}', admin, (c) => c.delete('/api/sessions/none')],
    ['get', '/api/county', admin, (c) => c.get('/api/county')],
    ['get', '/api/people', admin, (c) => c.get('/api/people')],
    ['put', '/api/people/{id}', admin, (c) => c.put('/api/people/new', person)],
    ['put', '/api/people/{id}', admin, (c) => c.put('/api/people/new', person, { 'If-Match': '"7"' })],
    ['put', '/api/people/{id}', admin, (c) => c.put('/api/people/new', { ...person, role: 'king' })],
    ['post', '/api/people/{id}/reset-password', admin, (c) => c.post('/api/people/new/reset-password')],
    ['put', '/api/units/{id}', admin, (c) => c.put('/api/units/unit-squad3', unit)],
    ['get', '/api/units/{id}', admin, (c) => c.get('/api/units/unit-squad3')],
    ['get', '/api/units/{id}', admin, (c) => c.get('/api/units/none')],
    ['post', '/api/feedback', admin, (c) => c.post('/api/feedback', { id: 'f', page: '/', words: '好' })],
    ['get', '/api/feedback', admin, (c) => c.get('/api/feedback')],
    ['get', '/api/hazards', admin, (c) => c.get('/api/hazards')],
    ['get', '/api/hazards/{id}', admin, (c) => c.get('/api/hazards/01a1d3c0-0000-7000-8000-000000000001')],
    ['get', '/api/zones', admin, (c) => c.get('/api/zones')],
    ['get', '/api/zones/{id}', admin, (c) => c.get('/api/zones/zone-x001')],
    ['get', '/api/places', admin, (c) => c.get('/api/places')],
    ['get', '/api/mine', admin, (c) => c.get('/api/mine')],
    ['delete', '/api/session', stranger, (c) => c.delete('/api/session')],
  ]
  for (const [method, path, client, ask] of asked) agrees(method, path, await ask(client))
})

test('a document that said something else would be caught', () => {
  const schema = document.paths['/api/door']?.['get']?.responses['200']?.content?.['application/json']?.schema
  const checker = checkerOf(schema)
  expect(checker.safeParse({ code: '1', name: 'a', nameEn: 'b', invented: true }).success).toBe(true)
  expect(checker.safeParse({ code: '1', name: 'a', nameEn: 'b' }).success).toBe(false)
  expect(checker.safeParse({ code: '1', name: 'a', nameEn: 'b', invented: true, more: 1 }).success).toBe(false)
})

test('every route that is mounted is in the document, with what it is in Chinese and in English', () => {
  const mounted = county.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .filter(({ path }) => !['/api/openapi.json', '/api/docs', '/api/docs.css'].includes(path))
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  const described = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  )
  expect(new Set(described)).toEqual(new Set(mounted))
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, act] of Object.entries(item))
      expect([method, path, /\p{Script=Han}/u.test(act.summary), typeof act['description']]).toEqual([
        ...[method, path, true, 'string'],
      ])
})

test('what changes a version says that it needs one', () => {
  const Parameters = z.array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().optional() }))
  for (const [path, item] of Object.entries(document.paths))
    for (const act of Object.values(item)) {
      if (!('428' in act.responses)) continue
      const parameters = Parameters.parse(act['parameters'])
      expect([path, parameters.some(({ name, required }) => name === 'If-Match' && required)]).toEqual([path, true])
    }
})

test('the readable page shows every route and loads nothing from elsewhere', async () => {
  const { body, headers } = await county.stranger().get('/api/docs')
  const page = String(body)
  expect(headers.get('Content-Type')).toContain('text/html')
  for (const path of Object.keys(document.paths))
    expect([path, page.includes(`<code>${path}</code>`)]).toEqual([path, true])
  expect(page.match(/<script|<style|\sstyle=|\son\w+=|https?:\/\//i)).toBeNull()
  expect((await county.stranger().get('/api/docs.css')).headers.get('Content-Type')).toContain('text/css')
})
