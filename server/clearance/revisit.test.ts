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
const looking = async (given: Record<string, unknown> = {}) => ({ photos: [await walk.photo()], ...given })
const failing = async () => looking({ because: '减速带已脱落' })

test('looked again, still gone: the visit owed next is settled and the watch goes on', async () => {
  const hazard = await walk.cleared()
  walk.later({ days: 30 })
  const passed = await walk.step('squad1', hazard, 'pass-revisit', await looking({ remark: '完好' }))
  expect(passed).toMatchObject({ stage: 'cleared', colour: 'blue', clearedAt: hazard.clearedAt, timesReopened: 0 })
  expect(passed.revisits).toMatchObject([
    {
      id: hazard.revisits[0]?.id,
      outcome: 'passed',
      doneBy: { id: 'squad1' },
      doneAt: county.clock.now(),
      remark: '完好',
    },
    { id: hazard.revisits[1]?.id, outcome: null },
  ])
  expect(passed.photos.at(-1)).toMatchObject({ role: 'revisit', taskId: null })
  expect(passed.timeline.at(-1)?.kind).toBe('revisit-passed')
})

test('both visits done, a third look is kept as one more visit', async () => {
  let hazard = await walk.cleared()
  for (const days of [30, 60]) {
    walk.later({ days })
    hazard = await walk.step('squad1', hazard, 'pass-revisit', await looking())
  }
  expect(hazard.revisits.map(({ outcome }) => outcome)).toEqual(['passed', 'passed'])
  const more = await walk.step('reviewer', hazard, 'pass-revisit', await looking())
  expect(more.revisits.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed'])
})

test('a failed revisit reopens under the same number: every task returned, a new deadline, no colour of the watch', async () => {
  const hazard = await walk.cleared({ severity: 'serious', units: ['unit-town1', 'unit-roads'] })
  walk.later({ days: 30 })
  const reopened = await walk.step('squad1', hazard, 'fail-revisit', await failing())
  expect(reopened).toMatchObject({
    ...{ stage: 'register', registerNumber: hazard.registerNumber, colour: 'orange', firstDueOn: hazard.firstDueOn },
    ...{ clearedAt: null, clearedBy: null, watchUntilOn: null, timesReopened: 1, daysOverdue: 0 },
  })
  expect(reopened.tasks.map(({ state }) => state)).toEqual(['returned', 'returned'])
  for (const [at, task] of reopened.tasks.entries()) {
    expect(task).toMatchObject({ returnedBecause: '减速带已脱落', verifiedAt: null, verifiedBy: null })
    expect(task.firstDueOn).toBe(hazard.tasks[at]?.firstDueOn)
    expect(task.dueOn).toBe(reopened.dueOn)
  }
  expect((reopened.dueOn ?? '') > (hazard.firstDueOn ?? '')).toBe(true)
  expect(reopened.timeline.slice(-2)).toMatchObject([
    { kind: 'revisit-failed', body: { because: '减速带已脱落' } },
    { kind: 'relapse-linked', body: { days: 30 } },
  ])
  expect(reopened.relapsedAt).toBe(county.clock.now())
})

test('visits still to come are no longer owed once it is open again, and stay dropped when they were', async () => {
  const hazard = await walk.cleared()
  walk.later({ days: 30 })
  const firstDrop = county.clock.now()
  let on = await walk.step('squad1', hazard, 'fail-revisit', await failing())
  expect(on.revisits.map(({ outcome, droppedAt }) => [outcome, droppedAt])).toEqual([
    ...[
      ['failed', null],
      [null, firstDrop],
    ],
  ])
  on = await walk.step('chief1', on, walk.onTask(on, 'submit'), await walk.submission(on))
  on = await walk.step('reviewer', on, walk.onTask(on, 'verify'))
  expect(on.revisits.filter(({ outcome, droppedAt }) => outcome === null && droppedAt === null)).toHaveLength(2)

  walk.later({ days: 30 })
  on = await walk.step('squad1', on, 'fail-revisit', await failing())
  expect(on.timesReopened).toBe(2)
  expect(on.revisits.filter(({ outcome }) => outcome === 'failed')).toHaveLength(2)
  const dropped = on.revisits.map(({ droppedAt }) => droppedAt).filter((at) => at !== null)
  expect(dropped.sort()).toEqual([firstDrop, county.clock.now()])
})

test('reopened it is cured, submitted and verified again like any other, and watched anew', async () => {
  const hazard = await walk.cleared()
  const reopened = await walk.step('reviewer', hazard, 'fail-revisit', await failing())
  const started = await walk.step('chief1', reopened, walk.onTask(reopened, 'start'))
  const again = await walk.step('chief1', started, walk.onTask(started, 'submit'), await walk.submission(started))
  walk.later({ days: 1 })
  const cleared = await walk.step('reviewer', again, walk.onTask(again, 'verify'))
  expect(cleared).toMatchObject({ stage: 'cleared', colour: 'blue', clearedAt: county.clock.now(), timesReopened: 1 })
})

test('the team that found it or the county looks again; others are told so', async () => {
  const hazard = await walk.cleared({ units: ['unit-roads'] })
  for (const step of ['pass-revisit', 'fail-revisit']) {
    const body = step === 'pass-revisit' ? await looking() : await failing()
    for (const account of ['chief1', 'dept1', 'leader'])
      expect(shut(await walk.tryStep(account, hazard, step, body)), account).toEqual([403, 'another-role'])
  }
})

test('whoever submitted the cure does not revisit it', async () => {
  const hazard = await walk.registered()
  let on = await walk.step('reviewer', hazard, walk.onTask(hazard, 'accept'))
  on = await walk.step('reviewer', on, walk.onTask(on, 'submit'), await walk.submission(on))
  on = await walk.step('squad1', on, walk.onTask(on, 'verify'))
  expect(shut(await walk.tryStep('reviewer', on, 'pass-revisit', await looking()))).toEqual([409, 'own-cure'])
  expect(shut(await walk.tryStep('reviewer', on, 'fail-revisit', await failing()))).toEqual([409, 'own-cure'])
  expect((await walk.tryStep('reviewer2', on, 'pass-revisit', await looking())).status).toBe(200)
})

test('there is nothing to revisit before it is cleared', async () => {
  const hazard = await walk.submitted()
  expect(shut(await walk.tryStep('squad1', hazard, 'pass-revisit', await looking()))).toEqual([409, 'another-stage'])
  expect(shut(await walk.tryStep('squad1', hazard, 'fail-revisit', await failing()))).toEqual([409, 'another-stage'])
})

test('a revisit shows what it saw: a photo each time, and a reason where it failed', async () => {
  const hazard = await walk.cleared()
  expect((await walk.tryStep('squad1', hazard, 'pass-revisit', { photos: [] })).status).toBe(422)
  expect((await walk.tryStep('squad1', hazard, 'fail-revisit', { photos: [], because: '脱落' })).status).toBe(422)
  const silent = await walk.tryStep('squad1', hazard, 'fail-revisit', await looking({ because: ' ' }))
  expect([silent.status, silent.at('fields', 0, 'pointer')]).toEqual([422, '/because'])
  const lost = await looking({ photos: [await walk.photo({ sha256: '34'.repeat(32) })] })
  expect((await walk.tryStep('squad1', hazard, 'pass-revisit', lost)).at('code')).toBe('no-such-photo')
  expect(await walk.look('squad1', hazard.id)).toMatchObject({ version: hazard.version, stage: 'cleared' })
})

test('after ninety days the watch ends and the blue goes; a relapse still reopens the same number', async () => {
  const hazard = await walk.cleared()
  walk.later({ days: 90 })
  expect((await walk.look('squad1', hazard.id)).colour).toBe('blue')
  walk.later({ days: 1 })
  expect((await walk.look('squad1', hazard.id)).colour).toBeNull()
  const reopened = await walk.step('squad1', hazard, 'fail-revisit', await failing())
  expect([reopened.registerNumber, reopened.colour]).toEqual([hazard.registerNumber, 'yellow'])
})
