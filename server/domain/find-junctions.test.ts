import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Feature, LineString, Point } from 'geojson'
import { expect, test } from 'vitest'
import { type LngLat, metresBetween, metresPerDegree, radiansPerDegree } from './distance.ts'
import { findJunctions, usualJunctionRule } from './find-junctions.ts'
import type { RoadLine } from './road-graph.ts'

const data = new URL('../../../shared/data/roads/', import.meta.url)
const absent = 'no folder ../shared/data with real roads beside this project'
const fileOf = (name: string): Buffer | null =>
  existsSync(new URL(name, data)) ? readFileSync(new URL(name, data)) : null

const [lng0, lat0] = [114.5, 29]
/** Metres east and north of a place in the county. */
const at = (east: number, north: number): LngLat => [
  lng0 + east / (metresPerDegree * Math.cos(lat0 * radiansPerDegree)),
  lat0 + north / metresPerDegree,
]
const road = (id: string, places: readonly LngLat[], given: Partial<RoadLine> = {}): RoadLine => ({
  ...{ id, routeCode: id, roadClass: 'village' },
  geometry: { type: 'LineString', coordinates: places.map(([lng, lat]) => [lng, lat]) },
  ...given,
})
const only = (lines: readonly RoadLine[]) => {
  const { junctions } = findJunctions(lines)
  expect(junctions).toHaveLength(1)
  return junctions[0]
}

test('three arms make a junction; a bend, an end and a road drawn twice make none', () => {
  const main = road('X001', [at(-500, 0), at(0, 0), at(500, 0)], { roadClass: 'county' })
  expect(findJunctions([main, road('C001', [at(500, 0), at(600, 300)])]).junctions).toEqual([])
  expect(findJunctions([main, { ...main, id: 'again' }]).junctions).toEqual([])
  const found = only([main, road('C001', [at(0, 0), at(0, 300)])])
  expect(found).toMatchObject({ arms: 3, routeCodes: ['C001', 'X001'], roadClasses: ['county', 'village'] })
  expect(found?.lngLat).toEqual(at(0, 0))
})

test('an end that stops a metre short, or runs a metre over, still meets the road; one five metres off does not', () => {
  const main = road('X001', [at(-500, 0), at(500, 0)])
  expect(only([main, road('C001', [at(0, 1), at(0, 300)])])?.arms).toBe(3)
  expect(only([main, road('C001', [at(0, -1), at(0, 300)])])?.arms).toBe(3)
  expect(findJunctions([main, road('C001', [at(0, 5), at(0, 300)])]).junctions).toEqual([])
})

test('lines drawn across each other meet, unless one of them is a bridge or a tunnel, or crossings are left out', () => {
  const main = road('X001', [at(-500, 0), at(500, 0)])
  const over = [at(0, -300), at(0, 300)]
  const found = only([main, road('C001', over)])
  expect(found?.arms).toBe(4)
  expect(found?.nodes[0]?.joint).toBe('crossing')
  expect(findJunctions([main, road('C001', over, { level: 1 })]).junctions).toEqual([])
  expect(findJunctions([main, road('C001', over, { level: -1 })]).junctions).toEqual([])
  expect(findJunctions([main, road('C001', over)], { ...usualJunctionRule, crossingsMeet: false }).junctions).toEqual(
    [],
  )
})

test('a dual carriageway crossed by one road is one junction of four arms, at its middle', () => {
  const found = only([
    road('S301', [at(-500, 8), at(0, 8), at(500, 8)]),
    road('S301', [at(500, -8), at(0, -8), at(-500, -8)]),
    road('X001', [at(0, -300), at(0, -8), at(0, 8), at(0, 300)]),
  ])
  expect(found).toMatchObject({ arms: 4, routeCodes: ['S301', 'X001'] })
  expect(metresBetween(found?.lngLat ?? [0, 0], at(0, 0))).toBeLessThan(0.1)
})

test('a road that divides around an island and joins again is no junction', () => {
  const found = findJunctions([
    road('X001', [at(-500, 0), at(0, 0), at(10, 4), at(20, 0), at(500, 0)]),
    road('X001', [at(0, 0), at(10, -4), at(20, 0)]),
  ])
  expect(found.junctions).toEqual([])
  expect(found).toMatchObject({ onlyDivided: 1 })
  expect(found.nodes).toHaveLength(2)
})

