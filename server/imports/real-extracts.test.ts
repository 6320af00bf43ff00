import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { findJunctions, usualJunctionRule } from '../domain/find-junctions.ts'
import { lookAtFile } from './look-at-file.ts'
import { readAny } from './readers/read-any.ts'
import { readOsmPbf } from './readers/read-osm-pbf.ts'

const folder = new URL('../../../shared/data/', import.meta.url)
const there = existsSync(new URL('roads', folder))
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)))
if (!there) console.log('../shared/data is not here: extracts of elsewhere are not read')

test.skipIf(!there)('the binary extract has the very lines that another reader made of it', async () => {
  const Roads = z.looseObject({
    features: z.array(
      z.looseObject({
        properties: z.looseObject({ osm_id: z.int(), highway: z.string() }),
        geometry: z.looseObject({ coordinates: z.array(z.array(z.number())) }),
      }),
    ),
  })
  const expected = Roads.parse(JSON.parse(new TextDecoder().decode(read('roads/andorra_roads.wgs84.geojson'))))
  const byId = new Map(
    expected.features.map(({ properties, geometry }) => [`way/${properties.osm_id}`, geometry.coordinates]),
  )
  const found = readOsmPbf(read('roads/andorra.osm.pbf'), 'roads').rows
  const both = found.filter(({ properties }) => byId.has(String(properties['@id'])))
  expect(both.length).toBeGreaterThan(1000)
  for (const { properties, geometry } of both)
    expect([properties['@id'], geometry]).toEqual([
      properties['@id'],
      { type: 'LineString', coordinates: byId.get(String(properties['@id'])) },
    ])
})

test.skipIf(!there)(
  'roads of an extract that have no route code come in whole, and the junctions where they meet are all found',
  async () => {
    const Points = z.looseObject({
      features: z.array(z.looseObject({ geometry: z.looseObject({ coordinates: z.array(z.number()) }) })),
    })
    const anywhere = {
      ...{ code: '360424', bounds: null, today: '2026-11-18', places: [], zones: [], roads: [], people: [], posts: [] },
    }
    for (const [name, expected, count] of [
      ['andorra.osm.pbf', 'andorra', 1055],
      ['north-bayreuth.osm.gz', 'north-bayreuth', 727],
    ] as const) {
      const file = await readAny(fileURLToPath(new URL(`roads/${name}`, folder)), 'roads')
      const { choices } = lookAtFile(file, anywhere, null).look
      // codes of other countries are none here; without their column every road is one without a code
      const asked = { ...choices, datum: 'wgs84' as const, fields: { ...choices.fields, route: null } }
      const { look, plan } = lookAtFile(file, anywhere, asked)
      const roads = plan?.batch.roads ?? []
      expect(look.counts).toMatchObject({ rows: count, faulty: 0, added: count, unnumbered: count })
      const again = lookAtFile(file, { ...anywhere, roads }, asked).look.counts
      expect(again).toMatchObject({ added: 0, redrawn: 0, same: count })
      const told = Points.parse(
        JSON.parse(new TextDecoder().decode(read(`roads/${expected}_junctions_EXPECTED.wgs84.geojson`))),
      )
      const wanted = new Set(told.features.map(({ geometry }) => geometry.coordinates.join()))
      const { nodes } = findJunctions(roads, { ...usualJunctionRule, touchMetres: 0, crossingsMeet: false })
      const right = nodes.filter(({ lngLat }) => wanted.has(lngLat.join())).length
      expect([name, right / nodes.length, right / wanted.size]).toEqual([name, 1, 1])
    }
  },
)
