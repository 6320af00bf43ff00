import type { Position } from 'geojson'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { groundOf, placeHere } from '../../web/field-book/place-here.ts'
import { metresPerDegree, radiansPerDegree } from '../domain/distance.ts'
import { FieldBook } from '../field-book/wire.ts'
import { FindingReport, JunctionPage } from '../junctions/wire.ts'
import { readTile, tileAt } from '../map/test-tile.ts'
import { mostTileBytes } from '../map/tile-address.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, newId, walkIn } from '../test-walk.ts'
import { PlaceHere } from '../zones/wire.ts'
import { geojsonOf } from './test-files.ts'
import { faultsByRow, type Importing, importing } from './test-importing.ts'
import { ImportWhole } from './wire.ts'

let county: TestCounty
let admin: Importing
beforeAll(async () => {
  county = await testCounty()
  admin = await importing(county, { datum: 'wgs84' })
})
afterAll(() => county.close())

/** So many metres east and north of a place on the county road X001, which runs along 29.05°. */
const from = (east: number, north: number): Position => [
  114.53 + east / (metresPerDegree * Math.cos(29.05 * radiansPerDegree)),
  29.05 + north / metresPerDegree,
]
const line = (properties: Record<string, unknown>, ...coordinates: Position[]) => ({
  ...{ geometry: { type: 'LineString', coordinates }, properties },
})
const school = [from(0, 0), from(0, 200), from(0, 400)]
const side = [from(0, 200), from(300, 200)]
const lanes = geojsonOf([
  line({ '@id': 'way/7', highway: 'residential', name: '学校路' }, ...school),
  line({ '@id': 'way/8', highway: 'secondary' }, ...side),
  line({ '@id': 'way/9', highway: 'track' }, from(50, 300), from(90, 300)),
  line({ '@id': 'way/10', highway: 'tertiary', ref: 'Y01' }, from(900, 0), from(900, 300)),
  line({ '@id': 'way/11', highway: 'tertiary', ref: 'Y011' }, from(1200, 0), from(1200, 300)),
])
const keptRoads = async () => {
  const { q, t } = county.world.db
  return q.select().from(t.roads)
}
const placeAt = async ([lng = 0, lat = 0]: Position) =>
  PlaceHere.parse(
    (await (await county.as('squad1')).get(`/api/places/at?lng=${lng.toFixed(7)}&lat=${lat.toFixed(7)}`)).body,
  )

test('roads without a route code come in with what is known of them; a malformed code is still a fault, and so is a path', async () => {
  const look = await admin.look('lanes.geojson', lanes, { badRows: 'leave-out' })
  expect(look.counts).toMatchObject({ rows: 5, faulty: 2, added: 3, unnumbered: 2 })
  expect(faultsByRow(look)).toEqual([
    [3, 'not-drivable'],
    [4, 'not-a-route-code'],
  ])
  expect(await keptRoads()).toHaveLength(1)
  const { id, report } = await admin.takeIn(look)
  expect(report.counts.unnumbered).toBe(2)
  const again = ImportWhole.parse((await (await county.as('admin')).get(`/api/imports/${id}`)).body)
  expect(again.report.counts.unnumbered).toBe(2)
  expect(await keptRoads()).toHaveLength(4)
  const drawn = await (await county.as('squad1')).get('/api/map/roads')
  expect(drawn.at('features', 0, 'properties')).toMatchObject({ routeCode: null, roadClass: 'village' })
})

test('the same file, the same ways numbered otherwise, or the same lanes drawn anew bring no road twice', async () => {
  const before = (await keptRoads()).length
  const same = await admin.look('lanes.geojson', lanes, { badRows: 'leave-out' })
  expect(same.counts).toMatchObject({ added: 0, redrawn: 0, same: 3 })
  const numbered = await admin.look('lanes-2.geojson', geojsonOf([line({ osm_id: 7, name: '学校路' }, ...school)]))
  expect(numbered.counts).toMatchObject({ added: 0, same: 1 })
  const redrawn = geojsonOf([
    line({ name: '学校路' }, from(3, 396), from(6, 200), from(2, 2)),
    line({}, from(2, 203), from(150, 206), from(297, 201)),
    // of no name and as long, but thirty metres away: a lane of its own
    line({}, from(0, 230), from(300, 230)),
  ])
  const anew = await admin.look('survey.geojson', redrawn)
  expect(anew.counts).toMatchObject({ redrawn: 2, added: 1, unnumbered: 3 })
  await admin.takeIn(anew)
  expect(await keptRoads()).toHaveLength(before + 1)
  expect((await admin.look('survey.geojson', redrawn)).counts).toMatchObject({ same: 3 })
  await admin.takeIn(await admin.look('lanes.geojson', lanes, { badRows: 'leave-out' }))
  expect(await keptRoads()).toHaveLength(before + 1)
})

test('a road of the county’s that another hand drew without its code is not written a second time', async () => {
  const look = await admin.look(
    'other.geojson',
    geojsonOf([line({ name: '公路' }, from(-800, 5), from(-300, 3), from(200, 6))]),
  )
  expect(look.counts).toMatchObject({ added: 0, same: 1, unnumbered: 0 })
  expect(look.notes).toMatchObject([{ fault: 'along-numbered', detail: 'X001360424' }])
})