test('Ts staggered by some metres are one junction; forty metres apart they are two', () => {
  const main = (stagger: number) => road('X001', [at(-500, 0), at(0, 0), at(stagger, 0), at(500, 0)])
  const sides = (stagger: number) => [
    road('C001', [at(0, 0), at(0, 300)]),
    road('C002', [at(stagger, 0), at(stagger, -300)]),
  ]
  expect(only([main(15), ...sides(15)])).toMatchObject({ arms: 4, routeCodes: ['C001', 'C002', 'X001'] })
  expect(findJunctions([main(40), ...sides(40)]).junctions).toHaveLength(2)
})

test('a roundabout is one junction with as many arms as roads lead to it', () => {
  const ring = Array.from({ length: 9 }, (_, i) =>
    at(20 * Math.sin((i * Math.PI) / 4), 20 * Math.cos((i * Math.PI) / 4)),
  )
  const [north, , east, , south] = ring
  if (!north || !east || !south) throw new Error('a ring of eight')
  const lines = [
    road('ring', [...ring.slice(0, 8), north]),
    road('X001', [north, at(0, 300)]),
    road('X002', [east, at(300, 0)]),
    road('X003', [south, at(0, -300)]),
  ]
  expect(only(lines)?.arms).toBe(3)
  expect(metresBetween(only(lines)?.lngLat ?? [0, 0], at(20 / 3, 0))).toBeLessThan(1)
})

test('slip roads at a junction are one junction with it, and along a street of junctions the merging stops', () => {
  const slip = [
    road('X001', [at(-500, 0), at(-30, 0), at(0, 0), at(500, 0)]),
    road('X002', [at(0, 0), at(0, 30), at(0, 300)]),
    road('slip', [at(-30, 0), at(-8, 8), at(0, 30)], { link: true }),
  ]
  expect(only(slip)?.arms).toBe(3)
  const every20 = Array.from({ length: 10 }, (_, i) => at(i * 20, 0))
  const street = [road('C001', every20), ...every20.map((p, i) => road(`C10${i}`, [p, at(i * 20, 90)]))]
  for (const { nodes } of findJunctions(street).junctions) {
    const span = Math.max(...nodes.flatMap((p) => nodes.map((q) => metresBetween(p.lngLat, q.lngLat))))
    expect(span).toBeLessThanOrEqual(usualJunctionRule.spanMetres + 0.1)
  }
})

type Properties = Record<string, string | null>
const linesIn = (file: Buffer): Feature<LineString, Properties>[] => JSON.parse(file.toString('utf8')).features
const pointsIn = (file: Buffer): Feature<Point, Properties>[] => JSON.parse(file.toString('utf8')).features
const notDrivenHere = new Set(['track', 'service', 'living_street'])
const ofHighway = (id: string, highway: string, routeCode: string | null, oneway: boolean) => ({
  ...{ id, routeCode, roadClass: highway, oneway, link: highway.endsWith('_link') },
})

/** Precision and recall of nodes by their very coordinates, and what touching, crossing and merging make of them. */
const compare = (name: string, lines: readonly RoadLine[], expected: Buffer) => {
  const wanted = new Set(pointsIn(expected).map(({ geometry }) => geometry.coordinates.join()))
  const score = (touchMetres: number, crossingsMeet: boolean) => {
    const { nodes, junctions, onlyDivided } = findJunctions(lines, { ...usualJunctionRule, touchMetres, crossingsMeet })
    const right = nodes.filter(({ lngLat }) => wanted.has(lngLat.join())).length
    const [precision, recall] = [right / nodes.length, right / wanted.size]
    const kinds = ['shared', 'touching', 'crossing'].map((j) => `${j} ${nodes.filter((n) => n.joint === j).length}`)
    process.stdout.write(
      `${name}: expected ${wanted.size}, found ${nodes.length} (${kinds.join(', ')}), precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}; merged ${junctions.length}, only divided ${onlyDivided}\n`,
    )
    return { precision, recall, merged: junctions.length }
  }
  return { plain: score(0, false), joined: score(2, true) }
}

