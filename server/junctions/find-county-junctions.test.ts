import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { newId } from '../test-walk.ts'
import { drawRoads, sideRoads } from './test-roads.ts'
import { FindingReport, JunctionPage, JunctionWhole } from './wire.ts'

let county: TestCounty
beforeEach(async () => {
  county = await testCounty()
  await drawRoads(county, sideRoads())
})
afterEach(() => county.close())

const dryRun = async (by = 'reviewer') =>
  FindingReport.parse((await (await county.as(by)).get('/api/junctions/finding')).body)
const takeOver = async ({ fingerprint, crossings }: FindingReport, actId = newId(), by = 'reviewer') =>
  (await county.as(by)).post('/api/junctions/finding', { actId, crossings, fingerprint })
const list = async (query = '') =>
  JunctionPage.parse((await (await county.as('squad1')).get(`/api/junctions${query}`)).body)
const inspect = async (id: string) =>
  (await county.as('squad1')).put(`/api/junctions/${id}/inspections/${newId()}`, {
    ...{ outcome: 'nothing-found', inspectedAt: county.clock.now() },
  })

test('a dry run says what would come and writes nothing; taken over, the register holds it under ids that stay', async () => {
  const report = await dryRun()
  expect(report).toMatchObject({ found: 4, fresh: 4, kept: 0, gone: 0, touching: 3, shared: 1 })
  expect((await list()).count).toBe(0)
  expect((await takeOver(report)).status).toBe(201)
  const { junctions } = await list()
  expect(junctions.map(({ name }) => name).sort()).toEqual([
    ...['义宁镇 X001×C101', '义宁镇 X001×C102', '义宁镇 X001×C103', '渣津镇 C201×C202'],
  ])
  expect(junctions.find(({ name }) => name.endsWith('C101'))).toMatchObject({
    ...{ arms: 3, routeCodes: ['C101360424', 'X001360424'], roadClass: 'county', source: 'found', age: 'never' },
    ...{ townshipCode: '360424100', townshipName: '义宁镇', active: true },
  })
  expect(await dryRun()).toMatchObject({ fresh: 0, kept: 4, gone: 0 })
})

test('found again on lines drawn a little differently, a junction keeps its id, its name and its inspections', async () => {
  await takeOver(await dryRun())
  const [first] = (await list('?q=C101')).junctions
  expect((await inspect(first?.id ?? '')).status).toBe(200)
  await drawRoads(county, sideRoads(0.0001))
  const again = await dryRun()
  expect(again).toMatchObject({ fresh: 0, kept: 4, gone: 0 })
  await takeOver(again)
  const [same] = (await list('?q=C101')).junctions
  expect(same).toMatchObject({ id: first?.id, name: first?.name, age: 'recent' })
  expect(same?.longitude).toBeCloseTo(114.5201, 5)
})

test('what is not found any more is put out of use and never deleted; found once more, it returns with its history', async () => {
  await takeOver(await dryRun())
  const [gone] = (await list('?q=C202')).junctions
  await inspect(gone?.id ?? '')
  const away = sideRoads().map((road) =>
    road.code === 'C202'
      ? {
          ...road,
          line: [
            [114.255, 29.08],
            [114.25, 29.09],
          ] as const,
        }
      : road,
  )
  await drawRoads(county, away)
  const report = await dryRun()
  expect(report).toMatchObject({ found: 3, kept: 3, gone: 1, goneInspected: 1 })
  await takeOver(report)
  expect((await list()).count).toBe(3)
  const kept = JunctionWhole.parse((await (await county.as('leader')).get(`/api/junctions/${gone?.id}`)).body)
  expect(kept).toMatchObject({ active: false, retiredByHand: false })
  expect(kept.inspections).toHaveLength(1)
  await drawRoads(county, sideRoads())
  const back = await dryRun()
  expect(back).toMatchObject({ kept: 3, returning: 1, fresh: 0 })
  await takeOver(back)
  expect((await list('?q=C202')).junctions[0]).toMatchObject({ id: gone?.id, age: 'recent', active: true })
})

test('what a person put out of use is found and stays out of use', async () => {
  await takeOver(await dryRun())
  const [bridge] = (await list('?q=C103')).junctions
  const reviewer = await county.as('reviewer')
  const path = `/api/junctions/${bridge?.id}`
  const version = { 'If-Match': String((await reviewer.get(path)).headers.get('ETag')) }
  const because = '实为立交，不是平交路口'
  expect((await reviewer.post(`${path}/retire`, { actId: newId(), because }, version)).status).toBe(200)
  const report = await dryRun()
  expect(report).toMatchObject({ kept: 3, stayRetired: 1, returning: 0, fresh: 0 })
  await takeOver(report)
  expect((await list('?retired=yes')).junctions.map(({ id }) => id)).toEqual([bridge?.id])
})

test('a finding made on other roads than those shown is refused, and sending the same one twice does it once', async () => {
  const report = await dryRun()
  const actId = newId()
  for (const answer of [await takeOver(report, actId), await takeOver(report, actId)])
    expect([answer.status, FindingReport.parse(answer.body)]).toMatchObject([201, { found: 4, fresh: 4, kept: 0 }])
  expect((await list()).count).toBe(4)
  const stale = await takeOver(report)
  expect([stale.status, stale.at('code')]).toEqual([412, 'changed-meanwhile'])
})

test('squads and leaders read the register but find no junctions; whoever only reports does not see it', async () => {
  for (const account of ['squad1', 'leader', 'chief1', 'dept1']) {
    const client = await county.as(account)
    expect((await client.get('/api/junctions')).status).toBe(200)
    expect((await client.get('/api/junctions/finding')).at('code')).toBe('not-yours')
    expect((await takeOver(await dryRun(), newId(), account)).status).toBe(403)
  }
  const reporter = await county.as('reporter')
  for (const path of ['', '/coverage', '/finding', '/any'])
    expect((await reporter.get(`/api/junctions${path}`)).status).toBe(403)
  expect((await reporter.get('/api/map/junctions', { 'If-None-Match': '*' })).status).toBe(403)
  expect((await dryRun('admin')).found).toBe(4)
})
