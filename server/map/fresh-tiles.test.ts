import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../../db/unit-of-work.ts'
import type { LngLat } from '../domain/distance.ts'
import { cellRangeOfTile, lngLatOfCell, placeCellOf } from '../domain/morton.ts'
import { note } from '../journal/note.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { trialSize } from '../test-trial-size.ts'
import { inYining, inZhajin, walkIn } from '../test-walk.ts'
import { layHazard, onRegister } from '../zones/test-hazards.ts'
import { makeCountedView } from './counted-view.ts'
import { anyHazard, layMany, numbersFrom } from './test-many-hazards.ts'
import { readTile, tileAt } from './test-tile.ts'
import { mostTileBytes } from './tile-address.ts'

let county: TestCounty
beforeEach(async () => {
  county = await testCounty()
})
afterEach(() => county.close())

const tile = async (account: string, address: string, query = '') =>
  (await county.as(account)).get(`/api/tiles/hazards/${address}${query}`)
const read = async (account: string, address: string, query = '') => readTile(await tile(account, address, query))
const yining: LngLat = [inYining.longitude, inYining.latitude]
const zhajin: LngLat = [inZhajin.longitude, inZhajin.latitude]

test('a change is on the very next tile, far and near, and only where it happened', async () => {
  const walk = walkIn(county)
  const elsewhere = tileAt(14, zhajin)
  await walk.report('squad2', {
    position: { ...inZhajin, accuracyMetres: 5, source: 'device', at: county.clock.now() },
  })
  const before = (await tile('reviewer', elsewhere)).headers.get('ETag')
  const both = [tileAt(8, yining), tileAt(14, yining)]
  for (const address of both) expect((await read('reviewer', address)).points.length).toBeLessThan(2)
  const hazard = await walk.report('squad1')
  for (const address of both) {
    const { points } = await read('reviewer', address)
    expect(points.find(({ id }) => id === hazard.id)).toMatchObject({ stage: 'camera', mark: 'ungraded' })
  }
  const after = await walk.step('squad1', hazard, 'register', {
    ...{ code: 'A05', severity: 'serious', description: '支路缺减速带', spot: '' },
    tasks: [{ id: crypto.randomUUID(), unitId: 'unit-town1', demand: '加装', measures: [] }],
  })
  for (const address of both) {
    const { points } = await read('reviewer', address)
    expect(points.find(({ id }) => id === after.id)).toMatchObject({ stage: 'register', colour: 'orange' })
    expect((await read('reviewer', address, '?stage=camera')).points.some(({ id }) => id === after.id)).toBe(false)
  }
  await walk.step('reviewer', after, 'void', { because: '重复' })
  for (const address of both)
    expect((await read('reviewer', address)).points.some(({ id }) => id === after.id)).toBe(false)
  expect((await tile('reviewer', elsewhere)).headers.get('ETag')).toBe(before)
})

test('the pulse of the map changes with what is reported, and rests while nothing is', async () => {
  const walk = walkIn(county)
  const pulse = async () => String((await (await walk.as('reviewer')).get('/api/map/pulse')).at('tag'))
  await walk.report('squad1')
  const before = await pulse()
  expect(await pulse()).toBe(before)
  await walk.report('squad1')
  const after = await pulse()
  expect(after).not.toBe(before)
  walk.later({ hours: 24 })
  expect(await pulse()).not.toBe(after)
})

test('a squad sees on its tiles what is its own, and what it was sent to as soon as it was sent', async () => {
  const walk = walkIn(county)
  const hazard = await walk.report('squad1')
  for (const z of [6, 14]) {
    expect((await read('squad1', tileAt(z, yining))).points.map(({ id }) => id)).toEqual([hazard.id])
    expect((await tile('squad2', tileAt(z, yining))).status).toBe(204)
  }
  await walk.step('reviewer', hazard, 'transfer', { toUnitId: 'unit-squad2', toCounty: null, because: '在渣津' })
  for (const z of [6, 14])
    expect((await read('squad2', tileAt(z, yining))).points.map(({ id }) => id)).toEqual([hazard.id])
})

