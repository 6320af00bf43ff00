import { existsSync, readFileSync } from 'node:fs'
import type { Position } from 'geojson'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromWgs84 } from '../domain/datum.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { dbfOf, geojsonOf, geopackageOf, inGbk, osmPbfOf, shpOf, zipOf } from './test-files.ts'
import { type Importing, importing } from './test-importing.ts'
import type { ImportLook } from './wire.ts'

let county: TestCounty
let admin: Importing
beforeAll(async () => {
  county = await testCounty()
  admin = await importing(county)
})
afterAll(() => county.close())

const kept = async () => {
  const { q, t } = county.world.db
  return { places: await q.select().from(t.places), zones: await q.select().from(t.zones) }
}
const farMoves = ({ notes }: ImportLook) =>
  notes.flatMap(({ row, what, fault, detail }) => (fault === 'moves-far' ? [[row, what, detail]] : []))

const headings =
  '序号,乡镇,村（社区）,路线编码,桩号,隐患类型,隐患等级,整改措施,路长,责任单位,排查日期,整改期限,整改状态,完成日期,经度,纬度'
const hazards = [
  `1,义宁镇,城北村,C462360424,K32+487,夜间无照明,一般,安装路灯,张某,义宁镇人民政府,2025-09-28,2025-10-13,整改中,,114.52,29.09`,
  `2,白岭镇,白岭村,C456360424,K28+669,标线磨损,一般,补划标线,刘某,白岭镇人民政府,2025-02-18,2025-02-25,已销号,2025-03-05,114.0502,29.0501`,
]
const register = `${headings}\n${hazards.join('\n')}\n`

test('a register of hazards is told by its headings: what it becomes is not guessed, and nothing is planned or written of it', async () => {
  const before = await kept()
  const look = await admin.look('台账.csv', register)
  expect(look.choices.layer).toBeNull()
  expect(look.hazardHeadings).toEqual(expect.arrayContaining(['隐患类型', '隐患等级', '整改期限', '整改状态']))
  expect(look.counts).toMatchObject({ rows: 2, good: 0, faulty: 0, added: 0, redrawn: 0, same: 0 })
  expect(look.preview.features).toEqual([])
  const refused = await admin.tryTakeIn(look)
  expect(refused.status).toBe(422)
  expect(refused.body).toMatchObject({
    fields: expect.arrayContaining([expect.objectContaining({ pointer: '/choices/layer' })]),
  })
  expect(await kept()).toEqual(before)
})

test('whoever takes a register for places all the same is told of each township that it would carry off', async () => {
  const look = await admin.look('台账.csv', register)
  const asPlaces = await admin.again(look, { layer: 'places', datum: 'wgs84' })
  expect(asPlaces.counts).toMatchObject({ redrawn: 2, movedFar: 1 })
  expect(farMoves(asPlaces)).toEqual([[2, '义宁镇', '5.3']])
  expect(asPlaces.hazardHeadings).toEqual(look.hazardHeadings)
  // a row that is not taken is not among those to be looked at before they are
  const twice = await admin.look('台账.csv', `${register}${hazards[0]}\n`)
  const again = await admin.again(twice, { layer: 'places', datum: 'wgs84' })
  expect(again.faults.map(({ row }) => row)).toEqual([4])
  expect(again.notes.map(({ row, fault }) => [row, fault])).toEqual([
    [2, 'moves-far'],
    [2, 'code-by-name'],
    [3, 'code-by-name'],
  ])
})

const forms = new URL('../../../shared/data/forms/', import.meta.url)
test.skipIf(!existsSync(forms))('the registers that offices keep are recognised, as workbook and as text', async () => {
  for (const name of ['01_标准台账_300行.xlsx', '02_标准台账_GBK.csv']) {
    const look = await admin.look(name, new Uint8Array(readFileSync(new URL(name, forms))))
    expect([name, look.choices.layer, look.counts.rows]).toEqual([name, null, 300])
  }
})

