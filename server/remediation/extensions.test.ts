import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HazardWhole } from '../hazards/answers.ts'
import { RegisterPage, Waiting } from '../register/wire.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { newId, type Walk, walkIn } from '../test-walk.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const asking = { dueOn: '2027-01-10', because: '镜面要定制，到货要一个月' }
const taskOf = (hazard: HazardWhole, at = 0) => {
  const task = hazard.tasks[at]
  if (!task) throw new Error(`no task at ${at}`)
  return task
}
const dayFrom = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const asked = async (by = 'chief1', days = 30) => {
  const hazard = await walk.registered()
  const dueOn = dayFrom(taskOf(hazard).dueOn, days)
  return walk.step(by, hazard, walk.onTask(hazard, 'ask-extension'), { ...asking, dueOn })
}
const refusal = async (account: string, on: HazardWhole, step: string, body: Record<string, unknown>) => {
  const answer = await walk.tryStep(account, on, walk.onTask(on, step), body)
  return [answer.status, answer.at('because', 'reason') ?? answer.at('fields', 0, 'fault')]
}

test('a unit asks in time: the request is seen with its reason, and the deadline stands until it is answered', async () => {
  const hazard = await walk.registered()
  const before = taskOf(hazard)
  const dueOn = dayFrom(before.dueOn, 20)
  const after = await walk.step('chief1', hazard, walk.onTask(hazard, 'ask-extension'), { ...asking, dueOn })
  expect(taskOf(after)).toMatchObject({ dueOn: before.dueOn, firstDueOn: before.dueOn, state: 'assigned' })
  expect(taskOf(after).extensions).toMatchObject([
    {
      ...{ because: asking.because, fromDueOn: before.dueOn, askedDueOn: dueOn, askedBy: { id: 'chief1' } },
      ...{ waiting: true, outcome: null, decidedBy: null },
    },
  ])
  expect(after.timeline.at(-1)).toMatchObject({ kind: 'extension-asked', body: { dueOn, from: before.dueOn } })
})

test('granted, the deadline in force moves and the first one is kept for ever', async () => {
  const hazard = await asked()
  const [first] = taskOf(hazard).extensions
  const earlier = dayFrom(first?.askedDueOn ?? '', -5)
  const granted = await walk.step('reviewer', hazard, walk.onTask(hazard, 'grant-extension'), { dueOn: earlier })
  expect(taskOf(granted)).toMatchObject({ dueOn: earlier, firstDueOn: hazard.firstDueOn })
  expect(granted).toMatchObject({ dueOn: earlier, firstDueOn: hazard.firstDueOn })
  expect(taskOf(granted).extensions).toMatchObject([
    { waiting: false, outcome: 'granted', grantedDueOn: earlier, decidedBy: { id: 'reviewer' } },
  ])
  // a second one counts from the day in force, and the first is still kept
  const again = await walk.step('chief1', granted, walk.onTask(granted, 'ask-extension'), {
    ...{ because: '连续降雨', dueOn: dayFrom(earlier, 3) },
  })
  expect(taskOf(again).extensions.map(({ waiting }) => waiting)).toEqual([false, true])
  expect(taskOf(again).extensions[1]).toMatchObject({ fromDueOn: earlier })
  expect(taskOf(again).firstDueOn).toBe(hazard.firstDueOn)
})

test('refused, the deadline stands and the reason is on the task', async () => {
  const hazard = await asked()
  const refused = await walk.step('reviewer', hazard, walk.onTask(hazard, 'refuse-extension'), {
    because: '本周可完工',
  })
  expect(taskOf(refused)).toMatchObject({ dueOn: hazard.firstDueOn })
  expect(taskOf(refused).extensions).toMatchObject([
    { outcome: 'refused', decidedBecause: '本周可完工', grantedDueOn: null, waiting: false },
  ])
})

test('a day that is not later than the deadline is refused, for asking and for granting', async () => {
  const hazard = await walk.registered()
  const { dueOn } = taskOf(hazard)
  expect(await refusal('chief1', hazard, 'ask-extension', { ...asking, dueOn })).toEqual([409, 'not-later'])
  const waiting = await asked()
  const present = taskOf(waiting).dueOn
  expect(await refusal('reviewer', waiting, 'grant-extension', { dueOn: present })).toEqual([409, 'not-later'])
})

