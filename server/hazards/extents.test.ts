import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepBooks } from '../../db/unit-of-work.ts'
import { tilesOfDrawing } from '../domain/tiles-of-drawing.ts'
import { readTile, tileAt } from '../map/test-tile.ts'
import { HazardPoints } from '../map/wire.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, inYining, newId, onTheRoad, type Walk, walkIn } from '../test-walk.ts'
import { MeasuredExtent } from './extent-wire.ts'

let county: TestCounty
let walk: Walk
beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const stretch = (fromMetres: number, toMetres: number, side = 'right') => ({
  ...{ kind: 'stretch', routeCode: 'X001360424', fromMetres, toMetres, side },
})
/** Some hundred metres square, in 义宁镇. */
const yard = {
  kind: 'area',
  ring: [
    [114.515, 29.08],
    [114.516, 29.08],
    [114.516, 29.081],
    [114.515, 29.081],
  ],
}
const faultOf = (answer: { at: (...path: (string | number)[]) => unknown }) => answer.at('fields', 0, 'fault')
const tryIt = async (extent: unknown, code?: string, account = 'squad1') =>
  (await walk.as(account)).post('/api/places/extent', { extent, ...(code && { code }) })

test('a report of a stretch stands at its middle, on its own road, and says so in figures', async () => {
  const hazard = await walk.report('squad1', { extent: stretch(1000, 1550), position: fixAt(inYining) })
  expect(hazard.extent).toEqual({ ...stretch(1000, 1550), lengthMetres: 550 })
  expect(hazard).toMatchObject({
    routeCode: 'X001360424',
    roadClass: 'county',
    chainageMetres: 1275,
    zoneId: 'zone-x001',
  })
  expect(hazard.position).toMatchObject({ source: 'pin', accuracyMetres: null })
  expect(hazard.latitude).toBeCloseTo(29.05, 5)
  expect(hazard.drawn?.geometry.type).toBe('LineString')
  expect(hazard.drawn?.parts).toMatchObject([
    { zoneId: 'zone-x001', metres: 550, share: 1, runs: [{ fromMetres: 1000, toMetres: 1550 }] },
  ])
  expect(hazard.drawn?.parts[0]?.chief?.name).toBe(hazard.chiefs[0]?.name)
  expect(hazard.timeline.find(({ kind }) => kind === 'hazard-reported')?.body['extent']).toEqual(stretch(1000, 1550))
})

test('the same report sent again changes nothing, with another extent it is another report', async () => {
  const id = newId()
  const body = await walk.reportBody({ extent: yard })
  expect((await walk.tryReport('squad1', body, id)).status).toBe(201)
  expect((await walk.tryReport('squad1', body, id)).status).toBe(200)
  const other = { ...body, extent: stretch(0, 100) }
  expect((await walk.tryReport('squad1', other, id)).at('code')).toBe('other-content')
})

test('a report by an app that knows no extents is still the same report to one that does', async () => {
  const id = newId()
  const body = await walk.reportBody()
  expect((await walk.tryReport('squad1', body, id)).status).toBe(201)
  expect((await walk.tryReport('squad1', { ...body, extent: null }, id)).status).toBe(200)
})

test('what cannot be is refused with its reason, and nothing is kept', async () => {
  const [a, b, c, d] = yard.ring
  const refused: [unknown, string][] = [
    [{ kind: 'area', ring: [a, c, b, d] }, 'crosses-itself'],
    [{ kind: 'area', ring: [a, b] }, 'too-few-corners'],
    [{ kind: 'area', ring: yard.ring.map(([lng, lat]) => [lat, lng]) }, 'swapped'],
    [stretch(300, 300), 'no-length'],
    [stretch(9000, 20_000), 'beyond-the-end'],
    [{ ...stretch(0, 100), routeCode: 'X999360424' }, 'no-such-road'],
    [{ ...stretch(0, 100), side: 'middle' }, 'not-in-list'],
    [{ ...stretch(0, 100), lengthMetres: 5 }, 'unknown-field'],
  ]
  for (const [extent, fault] of refused) {
    const id = newId()
    const answer = await walk.tryReport('squad1', await walk.reportBody({ extent }), id)
    expect([answer.status, faultOf(answer)]).toEqual([422, fault])
    expect((await (await walk.as('squad1')).get(`/api/hazards/${id}`)).status).toBe(404)
  }
})

test('a try measures, names the zones it touches and whose task each would be, and keeps nothing', async () => {
  const answer = await tryIt(stretch(800, 200, 'both'), 'A05')
  const found = MeasuredExtent.parse(answer.body)
  expect(found.extent).toEqual(stretch(200, 800, 'both'))
  expect(found.parts).toMatchObject([{ zoneId: 'zone-x001', metres: 600, unit: { id: 'unit-roads' } }])
  const taps = {
    kind: 'taps',
    side: 'full',
    taps: [
      [114.51, 29.0504],
      [114.515, 29.0496],
    ],
  }
  expect(MeasuredExtent.parse((await tryIt(taps)).body).measure).toMatchObject({ routeCode: 'X001360424' })
  expect(
    faultOf(
      await tryIt({
        ...taps,
        taps: [
          [114.51, 29.05],
          [114.51, 29.09],
        ],
      }),
    ),
  ).toBe('not-on-a-road')
  expect((await county.stranger().post('/api/places/extent', { extent: taps })).status).toBe(401)
})

