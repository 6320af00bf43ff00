import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { newId } from '../test-walk.ts'
import { Plans } from './wire.ts'

let county: TestCounty
const [first, second, third] = [newId(), newId(), newId()]
beforeAll(async () => {
  county = await testCounty()
  const reviewer = await county.as('reviewer')
  for (const [id, longitude, latitude] of [
    [first, 114.55, 29.05],
    [second, 114.58, 29.05],
    [third, 114.25, 29.05],
  ] as const)
    await reviewer.put(`/api/junctions/${id}`, { name: id, longitude, latitude, arms: 3 })
})
afterAll(() => county.close())

const body = { name: '十一月 X001', fromOn: '2026-11-01', untilOn: '2026-11-30', unitId: 'unit-squad1' }
const make = async (id: string, given: Record<string, unknown> = {}, by = 'reviewer') =>
  (await county.as(by)).put(`/api/patrol-plans/${id}`, { ...body, routeCodes: ['X001360424'], ...given })
const plans = async () => Plans.parse((await (await county.as('squad1')).get('/api/patrol-plans')).body)
const inspect = async (id: string, by = 'squad1') =>
  (await county.as(by)).put(`/api/junctions/${id}/inspections/${newId()}`, {
    ...{ outcome: 'nothing-found', inspectedAt: county.clock.now() },
  })
const countOf = async (query: string) => (await (await county.as('squad1')).get(`/api/junctions?${query}`)).at('count')

test('a plan’s progress is how many of its junctions were looked at within its days, by whomever', async () => {
  const id = newId()
  expect((await make(id)).status).toBe(200)
  expect((await make(id)).status).toBe(200)
  expect((await plans()).plans).toMatchObject([{ id, unit: '一中队', junctions: 2, inspected: 0 }])
  await inspect(first)
  await inspect(third)
  expect((await plans()).plans[0]).toMatchObject({ junctions: 2, inspected: 1 })
  expect(await countOf(`plan=${id}&looked=left`)).toBe(1)
  expect(await countOf(`plan=${id}&looked=done`)).toBe(1)
  await inspect(second, 'squad2')
  expect((await plans()).plans[0]).toMatchObject({ junctions: 2, inspected: 2 })
})

test('what was looked at before its days does not count for a plan, and townships plan as roads do', async () => {
  const later = { fromOn: '2026-11-19', untilOn: '2026-12-31', routeCodes: [], townshipCodes: ['360424105'] }
  expect((await make(newId(), later)).body).toMatchObject({ junctions: 1, inspected: 0 })
})

test('no plan names a person, and none answers with one', async () => {
  expect((await make(newId(), { personId: 'squad1' })).at('code')).toBe('invalid')
  expect(JSON.stringify(await plans())).not.toMatch(/余队员|squad1b|personId/)
})

test('a plan names days in order, a squad, and roads or townships that the county has', async () => {
  for (const [given, pointer] of [
    [{ untilOn: '2026-10-01' }, '/untilOn'],
    [{ unitId: 'unit-town1' }, '/unitId'],
    [{ routeCodes: [] }, '/routeCodes'],
    [{ routeCodes: ['X999360424'] }, '/routeCodes'],
    [{ townshipCodes: ['360424999'] }, '/townshipCodes'],
  ] as const)
    expect((await make(newId(), given)).at('fields', 0, 'pointer')).toBe(pointer)
})

test('plans are the county’s to make and to end; an ended one stays with its reason', async () => {
  const id = newId()
  expect((await make(id, {}, 'squad1')).at('code')).toBe('not-yours')
  expect((await make(id)).status).toBe(200)
  const said = { actId: newId(), because: '改由二中队办理' }
  const end = async (by: string, ending: Record<string, unknown> = said) =>
    (await county.as(by)).post(`/api/patrol-plans/${id}/end`, ending)
  expect((await end('squad1')).status).toBe(403)
  expect((await end('reviewer')).status).toBe(204)
  expect((await end('reviewer')).status).toBe(204)
  expect((await end('reviewer', { ...said, actId: newId() })).at('because', 'reason')).toBe('plan-ended')
  expect((await plans()).plans.find((plan) => plan.id === id)).toMatchObject({ endedBecause: '改由二中队办理' })
})