test('after the deadline nobody can ask; on its last day they still can', async () => {
  const hazard = await walk.registered()
  walk.later({ days: 15 })
  const seen = await walk.look('chief1', hazard.id)
  expect(seen.moves.find(({ move }) => move === 'ask-extension')?.ok).toBe(true)
  walk.later({ days: 1 })
  const late = await walk.look('chief1', hazard.id)
  expect(late.moves.find(({ move }) => move === 'ask-extension')).toMatchObject({ because: 'deadline-passed' })
  const dueOn = dayFrom(taskOf(hazard).dueOn, 30)
  expect(await refusal('chief1', late, 'ask-extension', { ...asking, dueOn })).toEqual([409, 'deadline-passed'])
})

test('nobody answers their own request, and nobody but the county answers at all', async () => {
  const hazard = await asked('reviewer')
  const dueOn = dayFrom(taskOf(hazard).dueOn, 10)
  expect(await refusal('reviewer', hazard, 'grant-extension', { dueOn })).toEqual([409, 'own-request'])
  expect(await refusal('reviewer', hazard, 'refuse-extension', { because: '不同意' })).toEqual([409, 'own-request'])
  expect(await refusal('chief1', hazard, 'grant-extension', { dueOn })).toEqual([403, 'another-role'])
  const granted = await walk.step('reviewer2', hazard, walk.onTask(hazard, 'grant-extension'), { dueOn })
  expect(taskOf(granted).dueOn).toBe(dueOn)
  expect(await refusal('reviewer2', granted, 'grant-extension', { dueOn })).toEqual([409, 'no-extension'])
})

test('a second request waits for the answer to the first', async () => {
  const hazard = await asked()
  const dueOn = dayFrom(taskOf(hazard).dueOn, 40)
  expect(await refusal('chief1', hazard, 'ask-extension', { ...asking, dueOn })).toEqual([409, 'extension-pending'])
})

test('a request falls away without an answer when the task goes to another', async () => {
  const hazard = await asked()
  const passed = await walk.step('reviewer', hazard, walk.onTask(hazard, 'reassign'), {
    ...{ unitId: 'unit-roads', because: '属县道' },
  })
  expect(taskOf(passed).extensions).toMatchObject([{ waiting: false, outcome: null }])
  expect(await refusal('reviewer', passed, 'grant-extension', { dueOn: '2027-12-01' })).toEqual([409, 'no-extension'])
  const again = await walk.step('dept1', passed, walk.onTask(passed, 'ask-extension'), {
    ...{ because: '等材料', dueOn: dayFrom(taskOf(passed).dueOn, 5) },
  })
  expect(taskOf(again).extensions.map(({ waiting }) => waiting)).toEqual([false, true])
})

test('a deadline that passes while the county thinks can still be moved, but not into the past', async () => {
  const hazard = await asked('chief1', 40)
  walk.later({ days: 20 })
  const late = await walk.look('reviewer', hazard.id)
  const past = dayFrom(taskOf(hazard).dueOn, 1)
  expect(await refusal('reviewer', late, 'grant-extension', { dueOn: past })).toEqual([422, 'in-the-past'])
  const dueOn = dayFrom(taskOf(hazard).dueOn, 30)
  const granted = await walk.step('reviewer', late, walk.onTask(late, 'grant-extension'), { dueOn })
  expect(granted.daysOverdue).toBe(0)
})

test('sent twice it is asked once', async () => {
  const hazard = await walk.registered()
  const body = { actId: newId(), ...asking, dueOn: dayFrom(taskOf(hazard).dueOn, 9) }
  for (let time = 0; time < 2; time++) {
    const answer = await walk.tryStep('chief1', hazard, walk.onTask(hazard, 'ask-extension'), body)
    expect(answer.status).toBe(200)
  }
  expect(taskOf(await walk.look('chief1', hazard.id)).extensions).toHaveLength(1)
})

test('what was asked waits for the county with its reason, and what was granted is found in the register', async () => {
  const hazard = await asked()
  const { items } = Waiting.parse((await (await walk.as('reviewer')).get('/api/mine')).body)
  expect(items.find((item) => item.hazard.id === hazard.id)).toMatchObject({
    ...{ wants: 'grant-extension', because: asking.because, taskId: taskOf(hazard).id },
  })
  const extended = async () => {
    const page = RegisterPage.parse((await (await walk.as('reviewer')).get('/api/hazards?extended=yes&limit=100')).body)
    return page.hazards.map(({ id }) => id)
  }
  expect(await extended()).not.toContain(hazard.id)
  await walk.step('reviewer', hazard, walk.onTask(hazard, 'grant-extension'), {
    dueOn: dayFrom(taskOf(hazard).dueOn, 2),
  })
  expect(await extended()).toContain(hazard.id)
})
