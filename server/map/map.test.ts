import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { furnishCounty } from '../zones/furnish-county.ts'
import { countyLeader, curedOn, layHazard, onRegister } from '../zones/test-hazards.ts'
import { mapHazards, mapHazardsTag } from './map-hazards.ts'
import { drawnToFit } from './map-layer.ts'
import { HazardPoints } from './wire.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
  const { world } = county
  await layHazard(world, 'late', [114.5312345678, 29.03], onRegister('R-1', '2026-11-17'))
  await layHazard(world, 'lead', [114.58, 29.08])
  await layHazard(world, 'cured', [114.58, 29.081], curedOn('R-2', '2026-12-01'))
  await layHazard(world, 'void', [114.58, 29.082], { setAside: 'void' })
  await layHazard(world, 'other', [114.25, 29.05], onRegister('R-3', '2026-12-01'))
  await layHazard(world, 'nowhere', [114.58, 29.08], { longitude: null, latitude: null, placeCell: null })
})
afterAll(() => county.close())

const points = async (account: string, query = '') => {
  const answer = await (await county.as(account)).get(`/api/map/hazards${query}`)
  expect(answer.status).toBe(200)
  return HazardPoints.parse(answer.body)
}
const ids = async (account: string, query = '') =>
  (await points(account, query)).features.map(({ properties }) => properties.id).sort()

test('each point carries what the map draws and nothing more', async () => {
  const { features } = await points('reviewer', '?overdue=yes')
  expect(features).toEqual([
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [114.53123, 29.03] },
      properties: {
        ...{ id: 'late', number: 'R-1', stage: 'register', setAside: null, severity: 'minor', colour: 'yellow' },
        ...{ overdue: true, code: 'A01', dueOn: '2026-11-17', placeCode: '360424100201', routeCode: null },
      },
    },
  ])
})

test('the map shows what lies in the asker’s scope and on the earth', async () => {
  expect(await ids('reviewer')).toEqual(['cured', 'late', 'lead', 'other'])
  expect(await ids('chief1')).toEqual(['cured', 'late', 'lead'])
  expect(await ids('squad2')).toEqual(['other'])
  expect(await ids('dept1')).toEqual([])
})

test('the register’s filters hold for the map', async () => {
  expect(await ids('reviewer', '?stage=cleared')).toEqual(['cured'])
  expect(await ids('reviewer', '?stage=team,cleared')).toEqual(['cured', 'lead'])
  expect(await ids('reviewer', '?place=360424105')).toEqual(['other'])
  expect(await ids('reviewer', '?zone=zone-360424100201')).toEqual(['late'])
  expect(await ids('reviewer', `?q=${encodeURIComponent('渣津')}`)).toEqual(['other'])
  expect((await (await county.as('reviewer')).get('/api/map/hazards?weather=wet')).status).toBe(422)
})

test('a colour filtered for is the colour drawn, and a chief’s hazards are those that this chief sees', async () => {
  const { features } = await points('reviewer', '?void=yes')
  for (const colour of ['yellow', 'orange', 'red', 'blue'] as const) {
    const drawn = features.filter(({ properties }) => properties.colour === colour)
    const expected = drawn.map(({ properties }) => properties.id).sort()
    expect([colour, await ids('reviewer', `?void=yes&colour=${colour}`)]).toEqual([colour, expected])
  }
  expect(await ids('reviewer', '?colour=yellow,blue')).toEqual(['cured', 'late', 'other'])
  for (const chief of ['chief1', 'chief2']) expect(await ids('reviewer', `?chief=${chief}`)).toEqual(await ids(chief))
  expect(await ids('reviewer', '?chief=squad1')).toEqual([])
})

test('a void hazard comes only when asked for, and says that it is void', async () => {
  const { features } = await points('reviewer', '?void=yes')
  const setAsides = features.map(({ properties }) => [properties.id, properties.setAside])
  expect(setAsides.filter(([, setAside]) => setAside !== null)).toEqual([['void', 'void']])
})

test('a cleared hazard is blue under watch, colourless after, and not yet graded has no colour', async () => {
  const colourOf = async (id: string) =>
    (await points('reviewer')).features.find(({ properties }) => properties.id === id)?.properties.colour
  expect(await colourOf('lead')).toBeNull()
  expect(await colourOf('cured')).toBe('blue')
  const later = { ...county.world, now: () => '2026-12-01T16:00:00.000Z' }
  const all = await mapHazards(later, countyLeader, { stage: ['cleared'] })
  expect(all.features.map(({ properties }) => properties.colour)).toEqual([null])
})

