import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestAnswer, type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, inYining, newId, type Walk, walkIn } from '../test-walk.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

type Fields = Record<string, unknown>
const shut = (answer: TestAnswer) => [answer.status, answer.at('because', 'reason')]
const aTask = (given: Fields = {}) => ({ id: newId(), unitId: 'unit-town1', measures: [], ...given })
const entering = (given: Fields = {}): Fields => ({
  ...{ code: 'A05', severity: 'minor', description: '支路缺减速带', tasks: [aTask()] },
  ...given,
})
const numberOf = (answer: TestAnswer) => String(answer.at('registerNumber'))

test('it gets its number, its codes, a severity a person answers for, and tasks with owners and deadlines', async () => {
  const hazard = await walk.report('squad1')
  const measures = [
    { measure: 'speed-bump', quantity: 16 },
    { measure: 'junction-post', quantity: null },
  ]
  const entered = await walk.step('squad1b', hazard, 'register', {
    ...entering({ severity: 'serious', otherCodes: ['A01', 'G01'], spot: '老供销社旁' }),
    tasks: [aTask({ personId: 'chief1', demand: '加装', measures }), aTask({ unitId: 'unit-roads' })],
  })
  expect(entered).toMatchObject({
    ...{ stage: 'register', code: 'A05', otherCodes: ['A01', 'G01'], severity: 'serious', colour: 'orange' },
    ...{ severitySetBy: { id: 'squad1b' }, registeredAt: county.clock.now(), spot: '老供销社旁' },
    ...{ dueOn: '2026-12-18', firstDueOn: '2026-12-18', daysOverdue: 0 },
    tasks: [
      {
        state: 'assigned',
        unit: { id: 'unit-town1' },
        person: { id: 'chief1' },
        dueOn: '2026-12-18',
        measures: [
          { measure: 'speed-bump', plannedQuantity: 16, installedQuantity: null },
          { measure: 'junction-post', plannedQuantity: null },
        ],
      },
      { state: 'assigned', unit: { id: 'unit-roads' }, person: null },
    ],
  })
  expect(entered.registerNumber).toMatch(/^修2026-\d{4}$/)
})

test.each([
  ['minor', {}, '2026-12-03'],
  ['serious', {}, '2026-12-18'],
  ['major', {}, '2027-01-17'],
  ['minor', { sameDay: true }, '2026-11-18'],
  ['minor', { tasks: [aTask({ dueOn: '2026-11-25' })] }, '2026-11-25'],
])('the deadline of a %s one with %j is %s', async (severity, given, dueOn) => {
  const entered = await walk.step('squad1', await walk.report('squad1'), 'register', entering({ severity, ...given }))
  expect([entered.dueOn, entered.firstDueOn]).toEqual([dueOn, dueOn])
})

test('the hazard is due when the first of its tasks is', async () => {
  const tasks = [aTask({ dueOn: '2026-12-31' }), aTask({ dueOn: '2026-11-30' }), aTask()]
  const entered = await walk.step('squad1', await walk.report('squad1'), 'register', entering({ tasks }))
  expect([entered.dueOn, entered.firstDueOn]).toEqual(['2026-11-30', '2026-11-30'])
})

test('it is entered from the complete scene only, and only once', async () => {
  const lead = await walk.report('reporter')
  expect(shut(await walk.tryStep('reviewer', lead, 'register', entering()))).toEqual([409, 'another-stage'])
  const incomplete = await walk.report('squad1', { sceneComplete: false })
  expect(shut(await walk.tryStep('squad1', incomplete, 'register', entering()))).toEqual([409, 'scene-not-complete'])
  const entered = await walk.registered()
  expect(shut(await walk.tryStep('reviewer', entered, 'register', entering()))).toEqual([409, 'another-stage'])
})

test('the team or the county enters it; others are told so', async () => {
  const hazard = await walk.report('squad2', { position: fixAt(inYining) })
  expect(shut(await walk.tryStep('squad1', hazard, 'register', entering()))).toEqual([403, 'another-team'])
  const chief = await walk.tryStep('chief1', hazard, 'register', entering())
  expect(shut(chief)).toEqual([403, 'another-role'])
  expect(chief.at('who')).toEqual(['squad', 'county-reviewer'])
  expect((await walk.tryStep('reviewer', hazard, 'register', entering())).status).toBe(200)
})

