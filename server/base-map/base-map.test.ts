import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tileAt } from '../map/test-tile.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import type { BaseMapInUse } from './base-map-folder.ts'
import { groundFeature } from './ground-feature.ts'
import { makeBaseMap } from './make-base-map.ts'
import type { ArchiveFacts } from './pmtiles-directory.ts'
import { writeArchive } from './pmtiles-file.ts'
import { archiveIn, layersIn } from './test-reading.ts'

let county: TestCounty
let folder: string
let made: BaseMapInUse
const forest = groundFeature(
  ...(['land', 6] as const),
  {
    type: 'Polygon',
    coordinates: [
      [
        [114.52, 29.02],
        [114.58, 29.02],
        [114.58, 29.08],
        [114.52, 29.08],
        [114.52, 29.02],
      ],
    ],
  },
  { kind: 'forest' },
)
const making = () => ({
  ...{ folder, osm: null, marginMetres: 2000, ground: [forest], progress: () => undefined },
  ...{ elevation: (longitude: number) => (longitude - 113) * 500, heightsToZoom: 8 },
})

beforeAll(async () => {
  county = await testCounty()
  folder = join(county.folder, 'base-map')
  made = await makeBaseMap(county.world, making())
})
afterAll(() => county.close())

const fileOf = (sha256: string): string => join(folder, `${sha256}.pmtiles`)
const zxy = (z: number, lngLat: [number, number]): [number, number, number] => {
  const [, x = 0, y = 0] = tileAt(z, lngLat).split('/').map(Number)
  return [z, x, y]
}

test('the file says of itself what its readers have to know', async () => {
  const archive = await archiveIn(fileOf(made.ground.sha256))
  const header = await archive.getHeader()
  expect(header).toMatchObject({ specVersion: 3, clustered: true, tileType: 1, minZoom: 6, maxZoom: 14 })
  expect(header.minLon).toBeLessThan(113.9)
  expect(header.maxLat).toBeGreaterThan(29.4)
  expect(header.numAddressedTiles).toBe(made.ground.tiles)
  expect(await archive.getMetadata()).toMatchObject({
    attribution: '',
    vector_layers: expect.arrayContaining([expect.objectContaining({ id: 'roads', minzoom: 6, maxzoom: 14 })]),
  })
})

test('the county’s own layers and the land are found on the tiles they touch, from the zoom that is theirs', async () => {
  const archive = await archiveIn(fileOf(made.ground.sha256))
  const at = async (z: number, lngLat: [number, number]) => {
    const tile = await archive.getZxy(...zxy(z, lngLat))
    return tile ? layersIn(tile.data) : {}
  }
  const near = await at(13, [114.53, 29.03])
  expect(near['areas']?.map(({ name }) => name)).toEqual(expect.arrayContaining(['义宁镇', '城北村']))
  expect(near['land']).toEqual([{ kind: 'forest' }])
  expect((await at(13, [114.55, 29.05]))['roads']).toEqual([
    { roadClass: 'county', routeCode: 'X001360424', shield: 'X001', name: '义白线' },
  ])
  expect(Object.keys(await at(7, [114.53, 29.03]))).not.toContain('roads')
  expect((await at(9, [114.53, 29.03]))['areas']?.map(({ tier }) => tier)).not.toContain('village')
  expect(await at(13, [113.95, 28.7])).toEqual({})
})

test('the same county gives the same bytes, and so the same address', async () => {
  const again = await makeBaseMap(county.world, making())
  expect(again).toEqual(made)
  const names = await readdir(folder)
  expect(names.filter((name) => name.endsWith('.pmtiles'))).toHaveLength(2)
  expect(names.filter((name) => /part|making/.test(name))).toEqual([])
})

test('heights can be read back to a quarter of a metre', async () => {
  const { default: sharp } = await import('sharp')
  const archive = await archiveIn(fileOf(made.heights?.sha256 ?? ''))
  const tile = await archive.getZxy(...zxy(8, [114.5, 29.05]))
  const { data, info } = await sharp(new Uint8Array(tile?.data ?? new ArrayBuffer(0)))
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([info.width, info.height, info.channels]).toEqual([256, 256, 3])
  const metresAt = (i: number) =>
    (data[i * 3] ?? 0) * 256 + (data[i * 3 + 1] ?? 0) + (data[i * 3 + 2] ?? 0) / 256 - 32_768
  const [, x] = zxy(8, [114.5, 29.05])
  const longitude = ((x + 100.5 / 256) / 2 ** 8 - 0.5) * 360
  expect(metresAt(100)).toBeCloseTo((longitude - 113) * 500, 0)
})

