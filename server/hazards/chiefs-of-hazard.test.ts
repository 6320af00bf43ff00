import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaOfBounds } from '../domain/bounds.ts'
import { metresBetween } from '../domain/distance.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, type Walk, walkIn } from '../test-walk.ts'
import { furnishCounty } from '../zones/furnish-county.ts'
import { ZoneCard } from '../zones/wire.ts'
import type { HazardWhole } from './answers.ts'

let county: TestCounty
let walk: Walk
const [from, to] = [
  [114.55, 29.07],
  [114.65, 29.07],
] as const
const lengthMetres = Math.round(metresBetween(from, to))
const drawn = {
  ...{ fromMetres: 0, toMetres: lengthMetres, routeCode: 'Y002360424', invented: true },
  geometry: { type: 'LineString' as const, coordinates: [[...from], [...to]] },
}

/** A road kept under 义宁镇, the second half of which lies in 溪口镇, and ends there on a third township's border. */
beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
  const area = (placeCode: string, name: string, west: number) => ({
    ...{ id: `zone-${placeCode}`, shape: 'area' as const, level: 'township' as const, name, placeCode },
    ...{ routeCode: null, fromMetres: null, toMetres: null, invented: true },
    geometry: areaOfBounds({ west, south: 29, east: west + 0.05, north: 29.1 }),
  })
  const post = { level: 'township', heldFrom: '2026-01-01', heldUntil: null } as const
  await furnishCounty(county.world, 'system', {
    places: [],
    roads: [
      {
        ...{ id: 'road-y002', routeCode: 'Y002360424', name: '义溪线', roadClass: 'township', lengthMetres },
        ...{ geometry: drawn.geometry, invented: true },
      },
    ],
    zones: [
      area('360424109', '溪口镇', 114.6),
      area('360424110', '西港镇', 114.65),
      { ...drawn, id: 'zone-y002', shape: 'segment', level: 'township', name: '义溪线', placeCode: '360424100' },
    ],
    posts: [
      { ...post, id: 'post-y002', zoneId: 'zone-y002', personId: 'county-chief' },
      { ...post, id: 'post-xikou', zoneId: 'zone-360424109', personId: 'chief2' },
      { ...post, id: 'post-xigang', zoneId: 'zone-360424110', personId: 'leader' },
    ],
  })
})
afterAll(() => county.close())

const chiefsIn = ({ chiefs }: HazardWhole) => chiefs.map(({ id, zoneName }) => `${zoneName} ${id}`)
const chiefOfRoad = '义溪线 county-chief'

test('above a segment’s chief stands the chief of the township in which the hazard lies', async () => {
  const here = await walk.report('squad1', { position: fixAt({ longitude: 114.58, latitude: 29.07 }) })
  expect(chiefsIn(here)).toEqual(['义宁镇 chief1', chiefOfRoad])
  const across = await walk.report('reviewer', { position: fixAt({ longitude: 114.62, latitude: 29.07 }) })
  expect(across).toMatchObject({ zoneId: 'zone-y002', townshipName: null, placeCode: '360424109' })
  expect(chiefsIn(across)).toEqual(['溪口镇 chief2', chiefOfRoad])
  // the same people whose filter of the register finds it
  const found = async (chief: string) =>
    JSON.stringify((await (await walk.as('reviewer')).get(`/api/map/hazards?chief=${chief}`)).body).includes(across.id)
  expect(await Promise.all(['chief1', 'chief2', 'county-chief'].map(found))).toEqual([false, true, true])
})

test('a stretch across a border has the chiefs of both townships', async () => {
  const middle = lengthMetres / 2
  const extent = (fromMetres: number, toMetres: number) => ({
    ...{ kind: 'stretch', routeCode: 'Y002360424', side: 'both' },
    ...{ fromMetres: Math.round(fromMetres), toMetres: Math.round(toMetres) },
  })
  const both = await walk.report('reviewer', { extent: extent(middle - 300, middle + 400) })
  expect(chiefsIn(both)).toEqual(['义宁镇 chief1', '溪口镇 chief2', chiefOfRoad])
  const beyond = await walk.report('reviewer', { extent: extent(middle + 100, middle + 400) })
  expect(chiefsIn(beyond)).toEqual(['溪口镇 chief2', chiefOfRoad])
})

test('a segment’s card and sign name the chiefs of every township it runs through, and of none that it only touches', async () => {
  const client = await walk.as('squad1')
  const { chiefs } = ZoneCard.parse((await client.get('/api/zones/zone-y002')).body)
  expect(chiefs.map(({ id, own }) => [id, own]).sort()).toEqual([
    ['chief1', false],
    ['chief2', false],
    ['county-chief', true],
  ])
  const sign = await client.get('/api/zones/zone-y002/sign.svg')
  const words = new TextDecoder().decode(sign.bytes)
  expect(['陈镇长', '匡镇长', '冷副县长', '黄县长'].map((name) => words.includes(name))).toEqual([
    ...[true, true, true, false],
  ])
})
