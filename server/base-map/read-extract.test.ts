import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { OsmSink } from '../imports/readers/gather-osm.ts'
import { readBlobs } from '../imports/readers/read-osm-pbf.ts'
import { readExtract } from './read-extract.ts'

const bounds = { west: 114, south: 29, east: 115, north: 30 }
/** A lake of two ways with an island, a road into the next county, a road elsewhere, and a village. */
const read = (sink: OsmSink): void => {
  const nodes: [number, number, number, Record<string, string>?][] = [
    ...([
      [1, 114.1, 29.1],
      [2, 114.5, 29.1],
      [3, 114.5, 29.5],
      [4, 114.1, 29.5],
    ] as [number, number, number][]),
    ...([
      [5, 114.2, 29.2],
      [6, 114.3, 29.2],
      [7, 114.3, 29.3],
    ] as [number, number, number][]),
    ...([
      [8, 114.9, 29.9],
      [9, 115.4, 29.9],
      [10, 120, 20],
      [11, 120, 21],
    ] as [number, number, number][]),
    [12, 114.6, 29.6, { place: 'village', name: 'Dorf', 'name:zh': '东村' }],
    [13, 116, 29.6, { place: 'village', name: '县外村' }],
  ]
  for (const [id, longitude, latitude, tags = {}] of nodes) sink.node(id, longitude, latitude, tags)
  sink.way({ id: 21, tags: {}, nodes: [1, 2, 3] })
  sink.way({ id: 22, tags: {}, nodes: [1, 4, 3] })
  sink.way({ id: 23, tags: {}, nodes: [5, 6, 7, 5] })
  sink.way({ id: 24, tags: { highway: 'primary_link', ref: 'G220' }, nodes: [8, 9] })
  sink.way({ id: 25, tags: { highway: 'primary' }, nodes: [10, 11] })
  sink.way({ id: 26, tags: { highway: 'steps' }, nodes: [8, 9] })
  sink.relation?.({
    ...{ id: 31, tags: { type: 'multipolygon', natural: 'water', name: '柘湖' } },
    ways: [21, 22, 23].map((id) => ({ id, role: id === 23 ? 'inner' : 'outer' })),
  })
}

test('of an extract only what touches the county is kept, whole beyond its border', () => {
  const found = readExtract(read, bounds).map(({ layer, fromZoom, feature }) => ({ layer, fromZoom, ...feature }))
  expect(found.map(({ layer, properties }) => [layer, properties])).toEqual([
    ['names', { kind: 'village', name: '东村' }],
    ['ways', { kind: 'primary', ref: 'G220' }],
    ['water', { kind: 'lake', name: '柘湖' }],
  ])
  const [, way, lake] = found
  expect(way).toMatchObject({
    fromZoom: 11,
    geometry: {
      coordinates: [
        [114.9, 29.9],
        [115.4, 29.9],
      ],
    },
  })
  expect(lake?.geometry.type === 'MultiPolygon' && lake.geometry.coordinates.map((rings) => rings.length)).toEqual([2])
})

const andorra = join(import.meta.dirname, '../../../shared/data/roads/andorra.osm.pbf')
test.skipIf(!existsSync(andorra))('a real extract gives woods, water, houses, ways and peaks', async () => {
  const bytes = new Uint8Array(await readFile(andorra))
  const features = readExtract((sink) => readBlobs(bytes, sink), { west: 1.4, south: 42.4, east: 1.8, north: 42.7 })
  const layers = new Set(features.map(({ layer }) => layer))
  for (const layer of ['land', 'water', 'rivers', 'ways', 'names']) expect(layers).toContain(layer)
  expect(features.some(({ feature }) => feature.properties?.['kind'] === 'peak')).toBe(true)
})
