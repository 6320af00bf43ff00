import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { furnishCounty } from '../zones/furnish-county.ts'
import { readTile, tileAt } from './test-tile.ts'
import { mostTileBytes } from './tile-address.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county.close())

const tile = async (layer: string, address: string, headers = {}) =>
  (await county.as('squad1')).get(`/api/tiles/${layer}/${address}`, headers)
const names = async (layer: string, address: string) =>
  readTile(await tile(layer, address))
    .layer(layer)
    .map(({ name }) => name)

test('zones, roads and places are drawn on the tiles they touch, and on no other', async () => {
  const here = tileAt(12, [114.53, 29.05])
  expect(await names('zones', here)).toEqual(expect.arrayContaining(['义宁镇', '城北村', 'X001 全线']))
  expect(await names('zones', here)).not.toContain('渣津镇')
  expect(await names('roads', here)).toEqual(['义白线'])
  expect(await names('places', tileAt(12, [114.55, 29.05]))).toContain('义宁镇')
  expect((await tile('roads', tileAt(12, [114.25, 29.05]))).status).toBe(204)
  expect((await tile('places', tileAt(9, [20, 50]))).status).toBe(204)
})

test('what is no tile or no layer is not there', async () => {
  for (const address of ['19/0/0', '3/8/0', '-1/0/0', 'a/b/c']) expect((await tile('roads', address)).status).toBe(404)
  expect((await tile('rivers', '3/0/0')).status).toBe(404)
  expect((await county.stranger().get('/api/tiles/zones/0/0/0')).status).toBe(401)
})

test('a layer’s tile is cut again only when the county has been furnished anew, and stays small', async () => {
  const here = tileAt(8, [114.25, 29.05])
  const held = { 'If-None-Match': (await tile('roads', here)).headers.get('ETag') ?? '' }
  expect((await tile('roads', here, held)).status).toBe(304)
  const winding = (k: number) =>
    Array.from({ length: 200 }, (_, i) => [
      114.2 + Math.sin(i * 1.7 + k) * 0.01 + i * 1e-4,
      29 + (k % 90) * 0.001 + Math.cos(i * 2.3 + k) * 0.002,
    ])
  await furnishCounty(county.world, 'system', {
    ...{ places: [], zones: [], posts: [] },
    roads: Array.from({ length: 300 }, (_, k) => ({
      ...{ id: `road-y${k}`, routeCode: `Y${100 + k}360424`, name: '乡道', roadClass: 'township', lengthMetres: 900 },
      geometry: { type: 'LineString', coordinates: winding(k) },
      invented: true,
    })),
  })
  const fresh = await tile('roads', here, held)
  expect(fresh.status).toBe(200)
  expect(fresh.bytes.length).toBeLessThanOrEqual(mostTileBytes)
  expect(readTile(fresh).layer('roads').length).toBeGreaterThan(100)
})