test('a table that tells of hazards in sums alone, or of one thing done, is read as what it is', async () => {
  const tables: [string, string, string][] = [
    ['路长.csv', '路线编码,起点桩号,止点桩号,技术等级,路长,责任单位,隐患数,整改率', 'segments'],
    ['学校.csv', '学校名称,类别,等级,责任单位,隐患情况,经度,纬度', 'places'],
    ['村道.csv', '路线编码,起点桩号,止点桩号,技术等级,隐患里程,整改里程,完成日期', 'segments'],
  ]
  for (const [name, columns, layer] of tables) {
    const look = await admin.look(name, `${columns}\n${columns.replace(/[^,]+/g, '1')}\n`)
    expect([name, look.choices.layer, look.hazardHeadings]).toEqual([name, layer, []])
  }
})

test('of a workbook each sheet is told anew: a register behind a sheet of places is not taken for places', async () => {
  const sheets = [
    {
      name: '乡镇',
      rows: [
        ['名称', '经度', '纬度'],
        ['义宁镇', 114.55, 29.05],
      ],
    },
    { name: '台账', rows: [headings.split(','), ...hazards.map((line) => line.split(','))] },
  ]
  const look = await admin.look('资料.xlsx', new Uint8Array(await writeXlsx({ sheets })))
  expect([look.choices.layer, look.hazardHeadings]).toEqual(['places', []])
  const second = await admin.again(look, { part: '台账', layer: null, datum: null })
  expect([second.choices.part, second.choices.layer, second.choices.fields.name]).toEqual(['台账', null, '乡镇'])
  const first = await admin.again(second, { part: '乡镇', layer: null, datum: null })
  expect([first.choices.layer, first.choices.fields.name]).toEqual(['places', '名称'])
})

const point = (name: string, ...coordinates: Position) => ({
  geometry: { type: 'Point', coordinates },
  properties: { name },
})

test('whatever would move by more than a kilometre is named with how far; what is put right or drawn anew is not', async () => {
  await admin.takeIn(
    await admin.look('学校.geojson', geojsonOf([point('城北小学', 114.53, 29.03)]), { datum: 'wgs84' }),
  )
  const places = geojsonOf([
    point('义宁镇', 114.55, 29.0585),
    point('渣津镇', 114.25, 29.0605),
    point('城北小学', 114.53, 29.23),
    point('城南小学', 114.56, 29.02),
  ])
  const look = await admin.look('地名.geojson', places, { datum: 'wgs84' })
  expect(farMoves(look)).toEqual([
    [2, '渣津镇', '1.2'],
    [3, '城北小学', '22.2'],
  ])
  expect([look.counts.movedFar, look.counts.faulty]).toEqual([2, 0])

  const area = (code: string, west: number, side: number) => ({
    geometry: {
      type: 'Polygon',
      coordinates: [
        [0, 0],
        [side, 0],
        [side, side],
        [0, side],
        [0, 0],
      ].map(([x = 0, y = 0]) => [west + x, 29 + y]),
    },
    properties: { code },
  })
  const areas = [area('360424100', 114.5, 0.02), area('360424101', 114.3, 0.1)].map(({ geometry, properties }) => ({
    geometry: { ...geometry, coordinates: [geometry.coordinates] },
    properties,
  }))
  const drawn = await admin.look('乡镇界.geojson', geojsonOf(areas), { datum: 'wgs84' })
  expect(farMoves(drawn).map(([row]) => row)).toEqual([2])

  const longer = [114.4, 114.6].map((lng) => [lng, 29.05])
  const line = { geometry: { type: 'LineString', coordinates: longer }, properties: { LXBM: 'X001360424' } }
  expect(farMoves(await admin.look('路.geojson', geojsonOf([line]), { datum: 'wgs84' }))).toEqual([])
})

