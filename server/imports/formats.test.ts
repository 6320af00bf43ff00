import { gzipSync } from 'node:zlib'
import { strToU8 } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import proj4 from 'proj4'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { dbfOf, gaussKruegerPrj, geojsonOf, geopackageOf, inGbk, osmPbfOf, shpOf, zipOf } from './test-files.ts'
import { faultsByRow, type Importing, importing } from './test-importing.ts'

let county: TestCounty
let admin: Importing
beforeAll(async () => {
  county = await testCounty()
  admin = await importing(county)
})
afterAll(() => county.close())

const villages = [
  { code: '360424100301', name: '桂花村', at: [114.521, 29.011] },
  { code: '360424101302', name: '太阳升村', at: [114.031, 29.071] },
] as const
const grid = (meridian: number, zone: number) =>
  proj4('WGS84', `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${zone}500000 +y_0=0 +ellps=GRS80 +units=m`)
const plain = villages.map(({ code, name }) => ({ XZQDM: code, XZQMC: name }))
const degrees = villages.map(({ at }) => [...at])
const inZone38 = villages.map(({ at }) => grid(114, 38).forward([...at]))

const shapefile = (beside: Record<string, string | Uint8Array>, points = degrees): Uint8Array =>
  zipOf({ '村点.shp': shpOf(points), '村点.dbf': dbfOf(plain, inGbk), ...beside })

const csv = `行政村名册\n区划编码,名称,经度,纬度\n${villages.map(({ code, name, at }) => `${code},${name},${at.join(',')}`).join('\n')}\n`
const placemark = ({ code, name, at }: (typeof villages)[number]): string =>
  `<Placemark><name>${name}</name><ExtendedData><Data name="code"><value>${code}</value></Data></ExtendedData><Point><coordinates>${at.join(',')},0</coordinates></Point></Placemark>`
