import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import type { FurnishBatch } from './furnish-batch.ts'
import { furnishCounty } from './furnish-county.ts'
import { placeIndexOf } from './place-index.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

const ring = [
  [114.7, 29.2],
  [114.72, 29.2],
  [114.72, 29.22],
  [114.7, 29.2],
]
const zone: FurnishBatch['zones'][number] = {
  ...{ id: 'zone-new', shape: 'area', level: 'village', name: '新村', placeCode: '360424101201', routeCode: null },
  ...{ fromMetres: null, toMetres: null, geometry: { type: 'Polygon', coordinates: [ring] }, invented: true },
}
const place: FurnishBatch['places'][number] = {
  ...{ code: '360424101201', kind: 'village', name: '新村', aliases: ['老村'] },
  ...{ longitude: 114.71, latitude: 29.205, invented: true },
}
const road: FurnishBatch['roads'][number] = {
  ...{ id: 'road-new', routeCode: 'CW46', name: '新村路', roadClass: 'village', lengthMetres: 900, invented: true },
  geometry: {
    type: 'LineString',
    coordinates: [
      [114.7, 29.21],
      [114.71, 29.21],
    ],
  },
}
const post: FurnishBatch['posts'][number] = {
  ...{ id: 'post-new', zoneId: 'zone-new', personId: 'chief2', level: 'village' },
  ...{ heldFrom: '2026-01-01', heldUntil: null },
}
const batch: FurnishBatch = { places: [place], zones: [zone], roads: [road], posts: [post] }

const entries = () => {
  const { journal } = county.world.db.t
  return county.world.db.q
    .select()
    .from(journal)
    .where(and(eq(journal.county, '360424'), eq(journal.kind, 'county-furnished')))
    .orderBy(journal.seq)
}
const rows = async () => {
  const { q, t } = county.world.db
  const [zones, places, roads, posts] = [
    await q.select().from(t.zones),
    await q.select().from(t.places),
    await q.select().from(t.roads),
    await q.select().from(t.zonePosts),
  ]
  return { zones: zones.length, places: places.length, roads: roads.length, posts: posts.length }
}
const refusal = async (changed: Partial<FurnishBatch>): Promise<unknown> => {
  try {
    await furnishCounty(county.world, 'system', { ...batch, ...changed })
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, fields: error.details.fields }
    throw error
  }
  return 'accepted'
}

test('one fault anywhere and nothing of the batch is kept', async () => {
  const before = [await rows(), await entries()]
  const invalid = (pointer: string, fault: string) => ({ code: 'invalid', fields: [{ pointer, fault }] })
  const open = { ...zone, geometry: { type: 'Polygon' as const, coordinates: [ring.slice(0, 3)] } }
  const flat = {
    ...zone,
    geometry: {
      type: 'Polygon' as const,
      coordinates: [[ring[0], ring[1], ring[1], ring[0]].flatMap((p) => (p ? [p] : []))],
    },
  }
  const unearthly = {
    ...road,
    geometry: {
      type: 'LineString' as const,
      coordinates: [
        [114.7, 29.21],
        [190, 29.21],
      ],
    },
  }
  const cases: [Partial<FurnishBatch>, unknown][] = [
    [{ zones: [open] }, invalid('/zones/0/geometry', 'not-closed')],
    [{ zones: [flat] }, invalid('/zones/0/geometry', 'no-area')],
    [{ zones: [{ ...zone, shape: 'segment' }] }, invalid('/zones/0/geometry', 'another-shape')],
    [{ zones: [{ ...zone, placeCode: '360425101' }] }, invalid('/zones/0/placeCode', 'another-county')],
    [{ zones: [{ ...zone, placeCode: '3604241' }] }, invalid('/zones/0/placeCode', 'wrong-format')],
    [{ zones: [zone, zone] }, invalid('/zones/1', 'twice')],
    [{ roads: [unearthly] }, invalid('/roads/0/geometry', 'out-of-range')],
    [{ roads: [{ ...road, routeCode: 'Q1' }] }, invalid('/roads/0/routeCode', 'unknown-class')],
    [{ roads: [{ ...road, roadClass: 'county' }] }, invalid('/roads/0/roadClass', 'not-as-route-code')],
    [{ roads: [{ ...road, lengthMetres: 0 }] }, invalid('/roads/0/lengthMetres', 'no-length')],
    [{ places: [{ ...place, longitude: 29.205, latitude: 114.71 }] }, invalid('/places/0/longitude', 'swapped')],
    [{ places: [{ ...place, kind: 'township' }] }, invalid('/places/0/code', 'wrong-format')],
    [{ posts: [{ ...post, heldUntil: '2025-12-31' }] }, invalid('/posts/0/heldUntil', 'ends-before-it-begins')],
    [{ posts: [{ ...post, personId: 'nobody' }] }, invalid('/posts/0/personId', 'unknown')],
    [{ posts: [{ ...post, zoneId: 'zone-nowhere' }] }, invalid('/posts/0/zoneId', 'unknown')],
    [
      { posts: [post, { ...post, id: 'post-chief1', zoneId: 'zone-360424100', level: 'county' }] },
      { code: 'other-content', fields: [{ pointer: '/posts/1', fault: 'rewritten' }] },
    ],
  ]
  for (const [changed, expected] of cases) expect(await refusal(changed)).toEqual(expected)
  expect([await rows(), await entries()]).toEqual(before)
})

