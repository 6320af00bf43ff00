import { afterAll, beforeEach, expect, test } from 'vitest'
import { MessageList } from '../messages/wire.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { newId, type Walk, walkIn } from '../test-walk.ts'
import { HandOverPlan } from './whole-wire.ts'

let county: TestCounty
let walk: Walk
beforeEach(async () => {
  await county?.close()
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const zone = '/api/zones/zone-360424100'
const query = { postId: 'post-chief1', toPersonId: 'chief2', fromOn: '2026-11-18' }
const dryRun = async (asked: Readonly<Record<string, string>> = query, account = 'reviewer') =>
  (await walk.as(account)).get(`${zone}/hand-over?${new URLSearchParams(asked)}`)
const planned = async () => HandOverPlan.parse((await dryRun()).body)
const handOver = async (plan: HandOverPlan, taskIds: readonly string[], account = 'reviewer') => {
  const client = await walk.as(account)
  const version = (await client.get(`${zone}/whole`)).at('version')
  const body = { actId: newId(), ...query, plan: plan.plan, taskIds, because: '陈镇长调离' }
  return client.post(`${zone}/hand-over/${newId()}`, body, { 'If-Match': `"${version}"` })
}
const messagesOf = async (account: string) => {
  const { messages } = MessageList.parse((await (await walk.as(account)).get('/api/messages')).body)
  return messages.map(({ kind, facts }) => [kind, facts.unit, facts.variant])
}

test('handing a zone over re-assigns each open task with a journal entry on its hazard, and keeps its deadline', async () => {
  const [first, second] = [await walk.registered(), await walk.registered({ severity: 'serious' })]
  const begun = await walk.step('chief1', second, walk.onTask(second, 'accept'))
  await walk.step('chief1', begun, walk.onTask(begun, 'start'))
  const plan = await planned()
  expect(plan).toMatchObject({ formerUntil: '2026-11-17', holdsAlready: false, from: { name: '陈镇长' } })
  expect(plan.moves.map(({ hazardId, begun: began }) => [hazardId, began]).sort()).toEqual(
    [
      [first.id, false],
      [second.id, true],
    ].sort(),
  )
  const done = await handOver(
    plan,
    plan.moves.map(({ taskId }) => taskId),
  )
  expect(done.status).toBe(200)
  expect(done.at('posts', 0)).toMatchObject({ name: '匡镇长', heldFrom: '2026-11-18', heldUntil: null })
  expect(done.at('posts', 1)).toMatchObject({ name: '陈镇长', heldUntil: '2026-11-17' })
  expect(done.at('entries', 0)).toMatchObject({ kind: 'zone-handed-over', person: '匡镇长', other: '陈镇长', tasks: 2 })
  for (const before of [first, second]) {
    const after = await walk.look('reviewer', before.id)
    expect(after.tasks[0]).toMatchObject({ state: 'assigned', unit: { id: 'unit-town2' }, person: { id: 'chief2' } })
    expect(after.tasks[0]?.dueOn).toBe(before.tasks[0]?.dueOn)
    const last = after.timeline.at(-1)
    expect(last).toMatchObject({ kind: 'task-reassigned', actor: { id: 'reviewer' } })
    expect(last?.body).toMatchObject({ from: 'unit-town1', personId: 'chief2', because: '陈镇长调离' })
  }
  // the new one can go on with it at once
  const here = await walk.look('chief2', first.id)
  expect((await walk.tryStep('chief2', here, walk.onTask(here, 'accept'))).status).toBe(200)
})

test('both chiefs are told, the new one of each task besides', async () => {
  await walk.registered()
  const plan = await planned()
  await handOver(
    plan,
    plan.moves.map(({ taskId }) => taskId),
  )
  expect(await messagesOf('chief1')).toContainEqual(['zone-handed-over', '匡镇长', 'given-away'])
  const told = await messagesOf('chief2')
  expect(told).toContainEqual(['zone-handed-over', '陈镇长', null])
  expect(told).toContainEqual(['task-assigned', '渣津镇政府', null])
})

test('what waits for a verdict or is budgeted for later stays, and the dry run says so before', async () => {
  const submitted = await walk.submitted()
  const later = await walk.registered()
  const accepted = await walk.step('chief1', later, walk.onTask(later, 'accept'))
  await walk.step('chief1', accepted, walk.onTask(accepted, 'plan'), { year: 2027, because: '本年度无资金' })
  const elsewhere = await walk.registered({ units: ['unit-roads'] })
  const plan = await planned()
  expect(plan.moves).toEqual([])
  expect(plan.stays.map(({ hazardId, because }) => [hazardId, because]).sort()).toEqual(
    [
      [submitted.id, 'submitted'],
      [later.id, 'planned'],
    ].sort(),
  )
  expect((await handOver(plan, [])).status).toBe(200)
  for (const { id, version } of [submitted, elsewhere]) expect((await walk.look('reviewer', id)).version).toBe(version)
})

test('a task left out by hand stays; one that is not in the plan is refused with all the others', async () => {
  const [kept, going] = [await walk.registered(), await walk.registered()]
  const plan = await planned()
  const [task] = plan.moves.filter(({ hazardId }) => hazardId === going.id)
  expect((await handOver(plan, [task?.taskId ?? '', newId()])).at('fields', 0, 'fault')).toBe('not-in-the-plan')
  expect((await walk.look('reviewer', going.id)).version).toBe(going.version)
  expect((await handOver(plan, [task?.taskId ?? ''])).status).toBe(200)
  expect((await walk.look('reviewer', kept.id)).tasks[0]?.unit?.id).toBe('unit-town1')
  expect((await walk.look('reviewer', going.id)).tasks[0]?.unit?.id).toBe('unit-town2')
})

test('of two who hand over at once the second meets the conflict, and so does a plan gone stale', async () => {
  const one = await walk.registered()
  const plan = await planned()
  const ids = plan.moves.map(({ taskId }) => taskId)
  await walk.step('chief1', one, walk.onTask(one, 'accept'))
  const stale = await handOver(plan, ids)
  expect([stale.status, stale.at('code')]).toEqual([412, 'changed-meanwhile'])
  const fresh = await planned()
  const both = await Promise.all([handOver(fresh, ids), handOver(fresh, ids, 'reviewer2')])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  const after = await walk.look('reviewer', one.id)
  expect(after.timeline.filter(({ kind }) => kind === 'task-reassigned')).toHaveLength(1)
})

test('whose term begins only later, or who cannot hold tasks, is refused before anything is written', async () => {
  const faults: [Readonly<Record<string, string>>, string, string][] = [
    [{ ...query, fromOn: '2026-11-19' }, '/fromOn', 'in-the-future'],
    [{ ...query, fromOn: '2026-01-01' }, '/fromOn', 'before-its-beginning'],
    [{ ...query, toPersonId: 'chief1' }, '/toPersonId', 'the-former-one'],
    [{ ...query, toPersonId: 'leader' }, '/toPersonId', 'cannot-hold-tasks'],
    [{ ...query, toPersonId: 'nobody' }, '/toPersonId', 'unknown'],
  ]
  for (const [asked, pointer, fault] of faults) {
    const refused = await dryRun(asked)
    expect([refused.status, refused.at('fields', 0)]).toEqual([422, { pointer, fault }])
  }
  expect((await dryRun({ ...query, postId: 'post-chief2' })).status).toBe(404)
})

test('only the county hands over: no chief, not the administrator, and nobody of another township', async () => {
  await walk.registered()
  const plan = await planned()
  for (const account of ['chief1', 'chief2', 'admin', 'squad1', 'leader']) {
    expect((await dryRun(query, account)).status, account).toBe(403)
    expect((await handOver(plan, [], account)).status, account).toBe(403)
  }
})