test.each<[string, Fields, string, string]>([
  ['a code the county does not know', { code: 'Z01' }, '/code', 'unknown'],
  ['a second code it does not know', { otherCodes: ['A01', 'Z01'] }, '/code', 'unknown'],
  ['no tasks', { tasks: [] }, '/tasks', 'too-few'],
  ['eleven tasks', { tasks: Array.from({ length: 11 }, () => aTask()) }, '/tasks', 'too-many'],
  ['a unit that is not there', { tasks: [aTask({ unitId: 'nobody' })] }, '/tasks/0/unitId', 'unknown'],
  ['a person of another unit', { tasks: [aTask({ personId: 'chief2' })] }, '/tasks/0/personId', 'not-of-this-unit'],
  ['a person who is not there', { tasks: [aTask({ personId: 'nobody' })] }, '/tasks/0/personId', 'not-of-this-unit'],
  [
    'a measure that is not on the list',
    { tasks: [aTask({ measures: [{ measure: 'magic', quantity: 1 }] })] },
    '/tasks/0/measures',
    'unknown',
  ],
  [
    'a measure twice',
    {
      tasks: [
        aTask({
          measures: [
            { measure: 'marking', quantity: 1 },
            { measure: 'marking', quantity: 2 },
          ],
        }),
      ],
    },
    '/tasks/0/measures',
    'repeated',
  ],
  [
    'a quantity of nought',
    { tasks: [aTask({ measures: [{ measure: 'marking', quantity: 0 }] })] },
    '/tasks/0/measures/0/quantity',
    'too-small',
  ],
  ['a deadline already past', { tasks: [aTask({ dueOn: '2026-11-17' })] }, '/tasks/0/dueOn', 'in-the-past'],
  ['a day that does not exist', { tasks: [aTask({ dueOn: '2027-02-30' })] }, '/tasks/0/dueOn', 'wrong-format'],
  ['no description', { description: '   ' }, '/description', 'too-short'],
  ['a number of its own', { registerNumber: '修2026-0001' }, '/registerNumber', 'unknown-field'],
  ['a severity of its own', { severity: 'dreadful' }, '/severity', 'not-in-list'],
])('with %s it is refused and stays unnumbered', async (_what, given, pointer, fault) => {
  const hazard = await walk.report('squad1')
  const answer = await walk.tryStep('squad1', hazard, 'register', entering(given))
  expect([answer.status, answer.at('code')]).toEqual([422, 'invalid'])
  expect(answer.at('fields')).toContainEqual({ pointer, fault })
  expect(await walk.look('squad1', hazard.id)).toEqual(hazard)
})

test('two tasks under one id are refused, whether at once or one after the other', async () => {
  const task = aTask()
  const twice = await walk.tryStep('squad1', await walk.report('squad1'), 'register', entering({ tasks: [task, task] }))
  expect([twice.status, twice.at('fields')]).toEqual([422, [{ pointer: '/tasks', fault: 'repeated-id' }]])
  await walk.step('squad1', await walk.report('squad1'), 'register', entering({ tasks: [task] }))
  const again = await walk.tryStep('squad1', await walk.report('squad1'), 'register', entering({ tasks: [task] }))
  expect([again.status, again.at('code')]).toEqual([409, 'other-content'])
})

test('fifty registered at once get fifty numbers in a row, none missing and none twice', async () => {
  const before = Number((await walk.registered()).registerNumber?.slice(-4))
  const hazards = await Promise.all(Array.from({ length: 50 }, () => walk.report('squad1')))
  const accounts = ['squad1', 'squad1b', 'reviewer', 'reviewer2']
  for (const account of accounts) await walk.as(account)
  // others are refused on the way at the same time: none of them may leave a gap
  const bad = hazards
    .slice(0, 10)
    .map((hazard) => walk.tryStep('reviewer', { ...hazard, version: 9 }, 'register', entering()))
  const good = hazards.map((hazard, n) => walk.tryStep(accounts[n % 4] ?? '', hazard, 'register', entering()))
  const wrong = hazards
    .slice(10, 20)
    .map((hazard) => walk.tryStep('squad1', hazard, 'register', entering({ tasks: [aTask({ unitId: 'nobody' })] })))
  for (const answer of await Promise.all([...bad, ...wrong])) expect(answer.status).toBeGreaterThanOrEqual(400)
  const numbers = (await Promise.all(good)).map(numberOf).sort()
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, n) => `修2026-${String(before + 1 + n).padStart(4, '0')}`))
}, 120_000)

test('two who register the same hazard at once: one number is given, the other sees it', async () => {
  const hazard = await walk.report('squad1')
  const answers = await Promise.all(
    ['squad1', 'reviewer'].map((who) => walk.tryStep(who, hazard, 'register', entering())),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  const won = answers.find(({ status }) => status === 200)
  const lost = answers.find(({ status }) => status === 412)
  expect(lost?.at('present', 'registerNumber')).toBe(won?.at('registerNumber'))
  const next = await walk.registered()
  expect(Number(next.registerNumber?.slice(-4))).toBe(Number(won && numberOf(won).slice(-4)) + 1)
})

test('numbers begin anew with the county’s own year, and old ones stay', async () => {
  const own = await testCounty()
  const there = walkIn(own)
  const numbered = async () => (await there.registered()).registerNumber
  // half past eleven on New Year's Eve in the county, and an hour later: the same day in UTC
  own.clock.set('2026-12-31T15:30:00.000Z')
  expect([await numbered(), await numbered()]).toEqual(['修2026-0001', '修2026-0002'])
  own.clock.set('2026-12-31T16:30:00.000Z')
  expect(await numbered()).toBe('修2027-0001')
  await own.close()
})
