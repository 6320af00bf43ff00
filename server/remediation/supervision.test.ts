import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HazardWhole } from '../hazards/answers.ts'
import { RegisterPage, Waiting } from '../register/wire.ts'
import { type TestAnswer, type TestCounty, testCounty } from '../test-county.ts'
import { newId, type Walk, walkIn } from '../test-walk.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const shut = (answer: TestAnswer) => [answer.status, answer.at('because', 'reason') ?? answer.at('fields', 0, 'fault')]
const terms = { level: 'city', supervisorId: 'chief1', everyDays: 5, because: '逾期未动工' }
const supervised = async (given = terms) => walk.step('leader', await walk.registered(), 'supervise', given)
const listed = async (filter: string, account = 'reviewer') =>
  RegisterPage.parse((await (await walk.as(account)).get(`/api/hazards?${filter}=yes&limit=100`)).body).hazards.map(
    ({ id }) => id,
  )
const waits = async (account: string, { id }: HazardWhole) =>
  Waiting.parse((await (await walk.as(account)).get('/api/mine')).body).items.find(({ hazard }) => hazard.id === id)

test('a leader puts a hazard under supervision: level, a person named, progress owed by a day', async () => {
  const hazard = await supervised()
  expect(hazard.supervision).toMatchObject({
    ...{ level: 'city', supervisor: { id: 'chief1' }, everyDays: 5, progressDueOn: '2026-11-23' },
    ...{ because: '逾期未动工', startedBy: { id: 'leader' } },
  })
  expect(hazard.timeline.at(-1)).toMatchObject({ kind: 'supervised', body: { level: 'city', supervisorId: 'chief1' } })
  expect(await listed('supervised')).toContain(hazard.id)
})

test('how often progress is owed is the county’s, unless it is said', async () => {
  const hazard = await walk.step('reviewer', await walk.registered(), 'supervise', {
    ...{ level: 'county', supervisorId: 'dept1', because: '群众反复反映' },
  })
  expect(hazard.supervision).toMatchObject({ everyDays: 7 })
})

test('only the county and its leaders supervise, once at a time, and name somebody who can answer', async () => {
  const hazard = await walk.registered()
  expect(shut(await walk.tryStep('chief1', hazard, 'supervise', terms))).toEqual([403, 'another-role'])
  for (const supervisorId of ['nobody', 'squad1', 'reporter'])
    expect(shut(await walk.tryStep('leader', hazard, 'supervise', { ...terms, supervisorId }))).toEqual([
      ...[422, 'cannot-supervise'],
    ])
  const taken = await walk.step('leader', hazard, 'supervise', terms)
  expect(shut(await walk.tryStep('leader', taken, 'supervise', terms))).toEqual([409, 'already-supervised'])
})

test('progress is owed by a day, entered in words, and owed again a whole round later', async () => {
  const hazard = await supervised()
  expect(await listed('progress-owed')).not.toContain(hazard.id)
  expect(await waits('chief1', hazard)).toMatchObject({ wants: 'accept-task' })
  walk.later({ days: 5 })
  expect(await listed('progress-owed')).toContain(hazard.id)
  const accepted = await walk.step('chief1', hazard, walk.onTask(hazard, 'accept'))
  const { dueOn, wants } = (await waits('chief1', hazard)) ?? {}
  expect({ dueOn, wants }).toEqual({ wants: 'report-progress', dueOn: hazard.supervision?.progressDueOn })
  walk.later({ days: 2 })
  const entered = await walk.step('chief1', accepted, 'progress', { words: '材料已到，明日施工' })
  expect(entered.supervision?.progressDueOn).toBe('2026-11-30')
  expect(entered.timeline.at(-1)).toMatchObject({ kind: 'progress-reported', body: { words: '材料已到，明日施工' } })
  expect(await listed('progress-owed')).not.toContain(hazard.id)
  expect(await waits('chief1', hazard)).toMatchObject({ wants: 'submit-task' })
})

