import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApp } from '../app.ts'
import { usualLimits } from '../http/limits.ts'
import { clientOf } from '../test-client.ts'
import { type TestCounty, testCounty, testPassword } from '../test-county.ts'
import { Me } from './wire.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

const attempt = (account: string, password = testPassword, more: Record<string, unknown> = {}) =>
  county.stranger().post('/api/session', { account, password, ...more })

test('whoever signs in is told who they are, their unit and the county’s day', async () => {
  const squad = await county.as('squad1')
  const me = Me.parse((await squad.get('/api/session')).body)
  expect(me.person).toEqual({ id: 'squad1', account: 'squad1', name: '余队员', phone: null, role: 'squad' })
  expect(me.unit?.areaCodes).toEqual(['360424100', '360424101'])
  expect(me.county).toMatchObject({ code: '360424', name: '修水县', invented: true, today: '2026-11-18' })
})

test('the sign-in page knows the county’s name and nothing else', async () => {
  const { body } = await county.stranger().get('/api/door')
  expect(body).toEqual({ code: '360424', name: '修水县', nameEn: 'Xiushui', invented: true })
})

test('an account is known however it was typed: capitals, blanks and full-width letters aside', async () => {
  expect((await attempt('  SQUAD1 ')).status).toBe(201)
  expect((await attempt('ｓｑｕａｄ１')).status).toBe(201)
})

test('a wrong password, an unknown account and a person who has left are refused in the same words', async () => {
  const admin = await county.as('admin')
  const leaver = {
    account: 'squad1b',
    name: '卢队员',
    phone: null,
    role: 'squad',
    unitId: 'unit-squad1',
    active: false,
  }
  expect((await admin.put('/api/people/squad1b', leaver, { 'If-Match': '"1"' })).status).toBe(200)
  const answers = [await attempt('dept1', 'not this one'), await attempt('nobody'), await attempt('squad1b')]
  for (const { status, body } of answers) {
    expect(status).toBe(401)
    expect(body).toMatchObject({ code: 'wrong-sign-in', detail: '账号或密码不对。' })
    expect(body).not.toHaveProperty('fields')
  }
})

test('nothing is repeated of what was sent, neither in the answer nor in its fields', async () => {
  const { status, body } = await county.stranger().post('/api/session', { account: 'x', password: 7, hunter2: true })
  expect(status).toBe(422)
  expect(JSON.stringify(body)).not.toContain('7,')
  expect(body).toMatchObject({
    fields: expect.arrayContaining([
      { pointer: '/password', fault: 'wrong-type' },
      { pointer: '/hunter2', fault: 'unknown-field' },
    ]),
  })
})

describe('the lock', () => {
  test('five wrong passwords lock an account for a minute, the right one included; a sixth for two', async () => {
    for (let failure = 1; failure <= 5; failure++) expect((await attempt('chief1', 'wrong')).status).toBe(401)
    const locked = await attempt('chief1')
    expect(locked.status).toBe(429)
    expect(locked.headers.get('Retry-After')).toBe('60')
    county.clock.advance({ minutes: 1 })
    expect((await attempt('chief1', 'wrong')).status).toBe(401)
    county.clock.advance({ minutes: 1 })
    expect((await attempt('chief1')).status).toBe(429)
    county.clock.advance({ minutes: 1 })
    expect((await attempt('chief1')).status).toBe(201)
  })

  test('after a right password the count begins anew', async () => {
    for (let failure = 1; failure <= 4; failure++) await attempt('chief1', 'wrong')
    expect((await attempt('chief1')).status).toBe(201)
    for (let failure = 1; failure <= 4; failure++) await attempt('chief1', 'wrong')
    expect((await attempt('chief1')).status).toBe(201)
  })

  test('an account that nobody has is locked just the same, so that the lock tells nothing', async () => {
    for (let failure = 1; failure <= 5; failure++) expect((await attempt('ghost', 'wrong')).status).toBe(401)
    expect((await attempt('ghost', 'wrong')).headers.get('Retry-After')).toBe('60')
  })

  test('guesses sent side by side do not slip past it', async () => {
    const guesses = await Promise.all(Array.from({ length: 8 }, () => attempt('chief2', 'wrong')))
    expect(guesses.every(({ status }) => status === 401 || status === 429)).toBe(true)
    expect((await attempt('chief2')).status).toBe(429)
  })
})

test('too many failures from one address are slowed down, whatever the accounts; successes do not count', async () => {
  const limits = { ...usualLimits, signIns: { burst: 3, perMinute: 1 } }
  const log = pino({ level: 'silent' })
  const front = makeApp(county.world, { publicUrl: null, trustProxy: [], log, webFolder: '/nowhere', limits })
  const tries = async (account: string, password: string): Promise<number> =>
    (await clientOf(front).post('/api/session', { account, password })).status
  for (let n = 0; n < 5; n++) expect(await tries('reviewer', testPassword)).toBe(201)
  for (let n = 0; n < 3; n++) expect(await tries(`guess${n}`, 'wrong')).toBe(401)
  expect(await tries('guess3', 'wrong')).toBe(429)
  expect(await tries('reviewer', testPassword)).toBe(429)
  county.clock.advance({ minutes: 1 })
  expect(await tries('reviewer', testPassword)).toBe(201)
})