test('where nothing tells the datum none is settled, and nothing is written until it is chosen', async () => {
  const names = [{ name: '新小学' }]
  const road = {
    type: 'LineString',
    coordinates: [
      [114.3, 29.2],
      [114.31, 29.21],
    ],
  }
  const degrees = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]'
  const files: [string, string | Uint8Array][] = [
    ['一所学校.csv', '学校名称,类别,经度,纬度\n新小学,学校,114.5,29.06\n'],
    ['一条路.geojson', geojsonOf([{ geometry: road, properties: { LXBM: 'X077360424' } }])],
    ['几个点.zip', zipOf({ 'a.shp': shpOf([[114.5, 29.06]]), 'a.dbf': dbfOf(names, inGbk), 'a.prj': degrees })],
  ]
  for (const [name, bytes] of files) {
    const look = await admin.look(name, bytes)
    expect([name, look.guess.sure, look.choices.datum, look.counts.added]).toEqual([name, 'unsure', null, 1])
    const refused = await admin.tryTakeIn(look)
    expect([refused.status, refused.at('fields', 0)]).toEqual([
      422,
      { pointer: '/choices/datum', fault: 'not-in-list' },
    ])
  }
  const unnamed = await admin.look('东北.csv', '学校名称,类别,东,北\n新小学,学校,114.5,29.06\n')
  expect([unnamed.hasPositions, unnamed.choices.datum]).toEqual([false, 'wgs84'])
  const columns = { longitude: '东', latitude: '北' }
  const told = await admin.again(unnamed, { layer: 'places', datum: null, fields: columns })
  expect([told.hasPositions, told.choices.datum]).toEqual([true, null])
  const [[name, bytes] = ['', '']] = files
  const chosen = await admin.again(await admin.look(name, bytes), { datum: 'gcj02' })
  expect(await admin.takeIn(chosen)).toMatchObject({ added: 1, datum: 'gcj02' })
  const school = (await kept()).places.find((place) => place.name === '新小学')
  expect(fromWgs84([school?.longitude ?? 0, school?.latitude ?? 0], 'gcj02')[0]).toBeCloseTo(114.5, 6)
})

test('what is told is settled without a question: by the county’s own places, by a format that states it, or where there is nothing to shift', async () => {
  const seats: [string, number, number][] = [
    ['义宁镇', 114.55, 29.05],
    ['白岭镇', 114.05, 29.05],
    ['渣津镇', 114.25, 29.05],
  ]
  const shifted = seats.map(([name, lng, lat]) => point(name, ...fromWgs84([lng, lat], 'gcj02')))
  const compared = await admin.look('乡镇.geojson', geojsonOf(shifted))
  expect([compared.guess.sure, compared.choices.datum]).toEqual(['sure', 'gcj02'])

  const at = [114.5, 29.06]
  const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>新小学</name><Point><coordinates>${at},0</coordinates></Point></Placemark></kml>`
  const nodes = [
    { id: 1, at },
    { id: 2, at: [114.51, 29.07] },
  ]
  const stating: [string, string | Uint8Array][] = [
    ['a.kml', kml],
    ['b.gpkg', geopackageOf({ id: 4490, code: 4490 }, [{ at, code: '360424100301', name: '桂花村' }])],
    ['c.osm.pbf', osmPbfOf(nodes, [{ id: 9, nodes: [1, 2], tags: { highway: 'tertiary' } }])],
  ]
  for (const [name, bytes] of stating) {
    const look = await admin.look(name, bytes)
    expect([name, look.guess.basis, look.choices.datum]).toEqual([name, 'said', 'wgs84'])
  }
  const ofWebMap = geopackageOf({ id: 3857, code: 3857 }, [{ at: [12746084, 3382000], code: '', name: '桂花村' }])
  expect((await admin.look('d.gpkg', ofWebMap)).choices.datum).toBeNull()

  const stakes = '路线编码,起点桩号,止点桩号,路段名称,级别\nX001360424,K1+000,K3+500,上段,乡级\n'
  const table = await admin.look('路段.csv', stakes)
  expect([table.hasPositions, table.choices.datum]).toEqual([false, 'wgs84'])
  expect(await admin.takeIn(table)).toMatchObject({ layer: 'segments', added: 1 })
})
