import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { LngLat } from '../domain/distance.ts'
import { markOf } from '../domain/hazard-mark.ts'
import { RegisterPage } from '../register/wire.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { trialSize } from '../test-trial-size.ts'
import { countyLeader } from '../zones/test-hazards.ts'
import { hazardTile } from './hazard-tile.ts'
import { anyHazard, layMany, numbersFrom } from './test-many-hazards.ts'
import { readTile, tileAt } from './test-tile.ts'
import { HazardPoints } from './wire.ts'

let county: TestCounty
const random = numbersFrom(7)
const place = (): LngLat => [114 + random() * 0.6, 29 + random() * 0.1]
const middle: LngLat = [114.3, 29.05]

beforeAll(async () => {
  county = await testCounty()
  await layMany(county.world, trialSize(5000, 700), (i) => ({ lngLat: place(), change: anyHazard(random, i) }))
})
afterAll(() => county.close())

const tile = async (account: string, address: string, query = '') =>
  (await county.as(account)).get(`/api/tiles/hazards/${address}${query}`)
const read = async (account: string, address: string, query = '') => readTile(await tile(account, address, query))

const filters = (): string[] => {
  const pick = (...words: string[]): string => words[Math.floor(random() * words.length)] ?? ''
  return Array.from({ length: trialSize(60, 8) }, () => {
    const fields = [
      pick('', 'stage=register', 'stage=team,camera', 'stage=cleared', 'open=yes'),
      pick('', '', 'severity=major', 'severity=minor,serious'),
      pick('', '', 'colour=red', 'colour=blue,yellow'),
      pick('', '', 'code=A', 'code=B02'),
      pick('', '', 'place=360424100', 'zone=zone-x001', 'chief=chief1', 'chief=county-chief'),
      pick('', '', 'overdue=yes', 'reopened=yes', 'void=yes'),
      pick('', '', 'source=campaign', 'from=2026-11-05&until=2026-11-20', 'q=R-1'),
      pick('', 'reported-from=2026-11-01&reported-until=2026-11-30', 'reported-until=2026-11-10'),
    ]
    return [...new Set(fields.filter((field) => field !== ''))].join('&')
  })
}

test('whatever is filtered for, at whatever zoom, the tiles count what the register counts', async () => {
  for (const filter of ['', ...filters()]) {
    for (const account of ['reviewer', 'squad1']) {
      const client = await county.as(account)
      const { count } = RegisterPage.parse((await client.get(`/api/hazards?limit=1&${filter}`)).body)
      for (const z of [0, 8]) {
        const { counted } = await read(account, tileAt(z, middle), `?${filter}`)
        expect([filter, account, z, counted]).toEqual([filter, account, z, count])
      }
      if (filter.includes('overdue')) continue
      const late = RegisterPage.parse((await client.get(`/api/hazards?limit=1&${filter}&overdue=yes`)).body).count
      expect((await read(account, tileAt(8, middle), `?${filter}`)).overdue).toBe(late)
    }
  }
})

test('at every zoom the tiles side by side hold each hazard once', async () => {
  const whole = (await read('reviewer', tileAt(0, middle))).counted
  for (const z of [9, 11, 12, 13]) {
    const seen = new Set<string>()
    for (let lng = 113.98; lng < 114.63; lng += 0.02)
      for (let lat = 28.98; lat < 29.13; lat += 0.02) seen.add(tileAt(z, [lng, lat]))
    let counted = 0
    for (const address of seen) counted += (await read('reviewer', address)).counted
    expect([z, counted]).toEqual([z, whole])
  }
})

test('near enough each hazard is drawn as itself, with the mark and colour it has everywhere', async () => {
  const client = await county.as('reviewer')
  const all = HazardPoints.parse((await client.get('/api/map/hazards?void=yes')).body)
  let looked = 0
  for (const { properties, geometry } of all.features.slice(0, 40)) {
    const [lng, lat] = geometry.coordinates
    const { points } = await read('reviewer', tileAt(14, [lng, lat]), '?void=yes')
    const { id, number, stage, setAside, severity, colour, overdue, code } = properties
    const there = Object.entries({
      id,
      number,
      stage,
      setAside,
      severity,
      colour,
      overdue,
      code,
      mark: markOf(properties),
    })
    expect(points.find((point) => point['id'] === id)).toMatchObject(
      Object.fromEntries(there.filter(([, value]) => value !== null)),
    )
    looked++
  }
  expect(looked).toBe(40)
})

test('a void hazard is on no tile unless it is asked for', async () => {
  const [without, withVoid] = [
    await read('reviewer', tileAt(4, middle)),
    await read('reviewer', tileAt(4, middle), '?void=yes'),
  ]
  expect(withVoid.counted).toBeGreaterThan(without.counted)
})

test('the same view again is answered without a look at the hazards', async () => {
  const { db } = county.world
  const asked = { tile: { z: 8, x: 209, y: 105 }, filter: {}, spend: () => undefined }
  const first = await hazardTile(county.world, countyLeader, asked)
  const selects = vi.spyOn(db.q, 'select')
  const second = await hazardTile(county.world, countyLeader, { ...asked, spend: () => expect.unreachable() })
  expect(selects).toHaveBeenCalledTimes(1)
  selects.mockRestore()
  expect(second.etag).toBe(first.etag)
  const spent = vi.fn(() => undefined)
  await hazardTile(county.world, countyLeader, { ...asked, filter: { severity: ['major'] }, spend: spent })
  expect(spent).toHaveBeenCalledTimes(1)
})

test('a tile says by its tag whether it has changed, and nothing where there is nothing', async () => {
  const address = tileAt(8, middle)
  const first = await tile('reviewer', address)
  expect([first.status, first.headers.get('Content-Type')]).toEqual([200, 'application/vnd.mapbox-vector-tile'])
  expect(first.headers.get('Cache-Control')).toBe('private, no-cache')
  const held = { 'If-None-Match': first.headers.get('ETag') ?? '' }
  const again = await (await county.as('reviewer')).get(`/api/tiles/hazards/${address}`, held)
  expect([again.status, again.bytes.length]).toEqual([304, 0])
  expect((await (await county.as('squad1')).get(`/api/tiles/hazards/${address}`, held)).status).toBe(200)
  for (const empty of [tileAt(8, [20, 50]), tileAt(16, [20, 50])])
    expect([(await tile('reviewer', empty)).status, (await tile('reviewer', empty)).bytes.length]).toEqual([204, 0])
})

test('an address that is no tile, or a filter that is none, is refused', async () => {
  const hostile = ['19/0/0', '3/8/0', '3/0/8', '-1/0/0', '1.5/0/0', '3/1e0/0', '03/0/0', 'z/x/y', '3/0/0x1']
  for (const address of [...hostile, '99999999999999999999/0/0', '8/NaN/0'])
    expect([address, (await tile('reviewer', address)).status]).toEqual([address, 404])
  expect((await tile('reviewer', '3/0/0', '?stage=nowhere')).status).toBe(422)
  expect((await tile('reviewer', '3/0/0', '?weather=wet')).status).toBe(422)
  expect((await county.stranger().get('/api/tiles/hazards/0/0/0')).status).toBe(401)
})
