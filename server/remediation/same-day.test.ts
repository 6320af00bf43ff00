import { afterAll, beforeAll, expect, test } from 'vitest'
import { Waiting } from '../register/wire.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { newId, type Walk, walkIn } from '../test-walk.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const sameDay = async (given: Record<string, unknown> = {}) =>
  walk.step('squad1', await walk.report('squad1'), 'register', {
    ...{ code: 'A05', severity: 'minor', sameDay: true, description: '路面落石', spot: '', ...given },
    tasks: [{ id: newId(), unitId: 'unit-town1', measures: [] }],
  })
const today = () => new Date(Date.parse(county.clock.now()) + 8 * 3_600_000).toISOString().slice(0, 10)

test('what must not outlast the day is due today, and due the same day again when another takes it over', async () => {
  const hazard = await sameDay()
  expect(hazard).toMatchObject({ sameDay: true, dueOn: today() })
  walk.later({ days: 2 })
  const passed = await walk.step('reviewer', hazard, walk.onTask(hazard, 'reassign'), {
    ...{ unitId: 'unit-roads', because: '属县道' },
  })
  expect(passed).toMatchObject({ dueOn: today(), firstDueOn: hazard.firstDueOn })
})

test('it is due the same day again when a revisit finds it back', async () => {
  const hazard = await sameDay()
  const accepted = await walk.step('chief1', hazard, walk.onTask(hazard, 'accept'))
  const submitted = await walk.step('chief1', accepted, walk.onTask(accepted, 'submit'), await walk.submission(hazard))
  const cleared = await walk.step('reviewer', submitted, walk.onTask(submitted, 'verify'))
  walk.later({ days: 30 })
  const back = await walk.step('squad1', cleared, 'fail-revisit', {
    ...{ photos: [await walk.photo()], because: '又有落石' },
  })
  expect(back.dueOn).toBe(today())
})

test('no overdue time falls on whoever refused a task, and the county has it on its list at once', async () => {
  const hazard = await sameDay()
  const refused = await walk.step('chief1', hazard, walk.onTask(hazard, 'refuse'), {
    ...{ because: '县道归公路中心', ownerUnitId: 'unit-roads' },
  })
  expect(refused.dueOn).toBeNull()
  walk.later({ days: 10 })
  const later = await walk.look('chief1', hazard.id)
  expect(later).toMatchObject({ daysOverdue: 0, dueOn: null })
  const waits = async (account: string) =>
    Waiting.parse((await (await walk.as(account)).get('/api/mine')).body).items.find(
      (item) => item.hazard.id === hazard.id,
    )
  expect(await waits('chief1')).toBeUndefined()
  expect(await waits('reviewer')).toMatchObject({ wants: 'reassign-task', because: '县道归公路中心' })
  const passed = await walk.step('reviewer', later, walk.onTask(later, 'reassign'), {
    ...{ unitId: 'unit-roads', because: '按责任划分' },
  })
  expect(passed).toMatchObject({ dueOn: today(), daysOverdue: 0 })
})
