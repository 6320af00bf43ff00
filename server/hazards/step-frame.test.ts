import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HazardWhole } from '../hazards/answers.ts'
import { type TestAnswer, type TestCounty, testCounty } from '../test-county.ts'
import { newId, type Walk, walkIn } from '../test-walk.ts'

/** What every step owes: the version decided on, the act's own id, and an honest answer to who comes too late. */
let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const comment = (words = '看过了') => ({ actId: newId(), words })
const commenting = async (account: string, id: string, body: unknown, headers: Record<string, string> = {}) =>
  (await walk.as(account)).post(`/api/hazards/${id}/comments`, body, headers)
const words = (hazard: HazardWhole) =>
  hazard.timeline.filter(({ kind }) => kind === 'commented').map(({ body }) => body['words'])

test('a step without the version it was decided on is 428 and nothing happens', async () => {
  const hazard = await walk.report('squad1')
  const answer = await commenting('squad1', hazard.id, comment())
  expect(answer.status).toBe(428)
  expect(answer.at('code')).toBe('version-missing')
  expect(await walk.look('squad1', hazard.id)).toEqual(hazard)
})

test.each(['', '*', 'abc', '"1", "2"', '-1', '1.5', '"99999999999"'])('If-Match %j is malformed', async (sent) => {
  const hazard = await walk.report('squad1')
  const answer = await commenting('squad1', hazard.id, comment(), { 'If-Match': sent })
  expect(answer.status).toBe(400)
})

test('the version may come back exactly as the ETag gave it', async () => {
  const { id } = await walk.report('squad1')
  const etag = (await (await walk.as('squad1')).get(`/api/hazards/${id}`)).headers.get('ETag') ?? ''
  const answer = await commenting('squad1', id, comment(), { 'If-Match': etag })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('ETag')).toBe('"2"')
  expect(answer.at('version')).toBe(2)
})

test('a step decided on an older version is 412 with the hazard as it is now, and nothing happens', async () => {
  const hazard = await walk.report('squad1')
  const now = await walk.step('squad1', hazard, 'comments', { words: '先来' })
  const late = await walk.tryStep('squad1b', hazard, 'comments', { words: '后到' })
  expect(late.status).toBe(412)
  expect(late.at('code')).toBe('changed-meanwhile')
  const present = HazardWhole.parse(late.at('present'))
  expect(present).toMatchObject({ id: hazard.id, version: 2 })
  expect(words(present)).toEqual(['先来'])
  expect(await walk.look('squad1', hazard.id)).toEqual(now)
})

test('a version from the future is 412 too', async () => {
  const hazard = await walk.report('squad1')
  expect((await walk.tryStep('squad1', { ...hazard, version: 7 }, 'comments', { words: '早了' })).status).toBe(412)
})

test('of many people who decided on the same version exactly one goes first; the others see what is there now', async () => {
  const hazard = await walk.report('squad1')
  const accounts = ['squad1', 'squad1b', 'reviewer', 'reviewer2', 'leader', 'chief1']
  for (const account of accounts) await walk.as(account)
  const answers = await Promise.all(accounts.map((who) => walk.tryStep(who, hazard, 'comments', { words: who })))
  const won = answers.filter(({ status }) => status === 200)
  const lost = answers.filter(({ status }) => status === 412)
  expect([won.length, lost.length]).toEqual([1, 5])
  for (const answer of lost) expect(HazardWhole.parse(answer.at('present')).version).toBe(2)
  expect(words(await walk.look('reviewer', hazard.id))).toHaveLength(1)
})

test('an act sent again is answered with the present hazard and not done again', async () => {
  const hazard = await walk.report('squad1')
  const body = comment()
  const headers = { 'If-Match': '"1"' }
  const first = await commenting('squad1', hazard.id, body, headers)
  const again = await commenting('squad1', hazard.id, body, headers)
  expect([first.status, again.status]).toEqual([200, 200])
  expect(again.body).toEqual(first.body)

  await walk.step('reviewer', { id: hazard.id, version: 2 }, 'comments', { words: '其后' })
  const muchLater = await commenting('squad1', hazard.id, body, headers)
  expect(muchLater.status).toBe(200)
  expect(words(HazardWhole.parse(muchLater.body))).toEqual(['看过了', '其后'])
})