test('a hazard put right to another place leaves the tile it was on', async () => {
  const { world } = county
  const lay = (id: string, at: LngLat) => layHazard(world, id, at)
  await lay('wanders', yining)
  for (let i = 0; i < 5; i++) await lay(`stays-${i}`, yining)
  for (const z of [8, 11, 14, 16]) expect((await read('reviewer', tileAt(z, yining))).counted).toBe(6)
  await inTransaction(world.db, async (tx) => {
    const { hazards } = tx.t
    const [longitude, latitude] = zhajin
    await tx.q
      .update(hazards)
      .set({ longitude, latitude, placeCell: placeCellOf(zhajin) })
      .where(eq(hazards.id, 'wanders'))
    const entry = { county: world.county, at: world.now(), actorId: 'reviewer', subjectId: 'wanders' }
    await note(tx, { ...entry, kind: 'commented' })
  })
  for (const z of [11, 14, 16]) expect((await read('reviewer', tileAt(z, yining))).counted).toBe(5)
  for (const z of [11, 14, 16]) expect((await read('reviewer', tileAt(z, zhajin))).counted).toBe(1)
  expect((await read('reviewer', tileAt(8, yining))).counted).toBe(6)
})

test('after ever so many changes the tiles count what the register counts, for whoever looked on all the while', async () => {
  const { world } = county
  const random = numbersFrom(5)
  const somewhere = (): LngLat => [114 + random() * 0.6, 29 + random() * 0.1]
  await layMany(world, 300, (i) => ({ lngLat: somewhere(), change: anyHazard(random, i) }))
  const { hazards } = world.db.t
  const ids = (await world.db.q.select({ id: hazards.id }).from(hazards)).map(({ id }) => id)
  for (let round = 0; round < trialSize(40, 6); round++) {
    await inTransaction(world.db, async (tx) => {
      for (let i = 0; i < 25; i++) {
        const subjectId = ids[Math.floor(random() * ids.length)] ?? ''
        const lngLat = somewhere()
        const place = { longitude: lngLat[0], latitude: lngLat[1], placeCell: placeCellOf(lngLat) }
        const change = { ...anyHazard(random, 1000 + round * 25 + i), ...(random() < 0.3 ? place : {}) }
        await tx.q.update(hazards).set(change).where(eq(hazards.id, subjectId))
        await note(tx, { county: world.county, at: world.now(), actorId: 'reviewer', kind: 'commented', subjectId })
      }
    })
    for (const filter of ['', '?overdue=yes', '?colour=red,blue'])
      for (const account of ['reviewer', 'squad1']) {
        const register = (await county.as(account)).get(
          `/api/hazards${filter === '' ? '?limit=1' : `${filter}&limit=1`}`,
        )
        const counted = await Promise.all(
          [4, 8].map(async (z) => (await read(account, tileAt(z, yining), filter)).counted),
        )
        const count = (await register).at('count')
        expect([round, filter, account, ...counted]).toEqual([round, filter, account, count, count])
      }
  }
})

test('what falls due overnight is overdue on the next day’s tile without anybody’s doing', async () => {
  for (const id of ['a', 'b', 'c']) await layHazard(county.world, id, yining, onRegister(`R-${id}`, '2026-11-18'))
  const walk = walkIn(county)
  const plate = async () =>
    readTile(await (await walk.as('leader')).get(`/api/tiles/hazards/${tileAt(9, yining)}`)).clusters[0]
  expect(await plate()).toMatchObject({ count: 3, overdue: 0, overdueShare: 0, worst: 'minor', colour: 'yellow' })
  walk.later({ hours: 15 })
  expect(await plate()).toMatchObject({ count: 3, overdue: 3, overdueShare: 100 })
})

