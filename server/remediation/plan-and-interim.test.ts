import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestAnswer, type TestCounty, testCounty } from '../test-county.ts'
import { type Walk, walkIn } from '../test-walk.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const shut = (answer: TestAnswer) => [answer.status, answer.at('because', 'reason')]
const nextYear = { year: 2027, because: '本年度无资金' }

test('no money this year: into a named year’s plan, off the clock and never counted as cleared', async () => {
  const hazard = await walk.registered({ units: ['unit-town1', 'unit-roads'] })
  const planned = await walk.step('dept1', hazard, walk.onTask(hazard, 'plan', 1), nextYear)
  expect(planned.tasks[1]).toMatchObject({ state: 'planned', plannedYear: 2027, plannedBecause: '本年度无资金' })
  expect(planned).toMatchObject({ stage: 'register', dueOn: hazard.tasks[0]?.dueOn })

  let on = await walk.step('chief1', planned, walk.onTask(planned, 'accept', 0))
  on = await walk.step('chief1', on, walk.onTask(on, 'submit', 0), await walk.submission(on, 0))
  on = await walk.step('reviewer', on, walk.onTask(on, 'verify', 0))
  expect(on).toMatchObject({ stage: 'register', clearedAt: null, dueOn: null, daysOverdue: 0 })
  expect(on.tasks.map(({ state }) => state)).toEqual(['verified', 'planned'])
  expect(shut(await walk.tryStep('reviewer', on, walk.onTask(on, 'verify', 1)))).toEqual([409, 'another-task-state'])
  expect(shut(await walk.tryStep('dept1', on, walk.onTask(on, 'submit', 1), await walk.submission(on, 1)))).toEqual([
    ...[409, 'another-task-state'],
  ])
})

test('a plan names a year that is not over, and a reason', async () => {
  const hazard = await walk.registered()
  const planning = async (given: Record<string, unknown>) => {
    const body = { ...nextYear, ...given }
    const answer = await walk.tryStep('chief1', hazard, walk.onTask(hazard, 'plan'), body)
    return [answer.status, answer.at('fields', 0, 'pointer')]
  }
  expect(await planning({ year: 2025 })).toEqual([422, '/year'])
  expect(await planning({ year: 2026.5 })).toEqual([422, '/year'])
  expect(await planning({ year: 20271 })).toEqual([422, '/year'])
  expect(await planning({ because: '' })).toEqual([422, '/because'])
  expect(await planning({ year: 2026 })).toEqual([200, undefined])
})

test('the money is there: assigned again and to be accepted anew, with a deadline that starts to run now', async () => {
  const hazard = await walk.registered()
  const accepted = await walk.step('chief1', hazard, walk.onTask(hazard, 'accept'))
  const underWay = await walk.step('chief1', accepted, walk.onTask(hazard, 'start'))
  const planned = await walk.step('chief1', underWay, walk.onTask(hazard, 'plan'), nextYear)
  expect(planned.dueOn).toBeNull()
  walk.later({ days: 100 })
  const resumed = await walk.step('chief1', planned, walk.onTask(hazard, 'resume'))
  expect(resumed.tasks).toMatchObject([
    {
      ...{ state: 'assigned', plannedYear: null, plannedBecause: null, assignedAt: county.clock.now() },
      ...{ acceptedAt: null, startedAt: null, dueOn: '2027-03-13', firstDueOn: hazard.tasks[0]?.firstDueOn },
    },
  ])
  expect(resumed).toMatchObject({ dueOn: '2027-03-13', daysOverdue: 0 })
  expect(shut(await walk.tryStep('chief1', resumed, walk.onTask(hazard, 'resume')))).toEqual([
    ...[409, 'another-task-state'],
  ])
})

test('another unit neither plans nor resumes', async () => {
  const hazard = await walk.registered({ units: ['unit-town1', 'unit-roads'] })
  expect(shut(await walk.tryStep('dept1', hazard, walk.onTask(hazard, 'plan', 0), nextYear))).toEqual([
    ...[403, 'another-unit'],
  ])
  const planned = await walk.step('chief1', hazard, walk.onTask(hazard, 'plan', 0), nextYear)
  expect(shut(await walk.tryStep('dept1', planned, walk.onTask(hazard, 'resume', 0)))).toEqual([403, 'another-unit'])
  expect(shut(await walk.tryStep('squad1', planned, walk.onTask(hazard, 'resume', 0)))).toEqual([403, 'another-unit'])
})

test('interim control is a flag beside the state, with its own photo and date; the deadline does not move', async () => {
  const hazard = await walk.registered({ severity: 'major' })
  county.clock.advance({ hours: 3 })
  const controlled = await walk.step('chief1', hazard, walk.onTask(hazard, 'control-interim'), {
    ...{ remark: '摆放锥桶，专人值守', photos: [await walk.photo()] },
  })
  expect(controlled.tasks).toMatchObject([
    {
      ...{ state: 'assigned', interimAt: county.clock.now(), interimRemark: '摆放锥桶，专人值守' },
      dueOn: hazard.tasks[0]?.dueOn,
    },
  ])
  expect(controlled).toMatchObject({ stage: 'register', colour: 'red', dueOn: hazard.dueOn })
  expect(controlled.photos.at(-1)).toMatchObject({ role: 'interim', taskId: hazard.tasks[0]?.id })
})

test('interim control without a photo is refused with that reason, without a word on it as incomplete', async () => {
  const hazard = await walk.registered()
  const step = walk.onTask(hazard, 'control-interim')
  expect(shut(await walk.tryStep('chief1', hazard, step, { remark: '锥桶', photos: [] }))).toEqual([
    ...[409, 'no-interim-photo'],
  ])
  const wordless = await walk.tryStep('chief1', hazard, step, { remark: '', photos: [await walk.photo()] })
  expect([wordless.status, wordless.at('fields', 0, 'pointer')]).toEqual([422, '/remark'])
  const lost = { remark: '锥桶', photos: [await walk.photo({ sha256: 'ef'.repeat(32) })] }
  expect((await walk.tryStep('chief1', hazard, step, lost)).at('code')).toBe('no-such-photo')
})

test('interim control is not the cure: it can be put out again, but not once the cure is submitted or refused', async () => {
  const body = async () => ({ remark: '锥桶', photos: [await walk.photo()] })
  const planned = await walk.registered()
  const inPlan = await walk.step('chief1', planned, walk.onTask(planned, 'plan'), nextYear)
  const once = await walk.step('chief1', inPlan, walk.onTask(planned, 'control-interim'), await body())
  expect((await walk.tryStep('chief1', once, walk.onTask(planned, 'control-interim'), await body())).status).toBe(200)

  const submitted = await walk.submitted()
  expect(
    shut(await walk.tryStep('chief1', submitted, walk.onTask(submitted, 'control-interim'), await body())),
  ).toEqual([...[409, 'another-task-state']])
})
