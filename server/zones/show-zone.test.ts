import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { furnishCounty } from './furnish-county.ts'
import { listZones } from './list-zones.ts'
import { showZone } from './show-zone.ts'
import { countyLeader, curedOn, layHazard, onRegister } from './test-hazards.ts'
import { ZoneCard, ZoneList } from './wire.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
  const { world } = county
  await layHazard(world, 'village-late', [114.53, 29.03], onRegister('R-1', '2026-11-17'))
  await layHazard(world, 'village-today', [114.53, 29.031], onRegister('R-2', '2026-11-18'))
  await layHazard(world, 'town-cured', [114.58, 29.08], curedOn('R-3', '2027-01-01'))
  await layHazard(world, 'town-lead', [114.58, 29.081])
  await layHazard(world, 'town-void', [114.58, 29.082], { ...onRegister('R-4', '2026-11-01'), setAside: 'void' })
  await layHazard(world, 'road-late', [114.55, 29.05], onRegister('R-5', '2026-11-01'))
  await layHazard(world, 'other-late', [114.25, 29.05], onRegister('R-6', '2026-11-01'))
})
afterAll(() => county.close())

const card = async (account: string, id: string) => {
  const answer = await (await county.as(account)).get(`/api/zones/${id}`)
  expect(answer.status).toBe(200)
  return ZoneCard.parse(answer.body)
}
const list = async (account: string) => {
  const { zones } = ZoneList.parse((await (await county.as(account)).get('/api/zones')).body)
  return new Map(zones.map((zone) => [zone.id, zone]))
}

test('a township counts its villages and its roads; leads and void ones count nowhere', async () => {
  expect((await card('reviewer', 'zone-360424100')).counts).toEqual({ open: 3, overdue: 2, cleared: 1, relapsed: 0 })
  expect((await card('reviewer', 'zone-360424100201')).counts).toEqual({ open: 2, overdue: 1, cleared: 0, relapsed: 0 })
  expect((await card('reviewer', 'zone-x001')).counts).toEqual({ open: 1, overdue: 1, cleared: 0, relapsed: 0 })
})

test('something due today is in time until the county’s day has ended', async () => {
  const overdueAt = async (now: string) =>
    (await showZone({ ...county.world, now: () => now }, countyLeader, 'zone-360424100201')).counts.overdue
  expect(await overdueAt('2026-11-18T15:59:59.999Z')).toBe(1)
  expect(await overdueAt('2026-11-18T16:00:00.000Z')).toBe(2)
})

test('a foreign zone’s card counts only what the asker may see', async () => {
  expect((await card('chief2', 'zone-360424100')).counts).toEqual({ open: 0, overdue: 0, cleared: 0, relapsed: 0 })
  expect((await card('chief2', 'zone-360424105')).counts).toEqual({ open: 1, overdue: 1, cleared: 0, relapsed: 0 })
  expect((await card('county-chief', 'zone-360424100')).counts).toEqual({
    open: 1,
    overdue: 1,
    cleared: 0,
    relapsed: 0,
  })
})

test('a chief’s list counts the own zones and below, every other zone nought', async () => {
  const zones = await list('chief1')
  expect(zones.get('zone-360424100')?.counts).toEqual({ open: 3, overdue: 2, cleared: 1, relapsed: 0 })
  expect(zones.get('zone-360424100201')?.counts).toEqual({ open: 2, overdue: 1, cleared: 0, relapsed: 0 })
  expect(zones.get('zone-360424105')?.counts).toEqual({ open: 0, overdue: 0, cleared: 0, relapsed: 0 })
  expect(zones.size).toBe(5)
})

test('list and card count alike for everybody', async () => {
  for (const account of ['squad1', 'squad2', 'chief1', 'county-chief', 'dept1', 'leader', 'reporter', 'admin'])
    for (const [id, { counts }] of await list(account)) expect((await card(account, id)).counts).toEqual(counts)
})

test('a card names the zone’s own chief and those of the areas around it, from the highest down', async () => {
  const village = await card('squad1', 'zone-360424100201')
  expect(village.chiefs).toEqual([
    {
      ...{ level: 'township', id: 'chief1', name: '陈镇长', phone: null, unit: '义宁镇政府' },
      ...{ zoneId: 'zone-360424100', zoneName: '义宁镇', own: false },
    },
  ])
  const township = await card('squad1', 'zone-360424100')
  expect(township.chiefs.map(({ name, own }) => [name, own])).toEqual([['陈镇长', true]])
})

test('the card’s filter lists the very hazards that it counts', async () => {
  const client = await county.as('reviewer')
  for (const id of ['zone-360424100', 'zone-x001']) {
    const { filter, counts } = await card('reviewer', id)
    const query = new URLSearchParams(Object.entries(filter)).toString()
    for (const [figure, more] of [
      [counts.open, 'open=yes'],
      [counts.overdue, 'overdue=yes'],
      [counts.cleared, 'stage=cleared'],
    ] as const)
      expect((await client.get(`/api/map/hazards?${query}&${more}`)).at('count'), `${id} ${more}`).toBe(figure)
  }
})

test('a zone that does not exist is not there', async () => {
  expect((await (await county.as('reviewer')).get('/api/zones/zone-nowhere')).status).toBe(404)
})

test('a post begins on its first day', async () => {
  const chiefAt = async (now: string) => {
    const { zones } = await listZones({ ...county.world, now: () => now }, countyLeader)
    return zones.find(({ id }) => id === 'zone-360424100')?.chief?.name ?? null
  }
  expect(await chiefAt('2025-12-31T15:59:59.999Z')).toBeNull()
  expect(await chiefAt('2025-12-31T16:00:00.000Z')).toBe('陈镇长')
})

test('a post ends after its last day, and who follows is chief from the day after', async () => {
  const post = { zoneId: 'zone-360424100201', level: 'village' } as const
  await furnishCounty(county.world, 'system', {
    ...{ places: [], zones: [], roads: [] },
    posts: [
      { ...post, id: 'post-first', personId: 'chief2', heldFrom: '2026-01-01', heldUntil: '2026-11-17' },
      { ...post, id: 'post-second', personId: 'county-chief', heldFrom: '2026-11-18', heldUntil: null },
    ],
  })
  const chiefAt = async (now: string) => {
    const { chiefs } = await showZone({ ...county.world, now: () => now }, countyLeader, post.zoneId)
    return chiefs.map(({ level, name }) => `${level} ${name}`)
  }
  expect(await chiefAt('2026-11-17T15:59:59.999Z')).toEqual(['township 陈镇长', 'village 匡镇长'])
  expect(await chiefAt('2026-11-17T16:00:00.000Z')).toEqual(['township 陈镇长', 'village 冷副县长'])
})
