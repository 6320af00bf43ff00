import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, newId, walkIn } from '../test-walk.ts'
import { Coverage, JunctionPage, JunctionPoints, JunctionWhole } from './wire.ts'

let county: TestCounty
const ids = Array.from({ length: 4 }, newId)
const places = [
  [114.51, 29.08],
  [114.53, 29.03],
  [114.58, 29.05],
  [114.25, 29.05],
] as const

const enter = async (id: string, [longitude, latitude]: readonly [number, number], name: string, by = 'reviewer') =>
  (await county.as(by)).put(`/api/junctions/${id}`, { name, longitude, latitude, arms: 3 })

beforeAll(async () => {
  county = await testCounty()
  for (const [i, place] of places.entries()) await enter(ids[i] ?? '', place, `路口${i + 1}`)
})
afterAll(() => county.close())

const whole = async (id: string | undefined, by = 'squad1') =>
  JunctionWhole.parse(
    (
      await walkIn(county)
        .as(by)
        .then((client) => client.get(`/api/junctions/${id}`))
    ).body,
  )
const inspect = async (id: string | undefined, given: Record<string, unknown> = {}, by = 'squad1', as = newId()) =>
  (await walkIn(county).as(by)).put(`/api/junctions/${id}/inspections/${as}`, {
    ...{ outcome: 'nothing-found', inspectedAt: county.clock.now(), ...given },
  })
const coverage = async (months = 12) =>
  Coverage.parse((await (await walkIn(county).as('leader')).get(`/api/junctions/coverage?months=${months}`)).body)
const list = async (query: string) =>
  JunctionPage.parse((await (await walkIn(county).as('leader')).get(`/api/junctions?${query}`)).body)

test('a junction entered by hand takes its place and road from its position, once; swapped axes are told', async () => {
  expect(await whole(ids[2])).toMatchObject({
    ...{ name: '路口3', source: 'entered', townshipCode: '360424100', routeCodes: ['X001360424'], roadClass: 'county' },
  })
  expect((await enter(ids[0] ?? '', places[0], '路口1')).status).toBe(200)
  expect((await enter(ids[0] ?? '', places[0], '别的名字')).at('code')).toBe('other-content')
  expect((await enter(newId(), [29.08, 114.51], '颠倒')).at('code')).toBe('impossible-position')
  expect((await enter(newId(), places[0], '中队录入', 'squad1')).at('code')).toBe('not-yours')
  expect((await list('')).count).toBe(4)
})

test('one tap notes that nothing was found; the same tap sent again counts once, another content under its id is refused', async () => {
  const tap = newId()
  const inspectedAt = county.clock.now()
  expect((await inspect(ids[0], { inspectedAt }, 'squad1', tap)).status).toBe(200)
  expect((await inspect(ids[0], { inspectedAt }, 'squad1', tap)).status).toBe(200)
  expect((await inspect(ids[0], { inspectedAt, note: '改口' }, 'squad1', tap)).at('code')).toBe('other-content')
  expect((await inspect(ids[0], { inspectedAt }, 'squad2', tap)).at('code')).toBe('other-content')
  const { inspections, age } = await whole(ids[0])
  expect(age).toBe('recent')
  expect(inspections).toHaveLength(1)
  expect(inspections[0]).toMatchObject({
    by: '余队员',
    unit: '一中队',
    inspectedOn: '2026-11-18',
    outcome: 'nothing-found',
  })
})

test('leaders, chiefs and departments look on; an inspection is the squads’ and the county office’s', async () => {
  for (const account of ['leader', 'chief1', 'dept1', 'admin'])
    expect((await inspect(ids[1], {}, account)).at('code')).toBe('not-yours')
  expect((await whole(ids[1])).inspections).toEqual([])
})

test('coverage counts those in use that were looked at, by township and road class, and each figure opens its list', async () => {
  const before = await coverage()
  expect(before).toMatchObject({ all: 4, ever: 1, recent: 1, retired: 0 })
  expect(before.townships).toEqual([
    { key: '360424100', name: '义宁镇', all: 3, ever: 1, recent: 1 },
    { key: '360424105', name: '渣津镇', all: 1, ever: 0, recent: 0 },
  ])
  expect((await inspect(ids[2], {}, 'reviewer')).status).toBe(200)
  const { roadClasses, ever } = await coverage()
  expect(ever).toBe(2)
  expect(roadClasses.map(({ key, all, ever: n }) => [key, all, n])).toEqual([
    ['county', 1, 1],
    [null, 3, 1],
  ])
  for (const [query, count] of [
    ['age=never', 2],
    ['age=looked-at', 2],
    ['age=recent&place=360424100', 2],
    ['class=county', 1],
    ['class=none&age=never', 2],
    ['route=X001360424', 1],
    ['place=360424105', 1],
  ] as const)
    expect([query, (await list(query)).count]).toEqual([query, count])
})