test('Andorra: every expected node is found and no other; what only touches or crosses adds few', ({ skip }) => {
  const [roads, expected] = [fileOf('andorra_roads.wgs84.geojson'), fileOf('andorra_junctions_EXPECTED.wgs84.geojson')]
  if (!roads || !expected) return skip(absent)
  const lines = linesIn(roads).flatMap(({ geometry, properties: { highway, ref, oneway } }, i) =>
    notDrivenHere.has(highway ?? '')
      ? []
      : [{ ...ofHighway(`${i}`, highway ?? '', ref ?? null, oneway === 'yes'), geometry }],
  )
  const { plain, joined } = compare('Andorra', lines, expected)
  expect(plain).toMatchObject({ precision: 1, recall: 1 })
  expect(joined.recall).toBeGreaterThanOrEqual(0.998)
  expect(joined.precision).toBeGreaterThanOrEqual(0.965)
  expect(joined.merged).toBeLessThan(825)
})

test('a transplant onto three townships: found with the county’s own route codes', ({ skip }) => {
  const folder = 'xiushui_demo_TRANSPLANTED'
  const [roads, expected] = [fileOf(`${folder}/roads.wgs84.geojson`), fileOf(`${folder}/junctions.wgs84.geojson`)]
  if (!roads || !expected) return skip(absent)
  const lines = linesIn(roads).map(({ geometry, properties: { code, grade } }, i) => ({
    ...{ id: `${i}`, routeCode: code ?? null, roadClass: grade ?? '', geometry },
  }))
  const { plain, joined } = compare('Transplant', lines, expected)
  expect(plain.precision).toBe(1)
  expect(plain.recall).toBeGreaterThanOrEqual(0.998)
  expect(joined.recall).toBeGreaterThanOrEqual(0.998)
  expect(joined.precision).toBeGreaterThanOrEqual(0.96)
  const codes = new Map(pointsIn(expected).map((one) => [one.geometry.coordinates.join(), one.properties['roads']]))
  const alone = findJunctions(lines).junctions.filter(({ nodes }) => nodes.length === 1 && nodes[0]?.joint === 'shared')
  const told = alone.filter(
    ({ lngLat, routeCodes }) => [codes.get(lngLat.join()) ?? []].flat().join() === routeCodes.join(),
  )
  expect(told.length / alone.length).toBeGreaterThan(0.99)
})

test('north Bayreuth, with its bridges and tunnels: crossings on two levels are left apart', ({ skip }) => {
  const [packed, expected] = [
    fileOf('north-bayreuth.osm.gz'),
    fileOf('north-bayreuth_junctions_EXPECTED.wgs84.geojson'),
  ]
  if (!packed || !expected) return skip(absent)
  const { plain, joined } = compare('North Bayreuth', linesOfOsm(gunzipSync(packed).toString('utf8')), expected)
  expect(plain).toMatchObject({ precision: 1, recall: 1 })
  expect(joined.recall).toBeGreaterThanOrEqual(0.99)
  expect(joined.precision).toBeGreaterThanOrEqual(0.97)
})

const drivenIn = /^(motorway|trunk|primary|secondary|tertiary)(_link)?$|^(unclassified|residential|living_street|road)$/

const linesOfOsm = (xml: string): readonly RoadLine[] => {
  const places = new Map<string, LngLat>()
  for (const [, id = '', lat, lng] of xml.matchAll(/<node id="(\d+)" lat="([-\d.]+)" lon="([-\d.]+)"/g))
    places.set(id, [Number(lng), Number(lat)])
  return [...xml.matchAll(/<way id="(\d+)"[^>]*>([\s\S]*?)<\/way>/g)].flatMap(([, id = '', body = '']): RoadLine[] => {
    const tags = new Map([...body.matchAll(/<tag k="([^"]*)" v="([^"]*)"/g)].map(([, k = '', v = '']) => [k, v]))
    const highway = tags.get('highway') ?? ''
    if (!drivenIn.test(highway)) return []
    const line = [...body.matchAll(/<nd ref="(\d+)"/g)].flatMap(([, ref = '']) => {
      const place = places.get(ref)
      return place ? [[...place]] : []
    })
    const apart = tags.has('bridge') ? 1 : tags.has('tunnel') ? -1 : 0
    const level = Number(tags.get('layer') ?? apart)
    const known = ofHighway(id, highway, tags.get('ref') ?? null, tags.get('oneway') === 'yes')
    return [
      {
        ...known,
        level,
        roundabout: tags.get('junction') === 'roundabout',
        geometry: { type: 'LineString', coordinates: line },
      },
    ]
  })
}
