import type { Position } from 'geojson'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromWgs84 } from '../domain/datum.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { importFaultSentence, isImportFault } from './import-faults-wire.ts'
import { workOnImport } from './import-workshop.ts'
import { geojsonOf } from './test-files.ts'
import { faultsByRow, type Importing, importing } from './test-importing.ts'

let county: TestCounty
let admin: Importing
beforeAll(async () => {
  county = await testCounty()
  admin = await importing(county)
})
afterAll(() => county.close())

const ring = (west: number, south: number, side = 0.01): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]
const township = { code: '360424101', name: '白岭镇' }
const polygon = (...coordinates: unknown[]) => ({ type: 'Polygon', coordinates })
const swapped = (positions: readonly Position[]): Position[] => positions.map(([lng = 0, lat = 0]) => [lat, lng])

test('every faulty area is named with its row and its reason, and the sound ones are not', async () => {
  const bowtie = [
    [114.01, 29.01],
    [114.02, 29.02],
    [114.02, 29.01],
    [114.01, 29.02],
    [114.01, 29.01],
  ]
  const cases: [unknown, Record<string, unknown>, string | null][] = [
    [polygon(ring(114.01, 29.01)), township, null],
    [polygon(bowtie), township, 'self-crossing'],
    [polygon(ring(114.01, 29.01).slice(0, 4)), township, 'not-closed'],
    [polygon(), township, 'empty'],
    [polygon([]), township, 'empty'],
    [null, township, 'no-geometry'],
    [
      polygon([
        [114, 29],
        [114.01, 29],
        [114.02, 29],
        [114, 29],
      ]),
      township,
      'no-area',
    ],
    [polygon(ring(113, 28, 3)), township, 'huge'],
    [polygon(ring(120, 31)), township, 'outside-county'],
    [
      polygon([
        [179, 29],
        [-179, 29],
        [-179, 30],
        [179, 29],
      ]),
      township,
      'antimeridian',
    ],
    [polygon(swapped(ring(114.01, 29.01))), township, 'swapped'],
    [polygon(ring(0, 0, 0.001)), township, 'null-island'],
    [
      polygon([
        [114, 29],
        ['x', 29],
        [114.01, 29.01],
        [114, 29],
      ]),
      township,
      'not-drawn',
    ],
    [{ type: 'Circle', coordinates: [114, 29] }, township, 'not-drawn'],
    [{ type: 'Point', coordinates: [114.01, 29.01] }, township, 'another-shape'],
    [polygon(ring(114.01, 29.01)), { code: '360424999', name: '无此乡' }, 'unknown-code'],
    [polygon(ring(114.01, 29.01)), { code: '360425101', name: '别县' }, 'another-county'],
    [polygon(ring(114.01, 29.01)), { code: '36042', name: '短码' }, 'wrong-format'],
    [polygon(ring(114.01, 29.01)), { name: '查无此地' }, 'no-code'],
    [polygon(ring(114.03, 29.03)), township, 'twice'],
    [polygon(ring(114.25, 29.05)), { name: '渣津' }, null],
    [polygon(ring(114.51, 29.05)), { code: 360424100000, name: '义宁镇' }, null],
  ]
  const look = await admin.look(
    'bad.geojson',
    geojsonOf(cases.map(([geometry, properties]) => ({ geometry, properties }))),
  )
  expect(look.choices.layer).toBe('areas')
  expect(faultsByRow(look)).toEqual(cases.flatMap(([, , fault], i) => (fault === null ? [] : [[i + 1, fault]])))
  expect(look.faults.find(({ fault }) => fault === 'twice')?.detail).toBe('1')
  expect(look.notes.map(({ row, fault, detail }) => [row, fault, detail])).toContainEqual([
    21,
    'code-by-name',
    '360424105',
  ])
})