test('after the months that count an inspection is long ago: still ever, no longer recent', async () => {
  const later = walkIn(county)
  later.later({ days: 200 })
  expect(await coverage(12)).toMatchObject({ ever: 2, recent: 2 })
  expect(await coverage(6)).toMatchObject({ ever: 2, recent: 0 })
  expect((await list('months=6&age=long-ago')).count).toBe(2)
  expect((await list('months=6&age=due')).count).toBe(4)
  expect((await inspect(ids[0])).status).toBe(200)
  expect(await coverage(6)).toMatchObject({ ever: 2, recent: 1 })
  const early = await inspect(ids[0], { inspectedAt: '2026-11-19T01:00:00.000Z', note: '补记' })
  expect(early.at('lastInspectedAt')).toBe(county.clock.now())
})

test('the list puts what nobody has looked at first, and its pages join without a gap', async () => {
  const first = await list('limit=3')
  expect(first.junctions.map(({ age }) => age).slice(0, 2)).toEqual(['never', 'never'])
  const rest = await list(`limit=3&after=${first.next}`)
  expect(rest.next).toBeNull()
  expect(new Set([...first.junctions, ...rest.junctions].map(({ id }) => id))).toEqual(new Set(ids))
  const latest = await list('order=latest')
  expect(latest.junctions.map(({ id }) => id)).toEqual(
    [...first.junctions, ...rest.junctions].map(({ id }) => id).reverse(),
  )
})

test('hazards found there that day are linked, also those that come up after the tap; what was seen before is not', async () => {
  const walk = walkIn(county)
  const [longitude, latitude] = places[1]
  const capturedAt = county.clock.now()
  const near = { position: fixAt({ longitude: longitude + 0.0002, latitude }, capturedAt), capturedAt }
  const old = await walk.report('squad1', near)
  walk.later({ days: 3 })
  const today = {
    ...near,
    position: fixAt({ longitude: longitude + 0.0002, latitude }, county.clock.now()),
    capturedAt: county.clock.now(),
  }
  const found = await walk.report('squad1', today)
  expect((await inspect(ids[1], { outcome: 'hazards-found', note: '让行标志缺失' })).status).toBe(200)
  const after = await walk.report('squad1', today)
  await walk.report('squad1', {
    ...today,
    position: fixAt({ longitude: longitude + 0.001, latitude }, county.clock.now()),
  })
  const { inspections, hazards } = await whole(ids[1])
  expect(new Set(inspections[0]?.hazardIds)).toEqual(new Set([found.id, after.id]))
  expect(new Set(hazards.map(({ hazard }) => hazard.id))).toEqual(new Set([old.id, found.id, after.id]))
  expect((await whole(ids[1], 'squad2')).hazards).toEqual([])
})

test('out of use means uncounted and not to be inspected, with its reason, until it is put back', async () => {
  const reviewer = await walkIn(county).as('reviewer')
  const path = `/api/junctions/${ids[3]}`
  const on = async () => ({ 'If-Match': String((await reviewer.get(path)).headers.get('ETag')) })
  const said = { actId: newId(), because: '路口已封闭' }
  expect((await reviewer.post(`${path}/retire`, said)).status).toBe(428)
  const stale = await on()
  expect((await reviewer.post(`${path}/retire`, said, stale)).at('retiredBecause')).toBe('路口已封闭')
  expect((await reviewer.post(`${path}/retire`, said, stale)).status).toBe(200)
  expect((await reviewer.post(`${path}/rename`, { ...said, actId: newId(), name: '新' }, stale)).status).toBe(412)
  expect(await coverage()).toMatchObject({ all: 3, retired: 1 })
  const shut = await inspect(ids[3])
  expect([shut.status, shut.at('because', 'reason')]).toEqual([409, 'junction-retired'])
  expect((await reviewer.post(`${path}/restore`, { ...said, actId: newId() }, await on())).at('active')).toBe(true)
  expect(
    (await reviewer.post(`${path}/rename`, { ...said, actId: newId(), name: '街口' }, await on())).at('name'),
  ).toBe('街口')
  expect((await (await walkIn(county).as('squad1')).post(`${path}/retire`, said, await on())).at('code')).toBe(
    'not-yours',
  )
})

test('the map has each junction in use with how long ago it was looked at, and asks for nothing twice', async () => {
  const leader = await walkIn(county).as('leader')
  const answer = await leader.get('/api/map/junctions?months=6')
  const { features } = JunctionPoints.parse(answer.body)
  expect(features.map(({ properties }) => properties.age).sort()).toEqual(['long-ago', 'never', 'recent', 'recent'])
  const tag = { 'If-None-Match': String(answer.headers.get('ETag')) }
  expect((await leader.get('/api/map/junctions?months=6', tag)).status).toBe(304)
  await inspect(ids[3])
  expect((await leader.get('/api/map/junctions?months=6', tag)).status).toBe(200)
})
