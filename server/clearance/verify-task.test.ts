import { afterAll, beforeAll, expect, test } from 'vitest'
import { HazardWhole } from '../hazards/answers.ts'
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
const because = '护栏端头仍外露'

test('the last verified task clears the hazard: blue for ninety days, revisits due at thirty and ninety', async () => {
  const hazard = await walk.submitted()
  county.clock.advance({ hours: 1 })
  const cleared = await walk.step('reviewer', hazard, walk.onTask(hazard, 'verify'), { remark: '已到现场' })
  expect(cleared).toMatchObject({
    ...{ stage: 'cleared', colour: 'blue', clearedAt: county.clock.now(), clearedBy: { id: 'reviewer' } },
    ...{ watchUntilOn: '2027-02-16', dueOn: null, daysOverdue: 0, registerNumber: hazard.registerNumber },
    tasks: [{ state: 'verified', verifiedBy: { id: 'reviewer' }, verifiedAt: county.clock.now() }],
    revisits: [
      { dueOn: '2026-12-18', outcome: null, droppedAt: null },
      { dueOn: '2027-02-16', outcome: null, droppedAt: null },
    ],
  })
  expect(cleared.revisits).toHaveLength(2)
  expect(cleared.timeline.slice(-2).map(({ kind }) => kind)).toEqual(['task-verified', 'hazard-cleared'])
})

test('of two tasks the first verified leaves it on the register without any revisit', async () => {
  const hazard = await walk.submitted({ units: ['unit-town1', 'unit-roads'] })
  const half = await walk.step('reviewer', hazard, walk.onTask(hazard, 'verify', 0))
  expect(half).toMatchObject({ stage: 'register', clearedAt: null, clearedBy: null, revisits: [], colour: 'yellow' })
  expect(half.dueOn).toBe(hazard.tasks[1]?.dueOn)
  expect(half.timeline.at(-1)?.kind).toBe('task-verified')
  expect((await walk.step('squad1', half, walk.onTask(hazard, 'verify', 1))).stage).toBe('cleared')
})

test('the finding team verifies a minor one; a serious or major one is the county’s', async () => {
  const minor = await walk.submitted()
  expect((await walk.step('squad1b', minor, walk.onTask(minor, 'verify'))).stage).toBe('cleared')
  for (const severity of ['serious', 'major'] as const) {
    const hazard = await walk.submitted({ severity })
    const answer = await walk.tryStep('squad1', hazard, walk.onTask(hazard, 'verify'))
    expect([...shut(answer), answer.at('who')]).toEqual([403, 'county-verifies', ['county-reviewer']])
    expect((await walk.step('reviewer', hazard, walk.onTask(hazard, 'verify'))).stage).toBe('cleared')
  }
})

test('nobody verifies what they submitted, not even the county reviewer who stood in for the unit', async () => {
  const hazard = await walk.registered()
  const accepted = await walk.step('reviewer', hazard, walk.onTask(hazard, 'accept'))
  const own = await walk.step('reviewer', accepted, walk.onTask(hazard, 'submit'), await walk.submission(accepted))
  expect(shut(await walk.tryStep('reviewer', own, walk.onTask(hazard, 'verify')))).toEqual([409, 'own-work'])
  expect(shut(await walk.tryStep('reviewer', own, walk.onTask(hazard, 'return'), { because }))).toEqual([
    409,
    'own-work',
  ])
  expect((await walk.step('reviewer2', own, walk.onTask(hazard, 'verify'))).tasks).toMatchObject([
    { submittedBy: { id: 'reviewer' }, verifiedBy: { id: 'reviewer2' } },
  ])
})

test('the unit that did the work, another unit and the leader do not verify it', async () => {
  const hazard = await walk.submitted({ units: ['unit-town1', 'unit-roads'] })
  for (const account of ['chief1', 'dept1', 'leader']) {
    const answer = await walk.tryStep(account, hazard, walk.onTask(hazard, 'verify', 0))
    expect([...shut(answer), answer.at('who')]).toEqual([403, 'another-role', ['squad', 'county-reviewer']])
  }
})

