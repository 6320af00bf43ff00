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
const notMine = { because: '该路段属渣津镇管理', ownerUnitId: 'unit-town2' }

test('whoever accepts for the unit becomes the person answerable', async () => {
  const hazard = await walk.registered()
  county.clock.advance({ hours: 2 })
  const accepted = await walk.step('chief1', hazard, walk.onTask(hazard, 'accept'))
  expect(accepted.tasks).toMatchObject([
    { state: 'accepted', acceptedAt: county.clock.now(), person: { id: 'chief1' }, dueOn: hazard.tasks[0]?.dueOn },
  ])
  expect(accepted.timeline.at(-1)).toMatchObject({ kind: 'task-accepted', body: { taskId: hazard.tasks[0]?.id } })
})

test('the county accepts on a unit’s behalf without becoming answerable itself', async () => {
  const hazard = await walk.registered()
  const accepted = await walk.step('reviewer', hazard, walk.onTask(hazard, 'accept'))
  expect(accepted.tasks).toMatchObject([{ state: 'accepted', person: null }])
})

test('a task is accepted once, by its own unit, and not by the squad that found it', async () => {
  const hazard = await walk.registered({ units: ['unit-town1', 'unit-roads'] })
  expect(shut(await walk.tryStep('dept1', hazard, walk.onTask(hazard, 'accept', 0)))).toEqual([403, 'another-unit'])
  const squad = await walk.tryStep('squad1', hazard, walk.onTask(hazard, 'accept', 0))
  expect(shut(squad)).toEqual([403, 'another-unit'])
  expect(squad.at('who')).toEqual(['squad', 'road-chief', 'department', 'county-reviewer'])
  const accepted = await walk.step('chief1', hazard, walk.onTask(hazard, 'accept', 0))
  expect(shut(await walk.tryStep('chief1', accepted, walk.onTask(hazard, 'accept', 0)))).toEqual([
    ...[409, 'another-task-state'],
  ])
  expect((await walk.step('dept1', accepted, walk.onTask(hazard, 'accept', 1))).tasks[1]?.state).toBe('accepted')
})

test('work begins once accepted, and its beginning is kept', async () => {
  const hazard = await walk.registered()
  expect(shut(await walk.tryStep('chief1', hazard, walk.onTask(hazard, 'start')))).toEqual([409, 'another-task-state'])
  const accepted = await walk.step('chief1', hazard, walk.onTask(hazard, 'accept'))
  county.clock.advance({ hours: 1 })
  const startedAt = county.clock.now()
  const started = await walk.step('chief1', accepted, walk.onTask(hazard, 'start'))
  expect(started.tasks).toMatchObject([{ state: 'under-way', startedAt }])
  const submitted = await walk.step('chief1', started, walk.onTask(started, 'submit'), await walk.submission(started))
  const returned = await walk.step('reviewer', submitted, walk.onTask(hazard, 'return'), { because: '位置不对' })
  county.clock.advance({ hours: 1 })
  const again = await walk.step('chief1', returned, walk.onTask(hazard, 'start'))
  expect(again.tasks).toMatchObject([{ state: 'under-way', startedAt }])
})

test('refused: not mine, and whose it is; the refuser’s clock stops', async () => {
  const hazard = await walk.registered()
  const refused = await walk.step('chief1', hazard, walk.onTask(hazard, 'refuse'), notMine)
  expect(refused.tasks).toMatchObject([
    { state: 'refused', refusedBecause: notMine.because, refusedOwner: { id: 'unit-town2' } },
  ])
  expect(refused.dueOn).toBeNull()
  walk.later({ days: 40 })
  expect((await walk.look('reviewer', hazard.id)).daysOverdue).toBe(0)
})