test('every faulty line is named too', async () => {
  const line = (...coordinates: unknown[]) => ({ type: 'LineString', coordinates })
  const sound = [
    [114.5, 29.01],
    [114.55, 29.02],
  ]
  const cases: [unknown, Record<string, unknown>, string | null][] = [
    [line(...sound), { LXBM: 'X007', name: '甲路' }, null],
    [line([114.5, 29.01], [114.5, 29.01]), { LXBM: 'X008' }, 'no-length'],
    [line(...sound), {}, null],
    [line(...sound), { highway: 'track' }, 'not-drivable'],
    [line(...sound), { LXBM: 'Q12' }, 'not-a-route-code'],
    [line([114.5, 29.01], [1e6, 29]), { LXBM: 'X010' }, 'out-of-range'],
    [polygon(ring(114.01, 29.01)), { LXBM: 'X011' }, 'another-shape'],
    [
      {
        type: 'MultiLineString',
        coordinates: [
          sound,
          [
            [114.6, 29.01],
            [114.61, 29.01],
          ],
        ],
      },
      { LXBM: 'Y012' },
      null,
    ],
  ]
  const look = await admin.look(
    'lines.geojson',
    geojsonOf(cases.map(([geometry, properties]) => ({ geometry, properties }))),
  )
  expect(look.choices.layer).toBe('roads')
  expect(faultsByRow(look)).toEqual(cases.flatMap(([, , fault], i) => (fault === null ? [] : [[i + 1, fault]])))
  expect(look.notes.map(({ row, fault }) => [row, fault])).toEqual([[8, 'many-pieces']])
})

test('areas of one level that overlap are taken with a warning; neighbours that only touch get none', async () => {
  const look = await admin.look(
    'overlap.geojson',
    geojsonOf([
      { geometry: polygon(ring(114.1, 29.2)), properties: township },
      { geometry: polygon(ring(114.105, 29.2)), properties: { code: '360424105', name: '渣津镇' } },
      { geometry: polygon(ring(114.115, 29.2)), properties: { code: '360424100', name: '义宁镇' } },
    ]),
  )
  expect(look.counts).toMatchObject({ good: 3, faulty: 0 })
  const overlaps = look.notes.filter(({ fault }) => fault === 'overlaps')
  expect(overlaps.map(({ row, detail }) => [row, detail])).toEqual([[1, '渣津镇']])
})

test('a ring of 20,000 vertices is taken simplified within a metre, and the report says from how many to how many', async () => {
  const round = Array.from({ length: 20_000 }, (_, i): Position => {
    const angle = (i / 20_000) * 2 * Math.PI
    return [114.05 + 0.03 * Math.cos(angle), 29.05 + 0.03 * Math.sin(angle)]
  })
  const [first = []] = round
  const look = await admin.look(
    'round.geojson',
    geojsonOf([{ geometry: polygon([...round, first]), properties: township }]),
  )
  expect(look.counts).toMatchObject({ good: 1, faulty: 0 })
  const [note] = look.notes
  expect(note?.fault).toBe('simplified')
  const [, before, after] = /^(\d+) → (\d+)$/.exec(note?.detail ?? '') ?? []
  expect(Number(before)).toBe(20_001)
  expect(Number(after)).toBeLessThan(2_000)
  expect(Number(after)).toBeGreaterThan(50)
})

test('columns of longitude and latitude the wrong way round are faults, and reading them exchanged is offered', async () => {
  const table = '名称,类别,经度,纬度\n城北小学,学校,29.03,114.53\n城南小学,学校,29.02,114.54\n'
  const look = await admin.look('schools.csv', table)
  expect([faultsByRow(look), look.swapSuggested]).toEqual([
    [
      [2, 'swapped'],
      [3, 'swapped'],
    ],
    true,
  ])
  const turned = await admin.again(look, { swapAxes: true })
  expect([turned.counts.good, turned.counts.faulty]).toEqual([2, 0])
})