const kml = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${villages.map(placemark).join('')}</Document></kml>`
const geojson = geojsonOf(
  villages.map(({ code, name, at }) => ({
    geometry: { type: 'Point', coordinates: at },
    properties: { code, name },
  })),
)

test('the same two villages come out of every format, whatever its letters and coordinates', async () => {
  const xlsx = await writeXlsx({
    sheets: [
      { name: '说明', rows: [] },
      { name: '村', rows: [['代码', '村名', '经度', '纬度'], ...villages.map((v) => [v.code, v.name, ...v.at])] },
    ],
  })
  const files: [string, string | Uint8Array, { format: string; encoding?: string | null; system?: string }][] = [
    ['a.geojson', geojson, { format: 'geojson' }],
    ['no-name-tells', geojson, { format: 'geojson' }],
    ['b.zip', shapefile({}), { format: 'shapefile', encoding: 'GB18030' }],
    [
      'c.zip',
      shapefile({ '村点.cpg': 'UTF-8', '村点.dbf': dbfOf(plain, strToU8) }),
      { format: 'shapefile', encoding: 'UTF-8' },
    ],
    ['d.zip', shapefile({ '村点.prj': gaussKruegerPrj(114, 38) }, inZone38), { format: 'shapefile', system: 'file' }],
    [
      'e.gpkg',
      geopackageOf(
        { id: 4326, code: 4326 },
        [...villages].map((v) => ({ ...v, at: [...v.at] })),
      ),
      { format: 'geopackage' },
    ],
    [
      'f.gpkg',
      geopackageOf(
        { id: 4526, code: 4526 },
        villages.map((v, i) => ({ ...v, at: inZone38[i] ?? [] })),
      ),
      { format: 'geopackage', system: 'file' },
    ],
    ['g.kml', kml, { format: 'kml' }],
    ['h.kmz', zipOf({ 'doc.kml': kml }), { format: 'kmz' }],
    ['i.csv', csv, { format: 'csv', encoding: 'UTF-8' }],
    ['j.csv', inGbk(csv), { format: 'csv', encoding: 'GB18030' }],
    ['k.xlsx', new Uint8Array(xlsx), { format: 'xlsx' }],
  ]
  for (const [name, bytes, expected] of files) {
    const look = await admin.look(name, bytes, { placesAs: 'village' })
    expect([name, look.faults, look.counts.good, look.choices.layer]).toEqual([name, [], 2, 'places'])
    expect(look).toMatchObject({
      format: expected.format,
      ...(expected.encoding === undefined ? {} : { encoding: expected.encoding }),
      choices: { system: expected.system ?? (['b.zip', 'c.zip'].includes(name) ? 'degrees' : look.choices.system) },
    })
    const drawn = look.preview.features.map((feature) => {
      const { geometry, properties } = Object(feature)
      return [properties.what, ...geometry.coordinates.map((value: number) => value.toFixed(5))]
    })
    expect([name, drawn]).toEqual([name, villages.map((v) => [v.name, ...v.at.map((value) => value.toFixed(5))])])
  }
})

test('a .prj that lies is noticed, and the system in which the file lies in the county is taken instead', async () => {
  const wrong = await admin.look('x.zip', shapefile({ '村点.prj': gaussKruegerPrj(120, 40) }, inZone38))
  expect(wrong.systemLies).toBe(true)
  expect(wrong.choices.system).toBe('gk:114:38')
  expect(wrong.counts).toMatchObject({ good: 2, faulty: 0 })
  const degreesSaid = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]'
  const metres = await admin.look('y.zip', shapefile({ '村点.prj': degreesSaid }, inZone38))
  expect([metres.systemLies, metres.choices.system, metres.counts.good]).toEqual([true, 'gk:114:38', 2])
  const honest = await admin.look('z.zip', shapefile({ '村点.prj': degreesSaid }))
  expect([honest.systemLies, honest.choices.system, honest.counts.good]).toEqual([false, 'file', 2])
})

test('survey columns with northing before easting and no zone are recognised by where they lead', async () => {
  const rows = villages.map(({ code, name, at }) => {
    const [east = 0, north = 0] = grid(114, 0).forward([...at])
    return `${code},${name},${north.toFixed(3)},${east.toFixed(3)}`
  })
  const look = await admin.look('survey.csv', `代码,名称,X坐标,Y坐标\n${rows.join('\n')}`, undefined)
  expect([look.choices.system, look.choices.swapAxes, look.counts.good]).toEqual(['gk:114:0', true, 2])
})

const nodes = [
  { id: 7, at: [114.5, 29.05] },
  { id: 9, at: [114.52, 29.051] },
  { id: 40, at: [114.54, 29.05] },
]
const ways = [
  { id: 100, nodes: [7, 9, 40], tags: { highway: 'secondary', ref: 'X002;S304', name: '溪口路' } },
  { id: 101, nodes: [9, 40], tags: { highway: 'footway', ref: 'X003' } },
  { id: 102, nodes: [7, 999], tags: { highway: 'residential', ref: 'Y011' } },
  { id: 103, nodes: [9, 40], tags: { highway: 'residential', name: '无编码路' } },
  { id: 104, nodes: [7, 40], tags: { highway: 'service', name: '停车场' } },
]

test('roads of an OpenStreetMap extract, binary or XML, come with class and code; others are named with the reason', async () => {
  const xml = `<osm version="0.6">${nodes.map(({ id, at }) => `<node id="${id}" lon="${at[0]}" lat="${at[1]}"/>`).join('')}${ways
    .map(
      ({ id, nodes: refs, tags }) =>
        `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${Object.entries(tags)
          .map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
          .join('')}</way>`,
    )
    .join('')}</osm>\n`
  for (const [name, bytes] of [
    ['a.osm.pbf', osmPbfOf(nodes, ways)],
    ['a.osm', xml],
    ['a.osm.gz', new Uint8Array(gzipSync(xml))],
  ] as const) {
    const look = await admin.look(name, bytes, { badRows: 'leave-out' })
    expect([name, look.choices.layer, look.counts.good, faultsByRow(look)]).toEqual([
      ...[name, 'roads', 2],
      [[2, 'no-nodes']],
    ])
    expect(look.counts.unnumbered).toBe(1)
    expect(look.preview.features).toMatchObject([
      {
        geometry: { type: 'LineString', coordinates: expect.arrayContaining([[114.52, 29.051]]) },
        properties: { what: '溪口路', state: 'added' },
      },
      { properties: { what: '无编码路', state: 'added' } },
    ])
  }
})

test('what cannot be read is refused by what it holds, in words, and nothing of it is kept', async () => {
  const half = shapefile({})
  const bomb = zipOf({ 'x.shp': new Uint8Array(16 * 1024 * 1024), 'x.dbf': dbfOf(plain, inGbk) })
  const cases: [string, string | Uint8Array, string][] = [
    ['photo.geojson', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0), 'unknown-format'],
    ['map.pmtiles', 'PMTiles\u0003 and so on', 'pmtiles'],
    ['letter.zip', zipOf({ 'letter.txt': 'hello' }), 'package-of-what'],
    ['nothing.csv', '', 'empty-file'],
    ['header-only.csv', '名称,编码\n', 'no-rows'],
    ['half.zip', half.subarray(0, half.length - 40), 'half-file'],
    ['half.geojson', geojson.slice(0, -20), 'half-file'],
    ['half.kml', kml.slice(0, -60), 'half-file'],
    ['half.shp.zip', zipOf({ 'a.shp': shpOf(degrees).subarray(0, 110) }), 'half-file'],
    ['half.pbf', osmPbfOf(nodes, ways).subarray(0, 90), 'half-file'],
    ['half.gpkg', geopackageOf({ id: 4326, code: 4326 }, []).subarray(0, 5000), 'half-file'],
    ['rows.zip', zipOf({ 'a.shp': shpOf([[1, 2]]), 'a.dbf': dbfOf(plain, inGbk) }), 'rows-differ'],
    ['bomb.zip', bomb, 'zip-bomb'],
    ['entities.kml', `<!DOCTYPE lolz [<!ENTITY lol "lol">]>${kml}`, 'unsafe-xml'],
    ['list.json', '{"a":1}', 'not-geojson'],
  ]
  for (const [name, bytes, fault] of cases) {
    const id = county.world.newId()
    const answer = await admin.send(name, bytes, id)
    expect([name, answer.status, answer.at('code'), answer.at('fields', 0, 'fault')]).toEqual([
      ...[name, 422, 'unreadable-file', fault],
    ])
    expect(await county.world.uploads.find(id, county.clock.now())).toBeNull()
  }
})