test('a refusal names a reason and another unit that is really there', async () => {
  const hazard = await walk.registered()
  const refusing = async (given: Record<string, unknown>) => {
    const answer = await walk.tryStep('chief1', hazard, walk.onTask(hazard, 'refuse'), { ...notMine, ...given })
    return [answer.status, answer.at('fields', 0, 'pointer')]
  }
  expect(await refusing({ because: ' ' })).toEqual([422, '/because'])
  expect(await refusing({ ownerUnitId: undefined })).toEqual([422, '/ownerUnitId'])
  expect(await refusing({ ownerUnitId: 'nobody' })).toEqual([422, '/ownerUnitId'])
  expect(await refusing({ ownerUnitId: 'unit-town1' })).toEqual([422, '/ownerUnitId'])
  expect(await walk.look('chief1', hazard.id)).toMatchObject({
    version: hazard.version,
    tasks: [{ state: 'assigned' }],
  })
})

test('what was accepted is not refused any more', async () => {
  const hazard = await walk.registered()
  const accepted = await walk.step('chief1', hazard, walk.onTask(hazard, 'accept'))
  expect(shut(await walk.tryStep('chief1', accepted, walk.onTask(hazard, 'refuse'), notMine))).toEqual([
    ...[409, 'another-task-state'],
  ])
})

test('the county re-assigns a refused task in one step, with a deadline that runs from now; the first is kept', async () => {
  const hazard = await walk.registered()
  const refused = await walk.step('chief1', hazard, walk.onTask(hazard, 'refuse'), notMine)
  walk.later({ days: 10 })
  const given = await walk.step('reviewer', refused, walk.onTask(hazard, 'reassign'), {
    ...{ unitId: 'unit-town2', because: '确属渣津镇' },
  })
  const firstDueOn = hazard.tasks[0]?.firstDueOn
  const dueOn = given.tasks[0]?.dueOn ?? ''
  expect(given.tasks).toMatchObject([
    {
      ...{ state: 'assigned', unit: { id: 'unit-town2' }, person: null, acceptedAt: null, firstDueOn },
      ...{ assignedAt: county.clock.now(), refusedBecause: null, refusedOwner: null },
    },
  ])
  expect(dueOn > (firstDueOn ?? '')).toBe(true)
  expect([given.dueOn, given.firstDueOn]).toEqual([dueOn, hazard.firstDueOn])
  expect(given.timeline.at(-1)).toMatchObject({
    kind: 'task-reassigned',
    body: { from: 'unit-town1', unitId: 'unit-town2', because: '确属渣津镇' },
  })
  expect((await walk.step('chief2', given, walk.onTask(given, 'accept'))).tasks[0]?.state).toBe('accepted')
})

test('a unit does not pass its task on by itself, and nothing waiting for a verdict is re-assigned', async () => {
  const hazard = await walk.registered()
  const to = { unitId: 'unit-roads', because: '请转办' }
  const own = await walk.tryStep('chief1', hazard, walk.onTask(hazard, 'reassign'), to)
  expect([...shut(own), own.at('who')]).toEqual([403, 'another-role', ['county-reviewer']])
  const submitted = await walk.submitted()
  expect(shut(await walk.tryStep('reviewer', submitted, walk.onTask(submitted, 'reassign'), to))).toEqual([
    ...[409, 'another-task-state'],
  ])
})

test('a task goes only to a unit that is there, a person of that unit, and a day still to come', async () => {
  const hazard = await walk.registered()
  const giving = async (given: Record<string, unknown>) => {
    const body = { unitId: 'unit-roads', because: '改派', ...given }
    const answer = await walk.tryStep('reviewer', hazard, walk.onTask(hazard, 'reassign'), body)
    return [answer.status, answer.at('fields', 0, 'pointer')]
  }
  expect(await giving({ unitId: 'nobody' })).toEqual([422, '/unitId'])
  expect(await giving({ personId: 'chief1' })).toEqual([422, '/personId'])
  expect(await giving({ dueOn: '2026-11-01' })).toEqual([422, '/dueOn'])
  expect(await giving({ because: '' })).toEqual([422, '/because'])
  expect(await giving({ personId: 'dept1', dueOn: '2027-03-01' })).toEqual([200, undefined])
})
