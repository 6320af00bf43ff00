import { afterAll, beforeAll, expect, test } from 'vitest'
import { RegisterPage, Waiting } from '../register/wire.ts'
import { type TestAnswer, type TestCounty, testCounty } from '../test-county.ts'
import { type Walk, walkIn } from '../test-walk.ts'
import type { HazardWhole } from './answers.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const shut = (answer: TestAnswer) => [answer.status, answer.at('because', 'reason') ?? answer.at('fields', 0, 'fault')]
const because = '路段已划归渣津镇'
const toUnit = (toUnitId: string) => ({ toUnitId, toCounty: null, because })
const abroad = { toUnitId: null, toCounty: '湖南省平江县', because: '位置在省界以西' }
const proposed = async (to: Record<string, unknown> = toUnit('unit-town2'), hazard?: HazardWhole) =>
  walk.step('reviewer', hazard ?? (await walk.registered()), 'transfer', to)
const waits = async (account: string, { id }: HazardWhole) =>
  Waiting.parse((await (await walk.as(account)).get('/api/mine')).body).items.find(({ hazard }) => hazard.id === id)

test('proposed, it stays where it is; the unit asked sees it and has it on its list', async () => {
  const hazard = await walk.registered()
  expect((await walk.tryStep('chief2', hazard, 'accept-transfer')).status).toBe(404)
  const after = await proposed(toUnit('unit-town2'), hazard)
  expect(after.transfer).toMatchObject({ toUnit: { id: 'unit-town2' }, toCounty: null, because })
  expect(after.tasks[0]).toMatchObject({ unit: { id: 'unit-town1' }, state: 'assigned' })
  expect(await waits('chief2', hazard)).toMatchObject({ wants: 'accept-transfer', because })
  // and the present owner works on meanwhile
  await walk.step('chief1', after, walk.onTask(after, 'accept'))
})

test('accepted, all that is not submitted yet passes over, with the deadline in force', async () => {
  const before = await walk.registered({ units: ['unit-town1', 'unit-roads'] })
  const accepted = await walk.step('dept1', before, walk.onTask(before, 'accept', 1))
  const ready = await walk.step('dept1', accepted, walk.onTask(accepted, 'submit', 1), await walk.submission(before, 1))
  const hazard = await proposed(toUnit('unit-town2'), ready)
  walk.later({ days: 2 })
  const taken = await walk.step('chief2', hazard, 'accept-transfer')
  expect(taken.transfer).toBeNull()
  expect(taken.tasks).toMatchObject([
    {
      ...{ state: 'accepted', unit: { id: 'unit-town2' }, person: { id: 'chief2' } },
      ...{ dueOn: before.tasks[0]?.dueOn, assignedAt: county.clock.now(), acceptedAt: county.clock.now() },
    },
    { state: 'submitted', unit: { id: 'unit-roads' } },
  ])
  expect(await waits('chief2', hazard)).toMatchObject({ wants: 'submit-task' })
  expect(shut(await walk.tryStep('chief1', taken, walk.onTask(taken, 'start')))).toEqual([403, 'another-unit'])
})

test('a request for more time does not pass over with the task', async () => {
  const hazard = await walk.registered()
  const asked = await walk.step('chief1', hazard, walk.onTask(hazard, 'ask-extension'), {
    ...{ dueOn: '2027-06-01', because: '等材料' },
  })
  const taken = await walk.step('chief2', await proposed(toUnit('unit-town2'), asked), 'accept-transfer')
  expect(taken.tasks[0]?.extensions).toMatchObject([{ waiting: false, outcome: null }])
})

test('refused with a reason, everything is as before', async () => {
  const hazard = await proposed()
  expect(shut(await walk.tryStep('chief2', hazard, 'refuse-transfer'))).toEqual([422, 'required'])
  const refused = await walk.step('chief2', hazard, 'refuse-transfer', { because: '该段不属本镇' })
  expect(refused).toMatchObject({ transfer: null, tasks: [{ unit: { id: 'unit-town1' }, state: 'assigned' }] })
  expect(refused.timeline.at(-1)).toMatchObject({ kind: 'transfer-refused', body: { because: '该段不属本镇' } })
  // whoever was asked still sees what they answered, and it can be proposed anew
  expect((await walk.look('chief2', hazard.id)).id).toBe(hazard.id)
  expect((await proposed(toUnit('unit-roads'), refused)).transfer).toMatchObject({ toUnit: { id: 'unit-roads' } })
})

