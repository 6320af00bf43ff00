import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawRoads, sideRoads } from '../junctions/test-roads.ts'
import { JunctionPage } from '../junctions/wire.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { newId } from '../test-walk.ts'
import { curedOn, layHazard, onRegister } from './test-hazards.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
  const { world } = county
  await layHazard(world, 'outside-late', [113.95, 28.7], onRegister('R-1', '2026-11-01'))
  await layHazard(world, 'outside-in-time', [113.95, 28.71], onRegister('R-2', '2026-12-31'))
  await layHazard(world, 'in-town', [114.58, 29.08], onRegister('R-3', '2026-12-31'))
  const back = { relapsedAt: '2026-11-12T01:00:00.000Z' }
  await layHazard(world, 'came-back', [114.58, 29.081], { ...curedOn('R-4', '2027-01-01'), ...back })
})
afterAll(() => county.close())

const get = async (path: string, account = 'reviewer') => (await county.as(account)).get(path)

test('what falls into no zone is counted where zones are listed, and has its own list with the same count', async () => {
  expect((await get('/api/zones')).at('nowhere')).toEqual({ open: 2, overdue: 1, cleared: 0, relapsed: 0 })
  expect((await get('/api/map/hazards?zone=none&open=yes')).at('count')).toBe(2)
  expect((await get('/api/hazards?zone=none&overdue=yes')).at('count')).toBe(1)
  expect((await get('/api/zones', 'chief1')).at('nowhere', 'open')).toBe(0)
})

test('a zone’s relapses are counted, and the figure opens them', async () => {
  expect((await get('/api/zones/zone-360424100')).at('counts', 'relapsed')).toBe(1)
  expect((await get('/api/map/hazards?place=360424100&relapsed=yes')).at('count')).toBe(1)
})

test('the last patrol is a squad’s report or its look at a junction, whichever came later, in this zone alone', async () => {
  const patrol = async (zone: string, account = 'reviewer') =>
    (await get(`/api/zones/${zone}`, account)).at('lastPatrol')
  const at = '2026-11-17T03:00:00.000Z'
  expect(await patrol('zone-360424105')).toBeNull()
  await layHazard(county.world, 'by-squad', [114.25, 29.05], { reportedBy: 'squad2', reportedAt: at })
  expect(await patrol('zone-360424105')).toEqual({ at, kind: 'report', id: 'by-squad', label: 'BY-SQUAD' })
  // a hazard of another's scope is not told of
  expect(await patrol('zone-360424105', 'squad1')).toBeNull()

  await drawRoads(county, sideRoads())
  const reviewer = await county.as('reviewer')
  const dryRun = await reviewer.get('/api/junctions/finding?crossings=meet')
  const agreed = { actId: newId(), crossings: 'meet', fingerprint: dryRun.at('fingerprint') }
  expect((await reviewer.post('/api/junctions/finding', agreed)).status).toBe(201)
  const { junctions } = JunctionPage.parse((await reviewer.get('/api/junctions')).body)
  const junction = junctions.find(({ name }) => name === '义宁镇 X001×C101')
  const look = { outcome: 'nothing-found', note: '', inspectedAt: '2026-11-18T00:30:00.000Z' }
  const squad = await county.as('squad1')
  expect((await squad.put(`/api/junctions/${junction?.id}/inspections/${newId()}`, look)).status).toBe(200)
  const seen = { kind: 'junction', id: junction?.id, at: look.inspectedAt }
  expect(await patrol('zone-360424100')).toMatchObject(seen)
  expect(await patrol('zone-x001')).toMatchObject(seen)
  expect(await patrol('zone-360424105')).toMatchObject({ kind: 'report' })
})
