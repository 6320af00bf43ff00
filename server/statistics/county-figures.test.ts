import { afterAll, beforeAll, expect, test } from 'vitest'
import { RegisterPage } from '../register/wire.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { type Walk, walkIn } from '../test-walk.ts'
import { CountyFigures } from './wire.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
  await walk.report('squad1')
  await walk.registered()
  const planned = await walk.registered({ severity: 'serious' })
  const accepted = await walk.step('chief1', planned, walk.onTask(planned, 'accept'))
  await walk.step('chief1', accepted, walk.onTask(accepted, 'plan'), { year: 2027, because: '今年没有经费' })
  const cleared = await walk.cleared()
  const voided = await walk.registered()
  await walk.step('reviewer', voided, 'void', { because: '重复登记' })
  walk.later({ days: 31 })
  await walk.step('squad1', cleared, 'pass-revisit', { photos: [await walk.photo()] })
  const back = await walk.cleared()
  walk.later({ days: 1 })
  await walk.step('squad1', back, 'fail-revisit', { photos: [await walk.photo()], because: '又坏了' })
})
afterAll(() => county.close())

const figures = async (account = 'reviewer', query = '') =>
  CountyFigures.parse((await (await walk.as(account)).get(`/api/figures${query}`)).body)
const counted = async (query: string, account = 'reviewer') =>
  RegisterPage.parse((await (await walk.as(account)).get(`/api/hazards?${query}`)).body)

test('cleared of to be cleared: void ones are out, what is in a plan is counted apart', async () => {
  const told = await figures()
  expect(told).toMatchObject({ registered: 4, cleared: 1, planned: 1, open: 2, unregistered: 1, reopened: 1 })
  expect(told.clearance).toMatchObject({ n: 1, d: 3, small: true, asOf: county.clock.now() })
  expect(told.revisits).toMatchObject({ n: 1, d: 1 })
})

test('every figure is the count of the register under its own filter, in all and by township and category', async () => {
  const told = await figures()
  const filters = {
    registered: 'registered=yes',
    cleared: 'registered=yes&stage=cleared',
    open: 'open=yes',
    overdue: 'overdue=yes',
    planned: 'planned=yes',
    reopened: 'registered=yes&reopened=yes',
    openMajor: 'open=yes&severity=major',
    unregistered: 'unregistered=yes',
    extended: 'registered=yes&extended=yes',
  } as const
  for (const [name, filter] of Object.entries(filters))
    expect((await counted(filter)).count, name).toBe(Reflect.get(told, name))
  for (const row of told.byTownship)
    expect((await counted(`open=yes&place=${row.code}`)).count, row.code ?? '').toBe(row.open)
  for (const row of told.byCategory) expect((await counted(`open=yes&code=${row.group}`)).count).toBe(row.open)
  expect((await counted('registered=yes&revisited=yes')).count).toBe(told.revisits.n)
  expect((await counted('registered=yes&relapsed=yes')).count).toBe(told.relapses.n)
})

test('an overdue hazard is counted as such from the day after its deadline on', async () => {
  const hazard = await walk.registered({ severity: 'minor' })
  walk.later({ days: 15 })
  expect((await counted('overdue=yes')).hazards.map(({ id }) => id)).not.toContain(hazard.id)
  // nine in the morning of the day it is due; the county's midnight comes fifteen hours later
  walk.later({ hours: 15 })
  expect((await counted('overdue=yes')).hazards.map(({ id }) => id)).toContain(hazard.id)
})

test('a period takes the days of registering, and somebody sees only the figures of their own area', async () => {
  const [today] = county.clock.now().split('T')
  expect((await figures('reviewer', `?from=${today}`)).registered).toBeLessThan((await figures()).registered)
  expect(await figures('chief2')).toMatchObject({ registered: 0, cleared: 0, byTownship: [] })
  expect((await figures('chief2')).clearance).toMatchObject({ n: 0, d: 0, value: null })
})