test('one transfer at a time, answered by the unit asked or by the county in its stead', async () => {
  const hazard = await proposed()
  expect(shut(await walk.tryStep('reviewer', hazard, 'transfer', toUnit('unit-roads')))).toEqual([
    ...[409, 'transfer-pending'],
  ])
  expect(shut(await walk.tryStep('chief1', hazard, 'accept-transfer'))).toEqual([403, 'another-receiver'])
  expect(shut(await walk.tryStep('chief1', hazard, 'transfer', toUnit('unit-roads')))).toEqual([403, 'another-role'])
  const taken = await walk.step('reviewer', hazard, 'accept-transfer')
  expect(taken.tasks[0]).toMatchObject({ unit: { id: 'unit-town2' }, person: null })
  expect(shut(await walk.tryStep('reviewer', taken, 'accept-transfer'))).toEqual([409, 'no-transfer'])
})

test('before it is registered only a squad can take it, and becomes the team', async () => {
  const scene = await walk.report('squad1')
  expect(shut(await walk.tryStep('reviewer', scene, 'transfer', toUnit('unit-town2')))).toEqual([
    ...[409, 'transfer-needs-squad'],
  ])
  expect(shut(await walk.tryStep('reviewer', scene, 'transfer', toUnit('unit-squad1')))).toEqual([
    ...[422, 'the-team-itself'],
  ])
  const hazard = await proposed(toUnit('unit-squad2'), scene)
  expect(await waits('squad2', hazard)).toMatchObject({ wants: 'accept-transfer' })
  const taken = await walk.step('squad2', hazard, 'accept-transfer')
  expect(taken.team).toMatchObject({ id: 'unit-squad2' })
  // the photos of the team before still count: the scene is complete
  expect(taken.moves.find(({ move }) => move === 'register-hazard')?.ok).toBe(true)
})

test('to another county: the county records its letter, and it leaves the register until it is taken back', async () => {
  const hazard = await proposed(abroad)
  expect(hazard.transfer).toMatchObject({ toUnit: null, toCounty: '湖南省平江县' })
  expect(await waits('reviewer', hazard)).toMatchObject({ wants: 'accept-transfer', because: '位置在省界以西' })
  expect(shut(await walk.tryStep('chief1', hazard, 'accept-transfer', { because: '平公函12号' }))).toEqual([
    ...[403, 'another-receiver'],
  ])
  expect(shut(await walk.tryStep('reviewer', hazard, 'accept-transfer'))).toEqual([422, 'required'])
  const gone = await walk.step('reviewer', hazard, 'accept-transfer', { because: '平公函〔2026〕12号' })
  expect(gone).toMatchObject({ setAside: 'transferred', transferredTo: '湖南省平江县', transfer: null })
  const listed = async () =>
    RegisterPage.parse((await (await walk.as('reviewer')).get('/api/hazards?open=yes&limit=100')).body).hazards.map(
      ({ id }) => id,
    )
  expect(await listed()).not.toContain(hazard.id)
  const back = await walk.step('reviewer', gone, 'reinstate', { because: '对方退回' })
  expect(back).toMatchObject({ setAside: null, transferredTo: null, stage: 'register' })
  expect(await listed()).toContain(hazard.id)
})

test('a transfer names a unit or a county, one of the two, and a unit that exists', async () => {
  const hazard = await walk.registered()
  for (const to of [{ ...abroad, toUnitId: 'unit-town2' }, { ...abroad, toCounty: null }, toUnit('nowhere')])
    expect((await walk.tryStep('reviewer', hazard, 'transfer', to)).status).toBe(422)
})

test('what is cleared meanwhile goes nowhere: the proposal falls away', async () => {
  const hazard = await proposed(toUnit('unit-town2'), await walk.submitted())
  const cleared = await walk.step('reviewer2', hazard, walk.onTask(hazard, 'verify'))
  expect(cleared).toMatchObject({ stage: 'cleared', transfer: null })
  expect(await waits('chief2', hazard)).toBeUndefined()
})