test('only an administrator, or nobody by hand, furnishes a county', async () => {
  const actor: Actor = {
    ...{ county: '360424', id: 'reviewer', name: '龚主任', role: 'county-reviewer', unitId: 'unit-county' },
    ...{ areaCodes: [], zoneIds: [], zonePlaceCodes: [] },
  }
  await expect(furnishCounty(county.world, actor, batch)).rejects.toMatchObject({ code: 'not-yours' })
})

test('a sound batch is kept whole, noted with its fingerprint, and known to the index at once', async () => {
  const before = await rows()
  expect((await placeIndexOf(county.world)).locate([114.715, 29.205]).zoneId).toBeNull()
  const admin: Actor = {
    ...{ county: '360424', id: 'admin', name: '管理员', role: 'administrator', unitId: null },
    ...{ areaCodes: [], zoneIds: [], zonePlaceCodes: [] },
  }
  const furnished = await furnishCounty(county.world, admin, batch)
  expect(furnished).toMatchObject({ places: 1, zones: 1, roads: 1, posts: 1 })
  expect(furnished.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(await rows()).toEqual({
    zones: before.zones + 1,
    places: before.places + 1,
    roads: before.roads + 1,
    posts: before.posts + 1,
  })
  const entry = (await entries()).at(-1)
  expect(entry?.actorId).toBe('admin')
  expect(JSON.parse(entry?.body ?? '')).toEqual(furnished)
  expect((await placeIndexOf(county.world)).locate([114.715, 29.205])).toMatchObject({
    zoneId: 'zone-new',
    villageCode: '360424101201',
    townshipCode: '360424101',
  })
})

test('sent again with a zone drawn anew and a post ended, it replaces and ends; a post’s past stays', async () => {
  const before = await rows()
  const moved = { ...zone, name: '新村（改）' }
  const ended = { ...post, heldUntil: '2026-10-31' }
  await furnishCounty(county.world, 'system', { ...batch, zones: [moved], posts: [ended] })
  expect(await rows()).toEqual(before)
  const { q, t } = county.world.db
  expect(await q.select({ name: t.zones.name }).from(t.zones).where(eq(t.zones.id, 'zone-new'))).toEqual([
    { name: '新村（改）' },
  ])
  expect(await q.select().from(t.zonePosts).where(eq(t.zonePosts.id, 'post-new'))).toEqual([
    { county: '360424', ...ended },
  ])
})

test('the same batch has the same fingerprint, another another', async () => {
  const once = await furnishCounty(county.world, 'system', { places: [place], zones: [], roads: [], posts: [] })
  const again = await furnishCounty(county.world, 'system', { roads: [], posts: [], zones: [], places: [place] })
  const other = await furnishCounty(county.world, 'system', { places: [], zones: [], roads: [], posts: [] })
  expect(again.sha256).toBe(once.sha256)
  expect(other.sha256).not.toBe(once.sha256)
})