test('GCJ-02 and BD-09 reveal themselves by how far places, roads and outlines lie from those known', async () => {
  const known: [string, number, number][] = [
    ['义宁镇', 114.55, 29.05],
    ['白岭镇', 114.05, 29.05],
    ['渣津镇', 114.25, 29.05],
    ['城北村', 114.53, 29.03],
  ]
  for (const datum of ['wgs84', 'gcj02', 'bd09'] as const) {
    const shifted = (lng: number, lat: number): Position => [...fromWgs84([lng, lat], datum)]
    const points = known.map(([name, lng, lat]) => ({
      geometry: { type: 'Point', coordinates: shifted(lng, lat) },
      properties: { name },
    }))
    const byPlaces = await admin.look('points.geojson', geojsonOf(points))
    expect(byPlaces.guess).toMatchObject({ datum, sure: 'sure', basis: 'places', compared: 4 })
    expect(byPlaces.guess.offByMetres[datum]).toBeLessThan(2)
    const line = Array.from({ length: 20 }, (_, i) => shifted(114.5 + i * 0.005, 29.05))
    const road = { geometry: { type: 'LineString', coordinates: line }, properties: { LXBM: 'X001360424' } }
    const byRoads = await admin.look('roads.geojson', geojsonOf([road]))
    expect(byRoads.guess).toMatchObject({ datum, basis: 'roads' })
    const outlines = [114, 114.2].map((west, i) => ({
      geometry: polygon(ring(west, 29, 0.1).map(([lng = 0, lat = 0]) => shifted(lng, lat))),
      properties: { code: ['360424101', '360424105'][i] },
    }))
    const byOutlines = await admin.look('areas.geojson', geojsonOf(outlines))
    expect(byOutlines.guess).toMatchObject({ datum, basis: 'outlines' })
  }
  const nothing = await admin.look('new.csv', '名称,经度,纬度\n新小学,114.5,29.05\n')
  expect(nothing.guess).toMatchObject({ datum: 'wgs84', sure: 'unsure', basis: 'none' })
})

test('a division table renames what is known; a village without a position is a fault or put at its township', async () => {
  const table = 'code,name\n360424100201,城北新村\n360424100202,城南村\n360424888001,无此村\n'
  const look = await admin.look('villages.csv', table)
  expect(look.choices.layer).toBe('divisions')
  expect(faultsByRow(look)).toEqual([
    [3, 'no-position'],
    [4, 'unknown-code'],
  ])
  const there = await admin.again(look, { atParent: true, badRows: 'leave-out' })
  expect(there.notes).toMatchObject([{ row: 3, fault: 'at-parent', detail: '义宁镇' }])
  await admin.takeIn(there)
  const { places } = county.world.db.t
  const rows = await county.world.db.q.select().from(places)
  expect(rows.find(({ code }) => code === '360424100201')).toMatchObject({ name: '城北新村', aliases: ['城北村'] })
  expect(rows.find(({ code }) => code === '360424100202')).toMatchObject({ longitude: 114.55, latitude: 29.05 })
})

test('a file that takes too long, or too much memory, is given up and the next one is read', async () => {
  const look = await admin.look('a.csv', 'code,name\n360424100201,城北村\n')
  const upload = await county.world.uploads.find(look.id, county.clock.now())
  const known = {
    code: '360424',
    bounds: null,
    today: '2026-11-18',
    places: [],
    zones: [],
    roads: [],
    people: [],
    posts: [],
  }
  const work = { path: upload?.path ?? '', sha256: look.sha256, known, choices: null, withBatch: false }
  const slow = workOnImport(work, { workMillis: 1, heapMegabytes: 256 })
  await expect(slow).rejects.toMatchObject({ code: 'unreadable-file', details: { fields: [{ fault: 'too-heavy' }] } })
  const cramped = workOnImport(work, { workMillis: 60_000, heapMegabytes: 4 })
  await expect(cramped).rejects.toMatchObject({
    code: 'unreadable-file',
    details: { fields: [{ fault: 'too-heavy' }] },
  })
  expect((await admin.again(look, {})).counts.rows).toBe(1)
})

test('every fault has a sentence in both languages', () => {
  for (const fault of ['self-crossing', 'too-heavy', 'partly-outside'] as const) {
    expect(isImportFault(fault)).toBe(true)
    expect(importFaultSentence(fault, '', 'zh')).toMatch(/。$/)
    expect(importFaultSentence(fault, '', 'en')).toMatch(/\.$/)
  }
})
