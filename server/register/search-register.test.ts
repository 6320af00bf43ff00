import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '../domain/county-calendar.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, inZhajin, type Walk, walkIn } from '../test-walk.ts'
import { PlaceYears, RegisterPage, Waiting } from './wire.ts'

let county: TestCounty
let walk: Walk
const reported: string[] = []

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
  for (let i = 0; i < 7; i++) {
    // some in the same instant, so that only the id tells them apart
    if (i % 2 === 0) walk.later({ minutes: 1 })
    reported.push((await walk.report('squad1', { description: i === 3 ? '石桥东头的坑' : '支路无减速带' })).id)
  }
})
afterAll(() => county.close())

const page = async (query: string, account = 'reviewer') =>
  RegisterPage.parse((await (await walk.as(account)).get(`/api/hazards?${query}`)).body)

test.each(['newest', 'due', 'number'])(
  'pages in the order “%s” follow one another without a gap or a double',
  async (order) => {
    const seen: string[] = []
    let after = ''
    for (let turn = 0; turn < 20; turn++) {
      const { hazards, next, count } = await page(`order=${order}&limit=2${after}`)
      expect(count).toBe(reported.length)
      seen.push(...hazards.map(({ id }) => id))
      if (next === null) break
      after = `&after=${next}`
    }
    expect([...seen].sort()).toEqual([...reported].sort())
    expect(new Set(seen).size).toBe(reported.length)
  },
)

test('a search finds words, short codes and places, and takes a percent sign for what it is', async () => {
  expect((await page(`q=${encodeURIComponent('石桥')}`)).hazards.map(({ id }) => id)).toEqual([reported[3]])
  const first = await walk.look('reviewer', reported[0] ?? '')
  expect((await page(`q=${first.shortCode}`)).count).toBe(1)
  expect((await page(`q=${encodeURIComponent('义宁')}`)).count).toBe(reported.length)
  expect((await page(`q=${encodeURIComponent('%')}`)).count).toBe(0)
})

test('the days of reporting are the county’s own, both included', async () => {
  const first = county.clock.now()
  const today = dayOf(first)
  const [yesterday, tomorrow] = [addDays(today, -1), addDays(today, 1)]
  expect((await page(`reported-from=${today}&reported-until=${today}`)).count).toBe(reported.length)
  expect((await page(`reported-until=${yesterday}`)).count).toBe(0)
  expect((await page(`reported-from=${tomorrow}`)).count).toBe(0)
})

test('named one by one, those are found that lie in one’s own scope', async () => {
  const [a = '', b = ''] = reported
  expect((await page(`among=${a},${b},nobody`)).hazards.map(({ id }) => id).sort()).toEqual([a, b].sort())
  expect((await page(`among=${a},${b}`, 'squad2')).count).toBe(0)
  const reviewer = await walk.as('reviewer')
  expect((await reviewer.get(`/api/hazards?among=${Array(201).fill('x').join(',')}`)).status).toBe(422)
  expect((await reviewer.get('/api/hazards?among=a,,b')).status).toBe(422)
})

test('a register holds what is in one’s own scope and nothing else', async () => {
  expect((await page('', 'chief1')).count).toBe(reported.length)
  expect((await page('', 'chief2')).count).toBe(0)
  expect((await page('', 'squad2')).count).toBe(0)
  expect((await page('', 'admin')).count).toBe(0)
})

test('a place tells what was reported there over time, each by its distance, within one’s own scope', async () => {
  const first = await walk.look('reviewer', reported[0] ?? '')
  const at = `lng=${first.longitude}&lat=${first.latitude}`
  const years = async (account: string, query: string) =>
    PlaceYears.parse((await (await walk.as(account)).get(`/api/places/years?${query}`)).body)
  const here = await years('reviewer', at)
  expect(here.hazards.map(({ hazard }) => hazard.id)).toEqual(
    (await page('limit=100')).hazards.map(({ id }) => id).reverse(),
  )
  expect(here.hazards[0]).toMatchObject({ metres: 0, afterSha256: null, relapse: false })
  const north = Number(first.latitude) + 100 / 111_195
  const from = `lng=${first.longitude}&lat=${north}`
  expect((await years('reviewer', from)).hazards).toEqual([])
  expect((await years('reviewer', `${from}&metres=110`)).hazards.map(({ metres }) => metres)).toEqual(
    reported.map(() => 100),
  )
  expect((await years('squad2', at)).hazards).toEqual([])
  const reviewer = await walk.as('reviewer')
  expect((await reviewer.get('/api/places/years?lng=114&lat=29&metres=50000')).status).toBe(422)
  expect((await reviewer.get('/api/places/years?lng=29&lat=114')).status).toBe(422)
})

test('a cursor that is none is malformed, an unknown filter invalid', async () => {
  const reviewer = await walk.as('reviewer')
  expect((await reviewer.get('/api/hazards?after=bm90LWEtY3Vyc29y')).status).toBe(400)
  expect((await reviewer.get('/api/hazards?weather=wet')).status).toBe(422)
  expect((await reviewer.get('/api/hazards?stage=nowhere')).status).toBe(422)
})

test('what waits for each is their own next step, due first', async () => {
  const waits = async (account: string) =>
    Waiting.parse((await (await walk.as(account)).get('/api/mine')).body).items.map(({ hazard, wants }) => [
      hazard.id,
      wants,
    ])
  const task = await walk.registered({ severity: 'minor' })
  expect(await waits('chief1')).toEqual([[task.id, 'accept-task']])
  expect(await waits('chief2')).toEqual([])
  const submitted = await walk.submitted({ severity: 'serious' })
  expect(await waits('reviewer')).toContainEqual([submitted.id, 'verify-task'])
  expect((await waits('squad1')).map(([, wants]) => wants)).not.toContain('verify-task')
  const minor = await walk.submitted({ severity: 'minor' })
  expect((await waits('squad1'))[0]).toEqual([minor.id, 'verify-task'])
  const refused = await walk.registered()
  await walk.step('chief1', refused, walk.onTask(refused, 'refuse'), { because: '县道', ownerUnitId: 'unit-roads' })
  expect(await waits('reviewer')).toContainEqual([refused.id, 'reassign-task'])
  const lead = await walk.report('reporter', { position: fixAt(inZhajin, county.clock.now()) })
  expect(await waits('squad2')).toContainEqual([lead.id, 'dispatch-team'])
})

test('a revisit waits for the team by its own day, not by the deadline that the cure once had', async () => {
  const cleared = await walk.cleared({ severity: 'minor' })
  walk.later({ days: 25 })
  const { items } = Waiting.parse((await (await walk.as('squad1')).get('/api/mine')).body)
  expect(items.find(({ hazard }) => hazard.id === cleared.id)).toMatchObject({
    wants: 'pass-revisit',
    taskId: null,
    dueOn: cleared.revisits[0]?.dueOn,
  })
})