test('a road that is given a code stays the road it was, and does not lose the code to a file that knows none', async () => {
  const before = (await keptRoads()).length
  const old = [from(2000, 0), from(2000, 300)]
  await admin.takeIn(await admin.look('old.geojson', geojsonOf([line({ name: '老路' }, ...old)])))
  const coded = geojsonOf([
    line({ LXBM: 'C077', name: '老路' }, from(2004, 1), from(2003, 298)),
    line({ LXBM: 'C077', name: '老路' }, from(2004, 400), from(2003, 600)),
  ])
  const look = await admin.look('coded.geojson', coded)
  expect(look.counts).toMatchObject({ redrawn: 1, added: 1, unnumbered: 0 })
  await admin.takeIn(look)
  expect((await admin.look('coded.geojson', coded)).counts).toMatchObject({ same: 2 })
  const again = await admin.look('old.geojson', geojsonOf([line({ name: '老路' }, ...old)]))
  expect([again.counts.same, again.notes.map(({ detail }) => detail)]).toEqual([1, ['C077']])
  const codes = (await keptRoads()).map(({ routeCode }) => routeCode)
  expect([codes.length, codes.filter((code) => code === 'C077').length]).toEqual([before + 2, 2])
})

test('a place on such a road is told by its name without any stake; at its mouth the numbered road is meant', async () => {
  const onLane = { routeCode: null, chainageMetres: null, roadClass: 'village', roadDistanceMetres: 0 }
  expect(await placeAt(from(0, 100))).toMatchObject({ ...onLane, routeName: '学校路' })
  expect(await placeAt(from(200, 200))).toMatchObject({ ...onLane, routeName: null, roadClass: 'township' })
  expect(await placeAt(from(0, 8))).toMatchObject({
    routeCode: 'X001360424',
    routeName: '义白线',
    roadDistanceMetres: 8,
  })
  expect(await placeAt(from(0, 14))).toMatchObject({ ...onLane, routeName: '学校路' })
  expect(await placeAt(from(100, 120))).toMatchObject({ routeCode: null, routeName: null, roadClass: null })
})

test('a phone without a connection says the same of a place, by the lanes of its own area', async () => {
  const book = FieldBook.parse((await (await county.as('squad1')).get('/api/field-book')).body)
  expect(book.roads.filter(({ routeCode }) => routeCode === null)).toHaveLength(3)
  const ground = groundOf(book)
  for (const [lng = 0, lat = 0] of [from(0, 100), from(200, 200), from(0, 8), from(0, 14)]) {
    const spot: [number, number] = [Number(lng.toFixed(7)), Number(lat.toFixed(7))]
    expect(placeHere(ground, [], spot)).toEqual(await placeAt(spot))
  }
  const elsewhere = FieldBook.parse((await (await county.as('squad2')).get('/api/field-book')).body)
  expect(elsewhere.roads).toEqual([])
})

test('a hazard on such a road has no route and no stake, and keeps the road’s name as its spot', async () => {
  const walk = walkIn(county)
  const [longitude = 0, latitude = 0] = from(0, 100)
  const hazard = await walk.report('squad1', { position: fixAt({ longitude, latitude }), spot: '' })
  expect(hazard).toMatchObject({ routeCode: null, chainageMetres: null, roadClass: 'village', spot: '学校路' })
  const told = await walk.report('squad1', { position: fixAt({ longitude, latitude }), spot: '学校门口' })
  expect(told.spot).toBe('学校门口')
})

test('two taps on such a road are refused in words, and not carried over to the numbered road behind the houses', async () => {
  const client = await county.as('squad1')
  const taps = async (...places: Position[]) =>
    client.post('/api/places/extent', { extent: { kind: 'taps', taps: places, side: 'full' } })
  const refused = await taps(from(0, 100), from(0, 190))
  expect([refused.status, refused.at('fields', 0, 'fault')]).toEqual([422, 'no-stakes'])
  expect((await taps(from(-40, 3), from(60, 3))).status).toBe(200)
})

test('where they meet each other or a numbered road is a junction, named by route and name', async () => {
  const reviewer = await county.as('reviewer')
  const report = FindingReport.parse((await reviewer.get('/api/junctions/finding')).body)
  const { fingerprint, crossings } = report
  expect((await reviewer.post('/api/junctions/finding', { actId: newId(), crossings, fingerprint })).status).toBe(201)
  const { junctions } = JunctionPage.parse((await reviewer.get('/api/junctions')).body)
  expect(junctions.map(({ name, arms, routeCodes }) => [name, arms, routeCodes]).sort()).toEqual([
    ['义宁镇 X001×C077', 3, ['C077', 'X001360424']],
    ['义宁镇 X001×Y011', 3, ['X001360424', 'Y011']],
    ['义宁镇 X001×学校路', 3, ['X001360424']],
    ['义宁镇 学校路 路口', 3, []],
    ['义宁镇 学校路 路口（2）', 3, []],
  ])
})

test('lanes are drawn from near by alone, and never make a tile too big', async () => {
  const client = await county.as('squad1')
  const names = async (zoom: number) =>
    readTile(await client.get(`/api/tiles/roads/${tileAt(zoom, [114.53, 29.05])}`))
      .layer('roads')
      .map(({ name }) => name)
  expect(await names(12)).not.toContain('学校路')
  expect(await names(13)).toEqual(expect.arrayContaining(['学校路', '义白线']))
  const many = Array.from({ length: 4000 }, (_, i) =>
    line(
      { name: `巷${i}` },
      from((i % 80) * 40, 500 + Math.floor(i / 80) * 40),
      from((i % 80) * 40 + 25, 520 + Math.floor(i / 80) * 40),
    ),
  )
  const look = await admin.look('many.geojson', geojsonOf(many))
  expect(look.counts).toMatchObject({ added: 4000, unnumbered: 4000 })
  await admin.takeIn(look)
  for (const zoom of [10, 13, 14]) {
    const tile = await client.get(`/api/tiles/roads/${tileAt(zoom, from(1000, 900) as [number, number])}`)
    expect([zoom, tile.bytes.length <= mostTileBytes]).toEqual([zoom, true])
  }
})
