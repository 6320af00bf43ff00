import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoadClass } from '../../db/vocabulary.ts'
import { groundOf, placeHere } from '../../web/field-book/place-here.ts'
import { type LngLat, metresPerDegree, radiansPerDegree } from '../domain/distance.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, type Walk, walkIn } from '../test-walk.ts'
import { furnishCounty } from '../zones/furnish-county.ts'
import { PlaceHere } from '../zones/wire.ts'
import { FieldBook } from './wire.ts'

/** Junctions in 义宁镇; the ids of the roads that meet there begin with the lowest class. */
const junctions: readonly LngLat[] = [
  [114.585628, 29.048865],
  [114.5300051, 29.0700049],
  [114.512349, 29.012345],
]
const meeting: readonly [string, RoadClass][] = [
  ['C', 'village'],
  ['G', 'national'],
  ['X', 'county'],
  ['Y', 'township'],
]

const away = ([lng, lat]: LngLat, metres: number, degrees: number): LngLat => [
  lng + (metres * Math.sin(degrees * radiansPerDegree)) / (metresPerDegree * Math.cos(lat * radiansPerDegree)),
  lat + (metres * Math.cos(degrees * radiansPerDegree)) / metresPerDegree,
]

const line = (from: LngLat, to: LngLat) => ({ type: 'LineString' as const, coordinates: [[...from], [...to]] })

/** Each road begins, passes through or ends in its junction; every other one has a chief. */
const roads = junctions.flatMap((at, which) =>
  meeting.map(([letter, roadClass], i) => {
    const direction = 37 * which + 80 * i
    const geometry = i === 0 ? line(at, away(at, 900, direction)) : line(away(at, 400, direction + 180), at)
    const routeCode = `${letter}70${which}360424`
    return { id: `road-${which}${i}`, routeCode, name: `${letter} ${which}`, roadClass, lengthMetres: 800, geometry }
  }),
)
const segments = roads
  .filter((_, i) => i % 2 === 1)
  .map(({ id, routeCode, lengthMetres, geometry }) => ({
    ...{ id: `segment-${id}`, shape: 'segment' as const, level: 'township' as const, name: routeCode },
    ...{ placeCode: '360424100', routeCode, fromMetres: 0, toMetres: lengthMetres, geometry },
  }))

let county: TestCounty
let walk: Walk
beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
  const drawn = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ ...row, invented: true }))
  await furnishCounty(county.world, 'system', { places: [], zones: drawn(segments), roads: drawn(roads), posts: [] })
})
afterAll(() => county.close())

const groundOfSquad = async () =>
  groundOf(FieldBook.parse((await (await walk.as('squad1')).get('/api/field-book')).body))
const fiveDecimals = ([lng, lat]: LngLat): LngLat => [Number(lng.toFixed(5)), Number(lat.toFixed(5))]

test('around a junction phone and server name the same road, stake mark and chief', async () => {
  const [ground, client] = [await groundOfSquad(), await walk.as('squad1')]
  for (const junction of junctions)
    for (const metres of [0, 0.4, 0.99, 1.5, 6, 28, 45])
      for (const degrees of [0, 37, 80, 160, 251, 300]) {
        const here = away(junction, metres, degrees)
        const server = PlaceHere.parse((await client.get(`/api/places/at?lng=${here[0]}&lat=${here[1]}`)).body)
        expect(placeHere(ground, [], here)).toEqual(server)
      }
})

test('what is kept of a report made at a junction is what its phone had shown', async () => {
  const ground = await groundOfSquad()
  for (const junction of junctions)
    for (const metres of [0, 0.7, 12]) {
      const [longitude, latitude] = away(junction, metres, 100)
      const { routeCode, chainageMetres, zone } = placeHere(ground, [], [longitude, latitude])
      const kept = await walk.report('squad1', { position: fixAt({ longitude, latitude }) })
      expect(kept).toMatchObject({ routeCode, chainageMetres, zoneId: zone?.id })
    }
})

test('a village’s own point tells township and village and no road, though roads meet there; a stake’s point tells its road', async () => {
  const [ground, client] = [await groundOfSquad(), await walk.as('squad1')]
  for (const [lng, lat] of junctions) {
    const shown = placeHere(ground, [], [lng, lat], '360424100201')
    expect(shown).toMatchObject({ townshipName: '义宁镇', villageName: '城北村', zone: { id: 'zone-360424100201' } })
    expect([shown.routeCode, shown.routeName, shown.roadClass, shown.chainageMetres]).toEqual([null, null, null, null])
    const answer = await client.get(`/api/places/at?lng=${lng}&lat=${lat}&place=360424100201`)
    expect(shown).toEqual({ ...PlaceHere.parse(answer.body), nearby: [] })
    const position = { ...fixAt({ longitude: lng, latitude: lat }), accuracyMetres: null, source: 'place' }
    const kept = await walk.report('squad1', { position, placeCode: '360424100201' })
    expect(kept).toMatchObject({
      ...{ placeCode: '360424100201', villageName: '城北村', zoneId: 'zone-360424100201' },
      ...{ routeCode: null, roadClass: null, chainageMetres: null, longitude: lng, latitude: lat },
    })
    const ofStake = await walk.report('squad1', { position })
    expect(ofStake).toMatchObject({ roadClass: 'national' })
  }
})

test('where roads meet the highest class is meant, and its chief: half a metre of rounding changes neither', async () => {
  const { index } = await groundOfSquad()
  for (const [which, junction] of junctions.entries())
    for (const degrees of [0, 60, 120, 180, 240, 300])
      for (const here of [away(junction, 0.45, degrees), fiveDecimals(away(junction, 0.1, degrees)), junction])
        expect(index.locate(here)).toMatchObject({
          ...{ routeCode: `G70${which}360424`, zoneId: `segment-road-${which}1` },
        })
})