test('the person named sees it and is asked for progress, of whatever unit they are', async () => {
  const hazard = await supervised({ ...terms, supervisorId: 'chief2' })
  expect((await walk.look('chief2', hazard.id)).id).toBe(hazard.id)
  walk.later({ days: 5 })
  expect(await waits('chief2', hazard)).toMatchObject({ wants: 'report-progress' })
  expect(shut(await walk.tryStep('leader', hazard, 'progress', { words: '已督促' }))).toEqual([
    ...[403, 'not-the-supervised'],
  ])
  expect((await walk.tryStep('dept1', hazard, 'progress', { words: '已督促' })).status).toBe(404)
  await walk.step('chief2', hazard, 'progress', { words: '已到现场督促' })
})

test('a leader named as supervisor has it on their own list when progress is owed', async () => {
  const hazard = await supervised({ ...terms, supervisorId: 'leader' })
  expect(await waits('leader', hazard)).toBeUndefined()
  walk.later({ days: 5 })
  expect(await waits('leader', hazard)).toMatchObject({ wants: 'report-progress' })
})

test('lifted with a reason, nothing is owed any more', async () => {
  const hazard = await supervised()
  const lifted = await walk.step('leader', hazard, 'lift-supervision', { because: '已完成主体' })
  expect(lifted.supervision).toBeNull()
  expect(shut(await walk.tryStep('chief1', lifted, 'progress', { words: '继续' }))).toEqual([409, 'not-supervised'])
  expect(await listed('supervised')).not.toContain(hazard.id)
  // and it can be put under supervision again
  expect((await walk.step('leader', lifted, 'supervise', terms)).supervision).toMatchObject({ level: 'city' })
})

test('a major one is supervised from the moment it is on the register, by the person its task names', async () => {
  const scene = await walk.report('squad1')
  const hazard = await walk.step('squad1', scene, 'register', {
    ...{ code: 'A05', severity: 'major', description: '塌方', spot: '' },
    tasks: [{ id: newId(), unitId: 'unit-roads', personId: 'dept1', measures: [] }],
  })
  expect(hazard.supervision).toMatchObject({ level: 'county', supervisor: { id: 'dept1' }, because: '', everyDays: 7 })
  expect(hazard.timeline.map(({ kind }) => kind)).toContain('supervised')
  const minor = await walk.registered({ severity: 'minor' })
  expect(minor.supervision).toBeNull()
})

test('where no person is named the county answers: the reviewer who registered it, else the first of them', async () => {
  const bySquad = await walk.registered({ severity: 'major', by: 'squad1' })
  expect(bySquad.supervision).toMatchObject({ supervisor: { id: 'reviewer' } })
  const byReviewer = await walk.registered({ severity: 'major', by: 'reviewer2' })
  expect(byReviewer.supervision).toMatchObject({ supervisor: { id: 'reviewer2' } })
})

test('what is cleared is supervised no more, and a major one that comes back is so again', async () => {
  const cleared = await walk.cleared({ severity: 'major' })
  expect(cleared.supervision).toBeNull()
  expect(await listed('supervised')).not.toContain(cleared.id)
  walk.later({ days: 30 })
  const back = await walk.step('squad1', cleared, 'fail-revisit', {
    ...{ photos: [await walk.photo()], because: '护栏又倒了' },
  })
  expect(back.supervision).toMatchObject({ level: 'county', because: '' })
  expect(await listed('supervised')).toContain(back.id)
})

test('what is off the path owes nothing and is on no list', async () => {
  const hazard = await supervised()
  walk.later({ days: 9 })
  expect(await listed('progress-owed')).toContain(hazard.id)
  await walk.step('reviewer', hazard, 'void', { because: '误报' })
  expect(await listed('progress-owed')).not.toContain(hazard.id)
  expect(await waits('chief1', hazard)).toBeUndefined()
})
