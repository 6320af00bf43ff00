import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '../../db/unit-of-work.ts'
import { Problem } from '../http/problem.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { openTestDatabase } from '../test-database.ts'
import { allCounties } from './county-store.ts'
import { createFirstAdministrator } from './create-first-administrator.ts'
import { foundCounty } from './found-county.ts'
import { passwordFits } from './password.ts'
import { countPeople, findPersonByAccount } from './people-store.ts'
import { CountyOnWire, FeedbackList } from './wire.ts'

let county: TestCounty
let folder: string
let empty: OpenDatabase
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luqing-test-'))
  // the first database opened in this file is the model of the others, so the empty one is a county's neighbour
  county = await testCounty()
  empty = await openTestDatabase(folder, async () => {})
})
afterAll(async () => {
  await empty.close()
  await county.close()
  await rm(folder, { recursive: true, force: true })
})

test('the county comes with its settings, code lists, townships, units and posts, and says when nothing changed', async () => {
  const client = await county.as('squad1')
  const answer = await client.get('/api/county')
  const told = CountyOnWire.parse(answer.body)
  expect(told.settings).toMatchObject({ minorDays: 15, seriousDays: 30, majorDays: 60, revisitAfterDays: [30, 90] })
  expect(told.codes.hazard.filter(({ common }) => common)).toHaveLength(8)
  expect(told.codes.measure.find(({ code }) => code === 'speed-bump')).toMatchObject({ zh: '减速带', unit: 'metre' })
  expect(told.codes.source.map(({ code }) => code)).toContain('patrol')
  expect(told.townships.map(({ name }) => name)).toEqual(['义宁镇', '白岭镇', '渣津镇'])
  const tag = answer.headers.get('ETag') ?? ''
  expect((await client.get('/api/county', { 'If-None-Match': tag })).status).toBe(304)
  const change = { name: '一中队', kind: 'squad', phone: '0792-1', areaCodes: ['360424100'] }
  expect((await (await county.as('admin')).put('/api/units/unit-squad1', { ...change, phone: '0792-11' })).status).toBe(
    200,
  )
  expect((await client.get('/api/county', { 'If-None-Match': tag })).status).toBe(200)
})

const founder = () => ({ db: empty, now: () => '2026-11-18T01:00:00.000Z', newId: () => crypto.randomUUID() })
const first = {
  countyCode: '360428',
  countyName: '都昌县',
  account: 'Root',
  name: '张三',
  password: 'not so easy to guess',
}

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : 'another error'),
  )

test('the first administrator founds the county, and there is no second first one', async () => {
  expect(await codeOf(createFirstAdministrator(founder(), { ...first, password: 'password' }))).toBe('invalid')
  expect(await codeOf(createFirstAdministrator(founder(), { ...first, countyCode: '36' }))).toBe('invalid')
  expect(await countPeople(empty, '360428')).toBe(0)
  await createFirstAdministrator(founder(), first)
  const person = await findPersonByAccount(empty, '360428', 'root')
  expect(person).toMatchObject({ role: 'administrator', active: true, mustChangePassword: false })
  expect(await passwordFits(person?.passwordHash ?? null, first.password)).toBe(true)
  expect(await codeOf(createFirstAdministrator(founder(), { ...first, account: 'second' }))).toBe('does-not-fit')
})

test('a county is founded once, and says whether it is invented', async () => {
  const world = { ...founder(), county: '360429' }
  await foundCounty(world, { name: '湖口县', registerPrefix: '湖', invented: true })
  expect(await codeOf(foundCounty(world, { name: '湖口县' }))).toBe('does-not-fit')
  const found = (await allCounties(empty)).find((row) => row.county === '360429')
  expect(found).toMatchObject({ registerPrefix: '湖', timeZone: 'Asia/Shanghai', invented: true })
})

test('feedback is kept with its page, read by reviewers and administrators alone, page by page, newest first', async () => {
  const squad = await county.as('squad2')
  const entry = (n: number) => ({
    id: `feedback-${String(n).padStart(3, '0')}`,
    page: '/hazards',
    words: `第 ${n} 条\n换行`,
  })
  for (let n = 0; n < 53; n++) {
    county.clock.advance({ minutes: n % 2 })
    expect((await squad.post('/api/feedback', entry(n))).status).toBe(201)
  }
  expect((await squad.post('/api/feedback', entry(7))).status).toBe(201)
  expect((await squad.post('/api/feedback', { ...entry(7), words: '别的' })).at('code')).toBe('other-content')
  expect((await squad.get('/api/feedback')).at('who')).toEqual(['county-reviewer', 'administrator'])
  for (const account of ['reviewer', 'admin']) {
    const client = await county.as(account)
    const one = FeedbackList.parse((await client.get('/api/feedback')).body)
    const two = FeedbackList.parse((await client.get(`/api/feedback?after=${encodeURIComponent(one.next ?? '')}`)).body)
    const ids = [...one.feedback, ...two.feedback].map(({ id }) => id)
    expect(ids).toEqual(Array.from({ length: 53 }, (_, n) => entry(52 - n).id))
    expect([one.feedback[0]?.name, two.next]).toEqual(['樊队员', null])
  }
  expect((await (await county.as('admin')).get('/api/feedback?after=nonsense')).status).toBe(400)
})

test('feedback with control characters, an outside page or no words is refused', async () => {
  const client = await county.as('reporter')
  const faultOf = async (change: Record<string, unknown>): Promise<unknown> =>
    (await client.post('/api/feedback', { id: 'x', page: '/', words: '好', ...change })).at('fields', 0, 'fault')
  expect(await faultOf({ words: 'bell\u0007' })).toBe('control-characters')
  expect(await faultOf({ words: '   ' })).toBe('too-short')
  expect(await faultOf({ page: 'https://elsewhere.example/' })).toBe('wrong-format')
  expect(await faultOf({ personId: 'admin' })).toBe('unknown-field')
})