test('what was not submitted, or is verified already, is not verified', async () => {
  const fresh = await walk.registered()
  expect(shut(await walk.tryStep('reviewer', fresh, walk.onTask(fresh, 'verify')))).toEqual([409, 'another-task-state'])
  const hazard = await walk.submitted({ units: ['unit-town1', 'unit-roads'] })
  const half = await walk.step('reviewer', hazard, walk.onTask(hazard, 'verify', 0))
  expect(shut(await walk.tryStep('reviewer2', half, walk.onTask(hazard, 'verify', 0)))).toEqual([
    ...[409, 'another-task-state'],
  ])
  const cleared = await walk.cleared()
  expect(shut(await walk.tryStep('reviewer', cleared, walk.onTask(cleared, 'verify')))).toEqual([409, 'another-stage'])
})

test('two verifiers at once: exactly one wins, the other gets the present state, and it is cleared once', async () => {
  for (let round = 0; round < 5; round++) {
    const hazard = await walk.submitted()
    const step = walk.onTask(hazard, 'verify')
    const answers = await Promise.all(['reviewer', 'squad1'].map((account) => walk.tryStep(account, hazard, step)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    const lost = answers.find(({ status }) => status === 412)
    const won = answers.find(({ status }) => status === 200)
    const present = HazardWhole.parse(lost?.at('present'))
    expect(present).toMatchObject({ stage: 'cleared', version: hazard.version + 1 })
    expect(present.clearedBy).toEqual(won?.at('clearedBy'))
    expect(present.revisits).toHaveLength(2)
    expect(present.timeline.filter(({ kind }) => kind === 'hazard-cleared')).toHaveLength(1)
  }
})

test('one verifies while the other returns: one of the two happens, never both', async () => {
  for (let round = 0; round < 5; round++) {
    const hazard = await walk.submitted()
    const [verified, returned] = await Promise.all([
      walk.tryStep('reviewer', hazard, walk.onTask(hazard, 'verify')),
      walk.tryStep('reviewer2', hazard, walk.onTask(hazard, 'return'), { because }),
    ])
    expect([verified.status, returned.status].sort()).toEqual([200, 412])
    const now = await walk.look('reviewer', hazard.id)
    expect([now.stage, now.tasks[0]?.state]).toEqual(
      verified.status === 200 ? ['cleared', 'verified'] : ['register', 'returned'],
    )
  }
})

test('the last two tasks verified at once by two people clear the hazard in the end, and once', async () => {
  const hazard = await walk.submitted({ units: ['unit-town1', 'unit-roads'] })
  const both = ['reviewer', 'reviewer2'].map((who, at) => walk.tryStep(who, hazard, walk.onTask(hazard, 'verify', at)))
  expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 412])
  const half = await walk.look('reviewer', hazard.id)
  expect(half.stage).toBe('register')
  const open = half.tasks.findIndex(({ state }) => state === 'submitted')
  const cleared = await walk.step('reviewer', half, walk.onTask(half, 'verify', open))
  expect([cleared.stage, cleared.revisits.length]).toEqual(['cleared', 2])
})

test('a return says why; the deadline does not move by itself, and each return is counted', async () => {
  const hazard = await walk.submitted({ severity: 'serious' })
  const returned = await walk.step('reviewer', hazard, walk.onTask(hazard, 'return'), { because })
  expect(returned.tasks).toMatchObject([
    { state: 'returned', returnedBecause: because, timesReturned: 1, dueOn: hazard.tasks[0]?.dueOn, verifiedAt: null },
  ])
  expect(returned).toMatchObject({ stage: 'register', dueOn: hazard.dueOn })
  expect(returned.timeline.at(-1)).toMatchObject({ kind: 'task-returned', body: { because } })
  const again = await walk.step('chief1', returned, walk.onTask(hazard, 'submit'), await walk.submission(returned))
  const twice = await walk.step('reviewer', again, walk.onTask(hazard, 'return'), { because })
  expect(twice.tasks).toMatchObject([{ timesReturned: 2 }])
})

test('a return without a reason is refused, and so is one by the finding team when it is serious', async () => {
  const hazard = await walk.submitted({ severity: 'serious' })
  for (const words of [{}, { because: '' }, { because: ' ' }]) {
    const answer = await walk.tryStep('reviewer', hazard, walk.onTask(hazard, 'return'), words)
    expect([answer.status, answer.at('fields', 0, 'pointer')]).toEqual([422, '/because'])
  }
  expect(shut(await walk.tryStep('squad1', hazard, walk.onTask(hazard, 'return'), { because }))).toEqual([
    ...[403, 'county-verifies'],
  ])
  expect(shut(await walk.tryStep('chief1', hazard, walk.onTask(hazard, 'return'), { because }))).toEqual([
    ...[403, 'another-role'],
  ])
})
