import { afterEach, beforeEach, expect, test } from 'vitest'
import { MessageList } from '../messages/wire.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { newId, type Walk, walkIn } from '../test-walk.ts'
import { remind } from './remind.ts'
import { keepWorking } from './runner.ts'

let county: TestCounty
let walk: Walk
beforeEach(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterEach(() => county.close())

const told = async (account: string) => {
  const { messages } = MessageList.parse((await (await walk.as(account)).get('/api/messages?size=100')).body)
  return messages.map(({ kind }) => kind).filter((kind) => kind !== 'task-assigned' && kind !== 'task-submitted')
}
const days = async (n: number): Promise<void> => {
  walk.later({ days: n })
  await remind(county.world)
}

test('a unit hears of its deadline before, on and after the day, each once however often somebody looks', async () => {
  const hazard = await walk.registered()
  await walk.step('chief1', hazard, walk.onTask(hazard, 'accept'))
  await days(11)
  expect(await told('chief1')).toEqual([])
  await days(1)
  await days(0)
  await days(1)
  expect(await told('chief1')).toEqual(['deadline-near'])
  await days(1)
  await days(1)
  await days(1)
  await days(0)
  expect(await told('chief1')).toEqual(['deadline-passed', 'deadline-today', 'deadline-near', 'deadline-near'])
  for (const other of ['chief2', 'dept1', 'squad1', 'leader', 'reporter']) expect(await told(other), other).toEqual([])
})

test('a task that nobody accepts goes to its unit, then to the county, which the journal says', async () => {
  const hazard = await walk.registered({ severity: 'serious' })
  await days(3)
  expect(await told('chief1')).toEqual(['not-accepted'])
  expect(await told('reviewer')).toEqual([])
  await days(7)
  await days(1)
  expect(await told('reviewer')).toEqual(['escalated'])
  const { timeline } = await walk.look('reviewer', hazard.id)
  const escalations = timeline.filter(({ kind }) => kind === 'task-escalated')
  expect(escalations).toMatchObject([{ actor: null, body: { because: 'not-accepted' } }])
})

test('planned, refused, submitted and set-aside ones are left in peace', async () => {
  const [planned, refused, voided] = [await walk.registered(), await walk.registered(), await walk.registered()]
  await walk.step('chief1', planned, walk.onTask(planned, 'plan'), { year: 2027, because: '今年没有预算' })
  await walk.step('chief1', refused, walk.onTask(refused, 'refuse'), { because: '不归我管', ownerUnitId: 'unit-roads' })
  await walk.step('reviewer', voided, 'void', { because: '不是隐患' })
  await walk.submitted()
  await days(30)
  expect(await told('chief1')).toEqual([])
})

test('a revisit is owed by the team that found it', async () => {
  await walk.cleared()
  await days(22)
  expect(await told('squad1b')).not.toContain('revisit-due')
  await days(1)
  await days(7)
  expect((await told('squad1b')).filter((kind) => kind === 'revisit-due')).toHaveLength(2)
  expect(await told('squad2')).not.toContain('revisit-due')
})

test('whoever leaves the task to somebody else is not reminded of it', async () => {
  const hazard = await walk.registered()
  await walk.step('reviewer', hazard, walk.onTask(hazard, 'reassign'), {
    ...{ actId: newId(), unitId: 'unit-roads', personId: 'dept1', because: '由公路中心办', dueOn: '2026-11-30' },
  })
  await days(12)
  expect(await told('dept1')).toContain('deadline-today')
  // chief of the zone still, and as such told with the county that nobody has taken it
  expect(await told('chief1')).toEqual(['escalated'])
})

test('the runner does it by itself in the morning, not at night, and only once for two processes', async () => {
  await walk.registered()
  // due on 3 December; 22:30 in the county on the day before
  county.clock.set('2026-12-02T14:30:00.000Z')
  const faults: unknown[] = []
  const options = {
    ...{ allow: { names: new Set<string>(), nets: new (await import('node:net')).BlockList() }, publicUrl: null },
    ...{ tickMillis: 50, onFault: (error: unknown) => faults.push(error) },
  }
  const stops = [keepWorking(county.world, options), keepWorking(county.world, options)]
  await new Promise((resolve) => setTimeout(resolve, 300))
  const { db } = county.world
  const { messages } = db.t
  const kinds = async () => (await db.q.select({ kind: messages.kind }).from(messages)).map(({ kind }) => kind)
  expect(await kinds()).toEqual(['task-assigned'])
  county.clock.set('2026-12-03T00:05:00.000Z')
  await expect.poll(kinds, { timeout: 30_000 }).toContain('deadline-today')
  await new Promise((resolve) => setTimeout(resolve, 300))
  for (const stop of stops) await stop()
  expect((await kinds()).filter((kind) => kind === 'deadline-today')).toHaveLength(1)
  expect(faults).toEqual([])
})