test('thousands of tiles lie in leaves of the directory, and each is found; like tiles are stored once', async () => {
  const there = await mkdtemp(join(tmpdir(), 'luqing-archive-'))
  const ids = Array.from({ length: 20_000 }, (_, i) => 100_000 + i * 3 + (i % 2))
  // of lengths without a pattern: a directory of them packs badly
  const oddLength = (id: number) => {
    const hash = Math.imul(id ^ (id >>> 7), 0x2c1b3c6d)
    return (hash ^ (hash >>> 15)) & 127
  }
  const contentOf = (id: number) =>
    id % 5 === 0
      ? 'the same'
      : `tile ${id}${Array.from({ length: oddLength(id) }, (_, i) => ((id * 31 + i * i * 17) % 36).toString(36)).join('')}`
  const tiles = async function* () {
    for (const id of ids) yield { id, bytes: Buffer.from(contentOf(id)) }
  }
  const bounds = { west: -180, south: -85, east: 180, north: 85 }
  const facts: ArchiveFacts = { kind: 'vector', bounds, minZoom: 0, maxZoom: 10, metadata: {} }
  const done = await writeArchive(there, tiles(), facts, (sha256) => `${sha256}.pmtiles`)
  expect(done.contents).toBeLessThan(ids.length * 0.9)
  const archive = await archiveIn(join(there, `${done.sha256}.pmtiles`))
  expect((await archive.getHeader()).leafDirectoryLength).toBeGreaterThan(0)
  const { tileIdToZxy } = await import('pmtiles')
  const text = async (id: number) => {
    const tile = await archive.getZxy(...tileIdToZxy(id))
    return tile ? new TextDecoder().decode(tile.data) : null
  }
  for (const id of [ids[0], ids[9_999], ids[11_000], ids.at(-1)]) expect(await text(id ?? 0)).toBe(contentOf(id ?? 0))
  expect(await text(100_000 + 2)).toBeNull()
  await rm(there, { recursive: true })
})

test('signed-in readers learn which base map is in use and read it by range; it may be kept for ever', async () => {
  const squad = await county.as('squad1')
  const told = await squad.get('/api/base-map')
  expect(told.body).toMatchObject({ openStreetMap: false, tianditu: false, ground: { minZoom: 6, maxZoom: 14 } })
  const address = `/api/base-map/${made.ground.sha256}.pmtiles`
  expect(told.body).toMatchObject({ ground: { address, bytes: made.ground.bytes } })
  const whole = await readFile(fileOf(made.ground.sha256))
  const part = await squad.get(address, { Range: 'bytes=0-126' })
  expect(part.status).toBe(206)
  expect(Buffer.from(part.bytes)).toEqual(whole.subarray(0, 127))
  expect(part.headers.get('Content-Range')).toBe(`bytes 0-126/${whole.length}`)
  expect(part.headers.get('Cache-Control')).toBe('private, max-age=31536000, immutable')
  const tag = part.headers.get('ETag') ?? ''
  const tail = await squad.get(address, { Range: 'bytes=-5', 'If-Range': tag })
  expect([tail.status, Buffer.from(tail.bytes)]).toEqual([206, whole.subarray(-5)])
  const all = await squad.get(address, { Range: 'bytes=0-9', 'If-Range': '"another"' })
  expect([all.status, all.bytes.length]).toEqual([200, whole.length])
  const beyond = await squad.get(address, { Range: `bytes=${whole.length}-` })
  expect([beyond.status, beyond.headers.get('Content-Range')]).toEqual([416, `bytes */${whole.length}`])
  expect((await squad.get(address, { 'If-None-Match': tag })).status).toBe(304)
  for (const odd of ['bytes=5-2', 'bytes=0-1,4-5', 'lines=0-1', 'bytes=-'])
    expect((await squad.get(address, { Range: odd })).status).toBe(200)
})

test('a stranger reads nothing of it, and what is no file of it is not there', async () => {
  const address = `/api/base-map/${made.ground.sha256}.pmtiles`
  expect((await county.stranger().get('/api/base-map')).status).toBe(401)
  expect((await county.stranger().get(address)).status).toBe(401)
  const squad = await county.as('squad1')
  for (const name of ['in-use.json', '..%2Fluqing.db', `${'0'.repeat(64)}.pmtiles`, made.ground.sha256])
    expect((await squad.get(`/api/base-map/${name}`)).status).toBe(404)
})

test('a newer base map takes the place of the old one, which stays for pages still open; the one before that goes', async () => {
  const second = await makeBaseMap(county.world, { ...making(), marginMetres: 3000, elevation: null })
  expect(second.ground.sha256).not.toBe(made.ground.sha256)
  const squad = await county.as('squad1')
  expect((await squad.get('/api/base-map')).body).toMatchObject({ heights: null })
  expect((await squad.get(`/api/base-map/${made.ground.sha256}.pmtiles`, { Range: 'bytes=0-6' })).status).toBe(206)
  await makeBaseMap(county.world, { ...making(), marginMetres: 4000, elevation: null })
  expect((await squad.get(`/api/base-map/${made.ground.sha256}.pmtiles`)).status).toBe(404)
  // another county's map in the same folder is not this county's
  const note = join(folder, 'in-use.json')
  await writeFile(note, (await readFile(note, 'utf8')).replace('360424', '360425'))
  expect((await squad.get('/api/base-map')).body).toMatchObject({ ground: null, bounds: null })
})