test('a plate stands at the mean of what it holds and is as bad as the worst of them', async () => {
  const at = (east: number): LngLat => [114.51 + east * 0.0001, 29.08]
  await layHazard(county.world, 'a', at(0), onRegister('R-1', '2026-11-01'))
  await layHazard(county.world, 'b', at(1), { ...onRegister('R-2', '2026-12-01'), severity: 'major' })
  await layHazard(county.world, 'c', at(5))
  const [plate, ...more] = (await read('reviewer', tileAt(13, at(2)))).clusters
  expect(more).toEqual([])
  expect(plate).toMatchObject({ count: 3, overdue: 1, overdueShare: 34, worst: 'major', colour: 'red' })
  const alone = (await read('reviewer', tileAt(14, at(2)))).points.map(({ at: { x } }) => x)
  const mean = alone.reduce((sum, x) => sum + x, 0) / 3
  const half = tileAt(14, at(2)).split('/').map(Number)[1] ?? 0
  expect(plate?.at.x ?? 0).toBeCloseTo((mean + (half % 2) * 4096) / 2, -0.5)
})

test('a hazard on the very border of tiles belongs to one of them, at every zoom', async () => {
  const [z, x, y] = tileAt(10, yining).split('/').map(Number)
  const corner = lngLatOfCell(cellRangeOfTile(z ?? 0, x ?? 0, y ?? 0).from)
  await layHazard(county.world, 'corner', corner)
  for (const zoom of [10, 12, 14, 16]) {
    const grown = 2 ** (zoom - 10)
    const [east, south] = [(x ?? 0) * grown, (y ?? 0) * grown]
    const around = [0, -1].flatMap((dx) => [0, -1].map((dy) => `${zoom}/${east + dx}/${south + dy}`))
    const counts = await Promise.all(around.map(async (address) => (await read('reviewer', address)).counted))
    expect([zoom, ...counts]).toEqual([zoom, 1, 0, 0, 0])
  }
})

test('however coarse its grid has to be, a tile counts what lies in it and nothing of its neighbours', async () => {
  const random = numbersFrom(5)
  const spots = Array.from({ length: 400 }, (): LngLat => [114.5 + random() * 0.2, 29 + random() * 0.15])
  await layMany(county.world, spots.length, (i) => ({ lngLat: spots[i] ?? yining }))
  const { db } = county.world
  const sight = { conditions: eq(db.t.hazards.county, county.world.county), today: '2026-11-17' }
  const view = makeCountedView(db, county.world.county)
  for (const zoom of [10, 11, 12, 13]) {
    const [z = 0, x = 0, y = 0] = tileAt(zoom, spots[0] ?? yining)
      .split('/')
      .map(Number)
    const range = cellRangeOfTile(z, x, y)
    const within = spots.map(placeCellOf).filter((cell) => cell >= range.from && cell < range.before).length
    for (let level = zoom; level <= zoom + 4; level++) {
      const heaps = await view.heaps(range, level, sight)
      expect([zoom, level, heaps.reduce((sum, { count }) => sum + count, 0)]).toEqual([zoom, level, within])
    }
  }
})

test('no tile is greater than thirty thousand bytes, with everything at one spot or spread over a town', async () => {
  const random = numbersFrom(3)
  const many = trialSize(20_000, 1500)
  await layMany(county.world, many, () => ({ lngLat: yining }))
  await layMany(county.world, many, () => ({ lngLat: [114.5 + random() * 0.02, 29.03 + random() * 0.015] }))
  const addresses = [0, 4, 7, 9, 11, 13, 14, 15, 16, 18].flatMap((z) => [
    tileAt(z, yining),
    tileAt(z, [114.51, 29.0375]),
  ])
  for (const address of addresses) {
    const answer = await tile('reviewer', address)
    expect(answer.bytes.length).toBeLessThanOrEqual(mostTileBytes)
    if (Number(address.split('/')[0]) < 8) expect([address, readTile(answer).counted]).toEqual([address, 2 * many])
  }
  const spot = (await read('reviewer', tileAt(18, yining))).clusters
  expect(spot.map(({ count }) => count)).toEqual([many])
})