test('beyond the limit the latest are drawn, and the answer says how many there are', async () => {
  const cut = await mapHazards(county.world, countyLeader, {}, 3)
  expect(cut).toMatchObject({ count: 4, truncated: true })
  expect(cut.features).toHaveLength(3)
  expect(await mapHazards(county.world, countyLeader, {}, 4)).toMatchObject({ count: 4, truncated: false })
})

test('points are sent again only when something has happened, and never from one person to another', async () => {
  const [reviewer, leader] = [await county.as('reviewer'), await county.as('leader')]
  const tag = (await reviewer.get('/api/map/hazards')).headers.get('ETag') ?? ''
  const held = { 'If-None-Match': tag }
  const unchanged = await reviewer.get('/api/map/hazards', held)
  expect([unchanged.status, unchanged.bytes.length, unchanged.headers.get('ETag')]).toEqual([304, 0, tag])
  expect(unchanged.headers.get('Cache-Control')).toBe('private, no-cache')
  expect((await leader.get('/api/map/hazards', held)).status).toBe(200)
  await furnishCounty(county.world, 'system', { places: [], zones: [], roads: [], posts: [] })
  expect((await reviewer.get('/api/map/hazards', held)).status).toBe(200)
})

test('points are sent again on the next day, for deadlines pass by themselves', async () => {
  const tagAt = (now: string) => mapHazardsTag({ ...county.world, now: () => now }, countyLeader)
  expect(await tagAt('2026-11-18T15:59:59.999Z')).toBe(await tagAt('2026-11-18T01:00:00.000Z'))
  expect(await tagAt('2026-11-18T16:00:00.000Z')).not.toBe(await tagAt('2026-11-18T15:59:59.999Z'))
})

test('each layer is GeoJSON in whole metres, in the coding asked for', async () => {
  const client = await county.as('squad1')
  for (const [layer, id] of [
    ['zones', 'zone-360424100'],
    ['roads', 'road-x001'],
  ] as const) {
    const path = `/api/map/${layer}`
    const bare = await client.get(path)
    expect(bare.headers.get('Content-Type')).toBe('application/geo+json')
    expect(bare.headers.get('Content-Encoding')).toBeNull()
    expect(bare.body).toMatchObject({ type: 'FeatureCollection', drawnWithinMetres: 1 })
    expect(bare.at('features', 0, 'properties', 'id')).toBe(id)
    const text = new TextDecoder().decode(bare.bytes)
    const get = (coding: string) =>
      county.app.request(path, { headers: { Cookie: client.cookie(), 'Accept-Encoding': coding } })
    const br = await get('gzip, deflate, br')
    expect(br.headers.get('Content-Encoding')).toBe('br')
    expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toBe(text)
    const gzip = await get('br;q=0, gzip')
    expect(gzip.headers.get('Content-Encoding')).toBe('gzip')
    expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(text)
  }
  const places = await client.get('/api/map/places')
  expect(places.at('features', 0, 'geometry', 'coordinates')).toEqual([114.55, 29.05])
})

test('a layer is sent again only when the county has been furnished anew', async () => {
  const client = await county.as('squad1')
  const tag = (await client.get('/api/map/roads')).headers.get('ETag') ?? ''
  const held = { 'If-None-Match': `"other", ${tag}` }
  expect((await client.get('/api/map/roads', held)).status).toBe(304)
  await furnishCounty(county.world, 'system', {
    ...{ places: [], zones: [], posts: [] },
    roads: [
      {
        ...{ id: 'road-y', routeCode: 'Y801360424', name: '乡道', roadClass: 'township', lengthMetres: 900 },
        geometry: {
          type: 'LineString',
          coordinates: [
            [114.2, 29.05],
            [114.21, 29.05],
          ],
        },
        invented: true,
      },
    ],
  })
  const fresh = await client.get('/api/map/roads', held)
  expect(fresh.status).toBe(200)
  expect(fresh.at('features', 1, 'properties', 'routeCode')).toBe('Y801360424')
})

test('a layer too big for a phone is drawn coarser and says so', async () => {
  const asked: number[] = []
  const bodies = await drawnToFit((strayMetres) => {
    asked.push(strayMetres)
    const dots = Math.round(2000 / strayMetres)
    return [
      {
        type: 'Feature',
        properties: {},
        geometry: {
          type: 'LineString',
          coordinates: Array.from({ length: dots }, (_, i) => [Math.sin(i) * 100, Math.cos(i * i) * 50]),
        },
      },
    ]
  }, 8000)
  expect(bodies.br.byteLength).toBeLessThanOrEqual(8000)
  expect(asked.length).toBeGreaterThan(1)
  expect(JSON.parse(new TextDecoder().decode(bodies.identity)).drawnWithinMetres).toBe(asked.at(-1))
})
