import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { type Walk, walkIn } from '../test-walk.ts'
import { CountyFigures } from './wire.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const figures = async () => CountyFigures.parse((await (await walk.as('reviewer')).get('/api/figures')).body)

test('on time is told by the first deadline, beside it by the deadline in force, with how many were extended', async () => {
  await walk.cleared()
  const extended = await walk.registered()
  const asked = await walk.step('chief1', extended, walk.onTask(extended, 'ask-extension'), {
    ...{ dueOn: '2026-12-20', because: '等材料' },
  })
  const granted = await walk.step('reviewer', asked, walk.onTask(asked, 'grant-extension'), { dueOn: '2026-12-20' })
  await walk.registered()
  const planned = await walk.registered()
  await walk.step('chief1', planned, walk.onTask(planned, 'plan'), { year: 2027, because: '今年没有经费' })

  const early = await figures()
  expect(early.onTime).toMatchObject({ n: 0, d: 0 })
  expect(early.extended).toBe(1)

  // the day after the first deadline of 3 December: one cleared in time, one extended, one late; the plan is apart
  walk.later({ days: 16 })
  const after = await figures()
  expect(after.onTime).toMatchObject({ n: 1, d: 3 })
  expect(after.onTimeInForce).toMatchObject({ n: 1, d: 2 })

  // cleared by the deadline in force, not by the first
  const accepted = await walk.step('chief1', granted, walk.onTask(granted, 'accept'))
  const body = await walk.submission(accepted)
  const submitted = await walk.step('chief1', accepted, walk.onTask(accepted, 'submit'), body)
  await walk.step('reviewer', submitted, walk.onTask(submitted, 'verify'))
  walk.later({ days: 20 })
  const last = await figures()
  expect(last.onTime).toMatchObject({ n: 1, d: 3 })
  expect(last.onTimeInForce).toMatchObject({ n: 2, d: 3 })

  // each figure opens the very hazards that it counts
  const rows = async (flag: string) =>
    (await (await walk.as('reviewer')).get(`/api/hazards?registered=yes&${flag}=yes`)).at('count')
  expect([await rows('on-time'), await rows('on-time-in-force')]).toEqual([1, 2])
})

test('relapses are counted of all that were ever cleared', async () => {
  const other = await testCounty()
  const there = walkIn(other)
  const relapses = async () =>
    CountyFigures.parse((await (await there.as('reviewer')).get('/api/figures')).body).relapses
  await there.registered()
  const hazard = await there.cleared()
  expect(await relapses()).toMatchObject({ n: 0, d: 1 })
  there.later({ days: 30 })
  await there.step('squad1', hazard, 'fail-revisit', { photos: [await there.photo()], because: '又坏了' })
  expect(await relapses()).toMatchObject({ n: 1, d: 1 })
  await other.close()
})