test('an area across a border is a task for each township, with its chief where the chief is of that unit', async () => {
  const across = {
    kind: 'area',
    ring: [
      [114.2995, 29.06],
      [114.3005, 29.06],
      [114.3005, 29.061],
      [114.2995, 29.061],
    ],
  }
  const { parts } = MeasuredExtent.parse((await tryIt(across, 'A05', 'reviewer')).body)
  expect(parts.map(({ zoneId }) => zoneId).sort()).toEqual([null, 'zone-360424105'].sort())
  const zhajin = parts.find(({ zoneId }) => zoneId !== null)
  expect(zhajin).toMatchObject({ chief: { id: 'chief2' }, unit: { id: 'unit-town2' }, chiefIsOfUnit: true })
  expect(zhajin?.squareMetres).toBeGreaterThan(4000)
})

test('registering may draw it anew, or make a point of it again where it stands', async () => {
  const point = await walk.report('squad1')
  expect([point.extent, point.drawn]).toEqual([null, null])
  const body = {
    ...{ code: 'A05', severity: 'minor', description: '护栏缺失', spot: '' },
    tasks: [{ id: newId(), unitId: 'unit-town1', demand: '', measures: [] }],
  }
  const drawn = await walk.step('squad1', point, 'register', { ...body, extent: yard })
  expect(drawn.extent).toMatchObject({ kind: 'area' })
  expect(drawn.longitude).toBeCloseTo(114.5155, 5)
  const stretched = await walk.report('squad1', { extent: stretch(100, 300) })
  const left = await walk.step('squad1', stretched, 'register', { ...body, tasks: [{ ...body.tasks[0], id: newId() }] })
  expect(left.extent).toEqual(stretched.extent)
  const other = await walk.report('squad1', { extent: stretch(100, 300) })
  const { longitude } = other
  const again = await walk.step('squad1', other, 'register', {
    ...{ ...body, tasks: [{ ...body.tasks[0], id: newId() }], extent: null },
  })
  expect(again).toMatchObject({ extent: null, drawn: null, longitude })
})

test('a better fix moves a point, never what is drawn; a new drawing moves it', async () => {
  const hazard = await walk.report('squad1', { extent: stretch(1000, 1200) })
  const fixed = await walk.step('squad1', hazard, 'scene-photos', {
    ...{ photos: [await walk.photo()], position: fixAt(onTheRoad) },
  })
  expect([fixed.longitude, fixed.extent]).toEqual([hazard.longitude, hazard.extent])
  const redrawn = await walk.step('squad1', fixed, 'scene-photos', {
    ...{ photos: [await walk.photo()], extent: stretch(2000, 2100, 'left') },
  })
  expect(redrawn).toMatchObject({ chainageMetres: 2050, extent: { side: 'left', lengthMetres: 100 } })
})

const extentsAt = async (lngLat: [number, number], z = 15) => {
  const answer = await (await walk.as('reviewer')).get(`/api/tiles/hazards/${tileAt(z, lngLat)}`)
  return readTile(answer).layer('extents')
}

test('a drawing is on the map at once, wherever it runs, and gone at once when it is drawn elsewhere', async () => {
  const far: [number, number] = [114.595, 29.05]
  const before = await extentsAt(far)
  const hazard = await walk.report('squad1', { extent: stretch(6000, 9600) })
  expect((await extentsAt(far)).map(({ id }) => id)).toEqual([...before.map(({ id }) => id), hazard.id].sort())
  const squad2 = await (await walk.as('squad2')).get(`/api/tiles/hazards/${tileAt(15, far)}`)
  expect(readTile(squad2).layer('extents')).toEqual([])
  await walk.step('squad1', hazard, 'scene-photos', { photos: [await walk.photo()], extent: stretch(100, 200) })
  expect(await extentsAt(far)).toEqual(before)
  const points = HazardPoints.parse((await (await walk.as('reviewer')).get('/api/map/hazards')).body)
  const laid = points.extents.find(({ properties }) => properties.id === hazard.id)
  expect(laid).toMatchObject({ geometry: { type: 'LineString' }, properties: { colour: null, overdue: false } })
})

test('however many drawings lie in it, a tile stays within thirty kilobytes', async () => {
  const { db, county: code } = county.world
  const { hazards, hazardExtents, extentTiles } = db.t
  const [known] = await db.q.select().from(hazards).where(eq(hazards.county, code)).limit(1)
  if (!known) throw new Error('no hazard')
  const bends = Array.from({ length: 200 }, (_, i) => [114.531 + i * 0.00001, 29.05 + (i % 2) * 0.0008])
  const drawing = { type: 'LineString' as const, coordinates: bends }
  await keepBooks(db, async (tx) => {
    for (let i = 0; i < 150; i++) {
      const id = newId()
      await tx.q.insert(hazards).values({ ...known, id, shortCode: `E${i}`, registerNumber: null })
      await tx.q.insert(hazardExtents).values({
        ...{ county: code, hazardId: id, kind: 'stretch', geometry: drawing },
        ...{ drawnBy: 'squad1', drawnAt: county.world.now() },
      })
      const tiles = tilesOfDrawing(drawing).map((tileCode) => ({ county: code, tileCode, hazardId: id }))
      await tx.q.insert(extentTiles).values(tiles)
    }
  })
  const tile = await (await walk.as('reviewer')).get(`/api/tiles/hazards/${tileAt(14, [114.532, 29.0504])}`)
  expect(tile.bytes.byteLength).toBeLessThanOrEqual(30_000)
  expect(readTile(tile).layer('extents').length).toBeGreaterThan(5)
})
