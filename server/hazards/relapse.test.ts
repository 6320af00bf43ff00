import { afterAll, beforeAll, expect, test } from 'vitest'
import { PlaceYears, RegisterPage } from '../register/wire.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, newId, type Walk, walkIn } from '../test-walk.ts'
import type { HazardWhole } from './answers.ts'

let county: TestCounty
let walk: Walk
let place = 0

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

/** A kilometre apart each time, so that no test meets the hazards of another. */
const elsewhere = () => ({ longitude: 114.505, latitude: 29.045 + 0.009 * place++ })
type Spot = { longitude: number; latitude: number }

const registeredAt = async (spot: Spot, metresNorth = 0): Promise<HazardWhole> => {
  const at = { ...spot, latitude: spot.latitude + metresNorth / 111_195 }
  return walk.step('squad1', await walk.report('squad1', { position: fixAt(at) }), 'register', {
    ...{ code: 'A05', severity: 'minor', description: '支路缺减速带', spot: '' },
    tasks: [{ id: newId(), unitId: 'unit-town1', measures: [] }],
  })
}
const clearedAt = async (spot: Spot): Promise<HazardWhole> => {
  const hazard = await registeredAt(spot)
  const accepted = await walk.step('chief1', hazard, walk.onTask(hazard, 'accept'))
  const submitted = await walk.step('chief1', accepted, walk.onTask(accepted, 'submit'), await walk.submission(hazard))
  return walk.step('reviewer', submitted, walk.onTask(submitted, 'verify'))
}
const relapsed = async () =>
  RegisterPage.parse((await (await walk.as('reviewer')).get('/api/hazards?relapsed=yes&limit=100')).body).hazards.map(
    ({ id }) => id,
  )

test('hazardous again at the same place within the time: linked both ways, and counted on the old one', async () => {
  const spot = elsewhere()
  const old = await clearedAt(spot)
  walk.later({ days: 100 })
  const back = await registeredAt(spot, 40)
  expect(back.relapseOf).toMatchObject({ id: old.id, registerNumber: old.registerNumber })
  expect(back.timeline.at(-1)).toMatchObject({
    ...{ kind: 'relapse-linked', body: { ofId: old.id, of: old.registerNumber, days: 100, metres: 40 } },
  })
  const seen = await walk.look('reviewer', old.id)
  expect(seen).toMatchObject({ stage: 'cleared', relapsedAt: county.clock.now(), version: old.version + 1 })
  expect(seen.relapses).toMatchObject([{ id: back.id, registerNumber: back.registerNumber }])
  const { longitude, latitude } = spot
  const asked = `/api/places/years?lng=${longitude}&lat=${latitude}&metres=60`
  const years = PlaceYears.parse((await (await walk.as('reviewer')).get(asked)).body)
  expect(years.hazards).toMatchObject([
    { hazard: { id: old.id }, metres: 0, relapse: false, afterSha256: expect.any(String) },
    { hazard: { id: back.id }, metres: 40, relapse: true, afterSha256: null },
  ])
  expect(seen.timeline.at(-1)).toMatchObject({ kind: 'relapse-linked', body: { asId: back.id } })
  expect(await relapsed()).toContain(old.id)
  expect(await relapsed()).not.toContain(back.id)
})

test('too far away or too late it is another hazard', async () => {
  const spot = elsewhere()
  const old = await clearedAt(spot)
  walk.later({ days: 100 })
  expect((await registeredAt(spot, 60)).relapseOf).toBeNull()
  walk.later({ days: 81 })
  expect((await registeredAt(spot, 5)).relapseOf).toBeNull()
  expect(await relapsed()).not.toContain(old.id)
})

test('what had been reported before the other was cleared is a neighbour, not its coming back', async () => {
  const spot = elsewhere()
  const neighbour = await walk.report('squad1', { position: fixAt(spot) })
  walk.later({ days: 1 })
  await clearedAt(spot)
  walk.later({ days: 1 })
  const registered = await walk.step('squad1', neighbour, 'register', {
    ...{ code: 'A05', severity: 'minor', description: '支路缺减速带', spot: '' },
    tasks: [{ id: newId(), unitId: 'unit-town1', measures: [] }],
  })
  expect(registered.relapseOf).toBeNull()
})

test('a revisit that fails within the time counts as a relapse, a later one does not', async () => {
  const failing = async () => ({ photos: [await walk.photo()], because: '减速带脱落' })
  const early = await clearedAt(elsewhere())
  const late = await clearedAt(elsewhere())
  walk.later({ days: 180 })
  const back = await walk.step('squad1', early, 'fail-revisit', await failing())
  expect(back.relapsedAt).toBe(county.clock.now())
  walk.later({ days: 1 })
  expect((await walk.step('squad1', late, 'fail-revisit', await failing())).relapsedAt).toBeNull()
  expect(await relapsed()).toContain(early.id)
  expect(await relapsed()).not.toContain(late.id)
})