test('an act sent ten times at once is done once and answered ten times', async () => {
  const hazard = await walk.report('squad1')
  const body = comment()
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => commenting('squad1', hazard.id, body, { 'If-Match': '"1"' })),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
  expect(words(await walk.look('squad1', hazard.id))).toEqual(['看过了'])
})

test('a step that brings rows along is as safe to send many times at once', async () => {
  const hazard = await walk.report('squad1')
  const task = { id: newId(), unitId: 'unit-town1', measures: [] }
  const body = { actId: newId(), code: 'A04', severity: 'minor', description: '缺让行标志', tasks: [task] }
  const client = await walk.as('squad1')
  const send = () => client.post(`/api/hazards/${hazard.id}/register`, body, { 'If-Match': '"1"' })
  const answers = await Promise.all([send(), send(), send(), send()])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect((await walk.look('squad1', hazard.id)).tasks).toHaveLength(1)
})

test('other content, another step, another hazard or another author under a used act id is refused', async () => {
  const [hazard, other] = [await walk.report('squad1'), await walk.report('squad1')]
  const body = comment()
  await commenting('squad1', hazard.id, body, { 'If-Match': '"1"' })
  const before = await walk.look('squad1', hazard.id)
  const answers: TestAnswer[] = [
    await commenting('squad1', hazard.id, { ...body, words: '改口' }, { 'If-Match': '"2"' }),
    await commenting('squad1', other.id, body, { 'If-Match': '"1"' }),
    await commenting('squad1b', hazard.id, body, { 'If-Match': '"2"' }),
    await walk.tryStep('squad1', before, 'complete-scene', { actId: body.actId }),
  ]
  for (const answer of answers) expect([answer.status, answer.at('code')]).toEqual([409, 'other-content'])
  expect(await walk.look('squad1', hazard.id)).toEqual(before)
  expect((await walk.look('squad1', other.id)).version).toBe(1)
})

test('an act that was refused can be sent again under its id once it fits', async () => {
  const hazard = await walk.report('squad1')
  const body = comment()
  expect((await commenting('squad1', hazard.id, body, { 'If-Match': '"9"' })).status).toBe(412)
  expect((await commenting('squad1', hazard.id, body, { 'If-Match': '"1"' })).status).toBe(200)
})

test('each act leaves one entry by its own name, with who, when, and the phone’s own clock', async () => {
  const hazard = await walk.report('squad1')
  county.clock.advance({ minutes: 3 })
  const deviceAt = '2026-11-18T00:30:00.000Z'
  const after = await walk.step('squad1b', hazard, 'comments', { words: '到场', deviceAt })
  const { db } = county.world
  const rows = await db.q
    .select()
    .from(db.t.journal)
    .where(and(eq(db.t.journal.subjectId, hazard.id), eq(db.t.journal.kind, 'commented')))
  expect(rows).toMatchObject([{ actorId: 'squad1b', at: county.clock.now() }])
  expect(after.timeline.at(-1)).toMatchObject({
    kind: 'commented',
    actor: { id: 'squad1b' },
    body: { words: '到场', deviceAt },
  })
})

test('a step that fails half-way leaves nothing: no row, no entry, no version', async () => {
  const hazard = await walk.report('squad1')
  const tasks = [
    { id: newId(), unitId: 'unit-town1', measures: [{ measure: 'speed-bump', quantity: 1 }] },
    { id: newId(), unitId: 'no-such-unit', measures: [] },
  ]
  const body = { code: 'A04', severity: 'minor', description: '缺让行标志', tasks }
  const answer = await walk.tryStep('squad1', hazard, 'register', body)
  expect(answer.status).toBe(422)
  expect(answer.at('fields')).toEqual([{ pointer: '/tasks/1/unitId', fault: 'unknown' }])
  expect(await walk.look('squad1', hazard.id)).toEqual(hazard)
})

test('a shut door on the page is the same door: the server refuses with the reason it had shown', async () => {
  const hazard = await walk.submitted({ severity: 'serious' })
  const seen = await walk.look('squad1', hazard.id)
  const shown = seen.moves.find(({ move }) => move === 'verify-task')
  expect(shown).toMatchObject({ ok: false, because: 'county-verifies', who: ['county-reviewer'] })
  const answer = await walk.tryStep('squad1', seen, walk.onTask(seen, 'verify'))
  expect(answer.status).toBe(403)
  expect(answer.body).toMatchObject({ because: { reason: 'county-verifies' }, who: ['county-reviewer'] })
})
