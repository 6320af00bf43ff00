import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HolidayDay } from '../domain/holiday-lines.ts'
import { CountyOnWire } from '../people/wire.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { newId, type Walk, walkIn } from '../test-walk.ts'

let county: TestCounty
let walk: Walk
beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const present = async () => CountyOnWire.parse((await (await county.as('squad1')).get('/api/county')).body)
const off = (...days: string[]): HolidayDay[] => days.map((on) => ({ on, kind: 'off' }))
const put = async (account: string, year: number, days: unknown, version?: number) =>
  (await county.as(account)).put(
    `/api/county/holidays/${year}`,
    { actId: newId(), days },
    { 'If-Match': `"${version ?? (await present()).version}"` },
  )
const table = async (year: number) =>
  (await (await county.as('chief1')).get(`/api/county/holidays?year=${year}`)).at('days')

test('a year’s table is replaced whole, in order, and other years stay as they were', async () => {
  expect((await put('admin', 2027, off('2027-01-01'))).status).toBe(200)
  expect((await put('reviewer', 2026, [...off('2026-12-30'), { on: '2026-12-26', kind: 'work' }])).status).toBe(200)
  expect((await put('admin', 2026, [{ on: '2026-11-21', kind: 'work' }, ...off('2026-11-20')])).status).toBe(200)
  expect(await table(2026)).toEqual([
    { on: '2026-11-20', kind: 'off' },
    { on: '2026-11-21', kind: 'work' },
  ])
  expect(await table(2027)).toEqual(off('2027-01-01'))
  expect((await present()).holidays).toHaveLength(3)
})

test('deadlines in working days pass over the holidays and count the weekend day that is worked', async () => {
  const { settings, version } = await present()
  const client = await county.as('admin')
  const body = { actId: newId(), ...settings, countedIn: 'working', minorDays: 3 }
  expect((await client.put('/api/county/settings', body, { 'If-Match': `"${version}"` })).status).toBe(200)
  // Wednesday the 18th: Thursday is the first, Friday is off, Saturday the second, Monday the third
  const hazard = await walk.registered()
  expect(hazard.dueOn).toBe('2026-11-23')
  expect((await put('admin', 2026, [])).status).toBe(200)
  expect((await walk.look('squad1', hazard.id)).dueOn).toBe('2026-11-23')
})

test('a day of another year, one that does not exist and one given twice are refused by place', async () => {
  const faultOf = async (days: unknown) => (await put('admin', 2026, days)).at('fields', 0)
  expect(await faultOf(off('2026-10-01', '2025-10-01'))).toEqual({ pointer: '/days/1/on', fault: 'another-year' })
  expect(await faultOf(off('2026-02-30'))).toEqual({ pointer: '/days/0/on', fault: 'wrong-format' })
  expect(await faultOf(off('2026-10-01', '2026-10-01'))).toEqual({ pointer: '/days', fault: 'repeated' })
})

test('only keepers of the county’s rules set holidays, and only on the version they saw', async () => {
  expect((await put('squad1', 2026, [])).status).toBe(403)
  expect((await put('leader', 2026, [])).status).toBe(403)
  const { version } = await present()
  const stale = await put('admin', 2026, off('2026-10-01'), version - 1)
  expect([stale.status, stale.at('present', 'days')]).toEqual([412, []])
})
