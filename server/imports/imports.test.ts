import { readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, desc, eq } from 'drizzle-orm'
import type { Position } from 'geojson'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { geojsonOf } from './test-files.ts'
import { faultsByRow, type Importing, importing } from './test-importing.ts'
import { ImportList, ImportWhole } from './wire.ts'

let county: TestCounty
let admin: Importing
beforeEach(async () => {
  county = await testCounty()
  admin = await importing(county, { datum: 'wgs84' })
})
afterEach(() => county.close())

const square = (west: number, south: number, side = 0.02): Position[][] => [
  [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ],
]
const area = (coordinates: Position[][] | null, properties: Record<string, unknown>) => ({
  geometry: coordinates && { type: 'Polygon', coordinates },
  properties,
})
const villages = geojsonOf([
  area(square(114.525, 29.025), { code: '360424100201', name: '城北村' }),
  area(square(114.56, 29.02), { code: '360424100', name: '义宁镇' }),
])

const rows = async () => {
  const { q, t } = county.world.db
  const zones = await q.select().from(t.zones)
  const roads = await q.select().from(t.roads)
  const places = await q.select().from(t.places)
  const posts = await q.select().from(t.zonePosts)
  const imports = await q.select().from(t.imports)
  return { zones, roads, places, posts, imports }
}
const lastNote = async () => {
  const { journal } = county.world.db.t
  const [entry] = await county.world.db.q
    .select()
    .from(journal)
    .where(and(eq(journal.county, '360424'), eq(journal.kind, 'county-furnished')))
    .orderBy(desc(journal.seq))
    .limit(1)
  return entry
}

test('nobody but the administrator brings data in, looks at it or lists it, and each is told why', async () => {
  const look = await admin.look('a.geojson', villages)
  for (const account of ['reviewer', 'leader', 'squad1', 'chief1']) {
    const client = await county.as(account)
    const answers = [
      await client.get('/api/imports'),
      await client.get(`/api/imports/${look.id}`),
      await client.put(`/api/imports/${look.id}/file?fileName=a`, new Uint8Array([1])),
      await client.post(`/api/imports/${look.id}/look`, look.choices),
      await client.put(`/api/imports/${look.id}`, { choices: look.choices, fingerprint: look.fingerprint }),
      await client.delete(`/api/imports/${look.id}/file`),
    ]
    for (const answer of answers)
      expect([account, answer.status, answer.at('because', 'reason')]).toEqual([account, 403, 'another-role'])
  }
  expect((await county.stranger().get('/api/imports')).status).toBe(401)
})

test('a dry run writes nothing; taken in it is written whole, noted, and known to the map at once', async () => {
  const before = await rows()
  const noted = await lastNote()
  const look = await admin.look('村界.geojson', villages)
  expect(look.counts).toMatchObject({ rows: 2, good: 2, faulty: 0, added: 0, redrawn: 2, same: 0 })
  expect([await rows(), await lastNote()]).toEqual([before, noted])

  const whole = await admin.takeIn(look)
  expect(whole).toMatchObject({
    fileName: '村界.geojson',
    layer: 'areas',
    redrawn: 2,
    skipped: 0,
    importedBy: '管理员',
  })
  const after = await rows()
  expect(after.zones.length).toBe(before.zones.length)
  expect(after.zones.find(({ id }) => id === 'zone-360424100')?.geometry).toEqual({
    type: 'Polygon',
    coordinates: square(114.56, 29.02),
  })
  const entry = await lastNote()
  expect(entry?.actorId).toBe('admin')
  expect(JSON.parse(entry?.body ?? '')).toMatchObject({ zones: 2, importId: look.id, fileSha256: look.sha256 })
  const here = await (await county.as('leader')).get('/api/places/at?lng=114.57&lat=29.03')
  expect(here.at('townshipCode')).toBe('360424100')
})

test('confirming again, or twice at once, writes once; the upload is gone and the record stays', async () => {
  const look = await admin.look('a.geojson', villages)
  const answers = await Promise.all([admin.tryTakeIn(look), admin.tryTakeIn(look)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const again = await admin.tryTakeIn(look)
  expect(again.status).toBe(200)
  expect((await rows()).imports.length).toBe(1)
  expect(await readdir(join(county.folder, 'imports'))).toEqual([])
  const client = await county.as('admin')
  const listed = ImportList.parse((await client.get('/api/imports')).body)
  expect(listed.imports.map(({ id, added, redrawn }) => [id, added, redrawn])).toEqual([[look.id, 0, 2]])
  const shown = ImportWhole.parse((await client.get(`/api/imports/${look.id}`)).body)
  expect(shown.report).toMatchObject({ counts: look.counts, guess: look.guess, choices: look.choices })
  const other = await admin.tryTakeIn({ ...look, fingerprint: '0'.repeat(64) })
  expect([other.status, other.at('code')]).toEqual([409, 'other-content'])
})

test('the same file brought in once more leaves everything alone', async () => {
  await admin.takeIn(await admin.look('a.geojson', villages))
  const look = await admin.look('a.geojson', villages)
  expect(look.counts).toMatchObject({ added: 0, redrawn: 0, same: 2 })
  const answer = await admin.tryTakeIn(look)
  expect([answer.status, answer.at('fields', 0, 'fault')]).toEqual([422, 'nothing-to-take'])
})

test('a file with a faulty row is refused whole, unless the administrator says to leave the row out', async () => {
  const before = await rows()
  const mixed = geojsonOf([
    area(square(114.525, 29.025), { code: '360424100201', name: '城北村' }),
    area(null, { code: '360424101', name: '白岭镇' }),
  ])
  const look = await admin.look('mixed.geojson', mixed)
  expect(look.choices.badRows).toBe('refuse')
  const refused = await admin.tryTakeIn(look)
  expect([refused.status, refused.at('fields', 0)]).toEqual([422, { pointer: '/rows/2', fault: 'no-geometry' }])
  expect(await rows()).toEqual(before)
  const whole = await admin.takeIn(await admin.again(look, { badRows: 'leave-out' }))
  expect(whole).toMatchObject({ redrawn: 1, skipped: 1 })
  expect(whole.report.faults).toEqual([{ row: 2, what: '白岭镇', fault: 'no-geometry', detail: '' }])
})

test('where the county has changed since the dry run, nothing is written and the administrator looks again', async () => {
  const look = await admin.look('a.geojson', villages)
  const moved = geojsonOf([area(square(114.525, 29.025), { code: '360424100201', name: '城北新村' })])
  await admin.takeIn(await admin.look('b.geojson', moved))
  await admin.takeIn(
    await admin.look('c.geojson', geojsonOf([area(square(114.56, 29.02), { code: '360424100', name: '义宁镇' })])),
  )
  const stale = await admin.tryTakeIn(look)
  expect([stale.status, stale.at('code')]).toEqual([412, 'changed-meanwhile'])
  await admin.takeIn(await admin.again(look, {}))
})

test('an upload is kept for an hour, for its sender alone, and can be let go before', async () => {
  const look = await admin.look('a.geojson', villages)
  expect((await admin.send('a.geojson', villages, look.id)).status).toBe(200)
  const other = await admin.send('a.geojson', `${villages} `, look.id)
  expect([other.status, other.at('code')]).toEqual([409, 'other-content'])
  county.clock.advance({ minutes: 59 })
  expect((await admin.again(look, {})).id).toBe(look.id)
  county.clock.advance({ minutes: 2 })
  expect((await admin.tryTakeIn(look)).status).toBe(404)
  expect(await readdir(join(county.folder, 'imports'))).toEqual([])

  const client = await county.as('admin')
  const second = await admin.look('a.geojson', villages)
  expect((await client.delete(`/api/imports/${second.id}/file`)).status).toBe(204)
  expect((await admin.tryTakeIn(second)).status).toBe(404)
})

test('what a process left half-written is swept an hour after its last byte, whatever the sender’s clock said', async () => {
  const look = await admin.look('a.geojson', villages)
  const folder = join(county.folder, 'imports')
  const [left, beingWritten] = [`${look.id}.upload.0.part`, '00000000-0000-7000-8000-000000000000.upload.1.part']
  await rm(join(folder, `${look.id}.json`))
  for (const name of [left, beingWritten]) await writeFile(join(folder, name), 'half')
  const writtenAt = (hours: number, ...names: string[]): Promise<unknown> => {
    const then = new Date(Date.parse(county.clock.now()) - hours * 3_600_000)
    return Promise.all(names.map((name) => utimes(join(folder, name), then, then)))
  }
  await writtenAt(0.5, `${look.id}.upload`, left, beingWritten)
  await county.world.uploads.sweep(county.clock.now())
  expect((await readdir(folder)).length).toBe(3)
  await writtenAt(2, `${look.id}.upload`, left)
  await county.world.uploads.sweep(county.clock.now())
  expect(await readdir(folder)).toEqual([beingWritten])
})

test('chiefs come in with a second import of zones that are all as they were', async () => {
  const named = geojsonOf([area(square(114.525, 29.025), { code: '360424100201', name: '城北村', 路长: '新村支书' })])
  await admin.takeIn(await admin.look('a.geojson', named))
  const nobodysZone = (await rows()).zones.find(({ name }) => name === '城北村')?.id
  const nobody = await admin.look('a.geojson', named)
  expect([nobody.counts.same, nobody.counts.posts]).toEqual([1, 0])
  expect((await admin.tryTakeIn(nobody)).status).toBe(422)
  const person = {
    name: '新村支书',
    account: 'newchief',
    role: 'squad',
    unitId: 'unit-squad1',
    phone: null,
    active: true,
  }
  const added = await (await county.as('admin')).put(`/api/people/${county.world.newId()}`, person)
  expect(added.status).toBe(200)
  const look = await admin.look('a.geojson', named)
  expect(look.counts).toMatchObject({ same: 1, added: 0, redrawn: 0, posts: 1 })
  await admin.takeIn(look)
  expect((await rows()).posts.some(({ id, zoneId }) => zoneId === nobodysZone && id.startsWith('post-'))).toBe(true)
})

test('another piece of a route leaves the piece on file alone; the same road drawn anew takes its place', async () => {
  const road = (from: Position, to: Position, number: number) => ({
    geometry: { type: 'LineString', coordinates: [from, to] },
    properties: { 路线编码: 'Y777360424', 路线名称: '试验路', OBJECTID: number },
  })
  const [west, east]: Position[] = [
    [114.3, 29.0],
    [114.35, 29.0],
  ]
  const roads = async () => (await rows()).roads.filter(({ routeCode }) => routeCode === 'Y777360424')
  if (!west || !east) throw new Error('two places')
  await admin.takeIn(await admin.look('甲镇.geojson', geojsonOf([road(west, east, 1)]), { layer: 'roads' }))
  const [first] = await roads()
  const elsewhere = geojsonOf([road([114.4, 29.1], [114.45, 29.1], 1)])
  await admin.takeIn(await admin.look('乙镇.geojson', elsewhere, { layer: 'roads' }))
  expect(await roads()).toHaveLength(2)
  expect((await roads()).find(({ id }) => id === first?.id)?.geometry).toEqual(first?.geometry)

  const table = (cells: string): string => `路线编码,起点桩号,止点桩号,名称,级别\n${cells}\n`
  const onPieces = await admin.look('路段.csv', table('Y777360424,K0+000,K1+000,一段,乡级'), { layer: 'segments' })
  expect(onPieces.faults.map(({ fault }) => fault)).toEqual(['not-one-line'])
})

test('a chief named in the file holds the zone from today; a present one is never replaced by a file', async () => {
  const named = geojsonOf([
    area(square(114.02, 29.02), { code: '360424101', name: '白岭镇', 路长: '黄县长' }),
    area(square(114.52, 29.02), { code: '360424100', name: '义宁镇', 路长: '黄县长' }),
    area(square(114.525, 29.025, 0.001), { code: '360424100201', name: '城北村', 路长: '查无此人' }),
  ])
  const look = await admin.look('a.geojson', named)
  expect(look.notes.filter(({ fault }) => fault.endsWith('chief')).map(({ row, fault }) => [row, fault])).toEqual([
    [2, 'another-chief'],
    [3, 'unknown-chief'],
  ])
  const before = (await rows()).posts
  await admin.takeIn(look)
  const added = (await rows()).posts.filter(({ id }) => !before.some((post) => post.id === id))
  expect(added.map(({ zoneId, personId, level, heldFrom }) => [zoneId, personId, level, heldFrom])).toEqual([
    ['zone-360424101', 'leader', 'township', '2026-11-18'],
  ])
})

test('the chief of all roads is the whole county’s alone: an import brings no lesser zone of that level', async () => {
  const whole = area(square(114.1, 28.8), { code: '360424', name: '修水县' })
  const look = await admin.look('a.geojson', villages, { levelAs: 'total' })
  expect(faultsByRow(look)).toEqual([
    [1, 'not-a-level-here'],
    [2, 'not-a-level-here'],
  ])
  expect((await admin.look('b.geojson', geojsonOf([whole]), { levelAs: 'total' })).faults).toEqual([])
  const table = '路线编码,起点桩号,止点桩号,路段名称,级别\nX001360424,K1+000,K3+500,上段,总路长\n'
  const stretch = await admin.look('路段.csv', table, { layer: 'segments' })
  expect(faultsByRow(stretch)).toEqual([[2, 'not-a-level-here']])
})

test('a table of route and stake marks becomes segments cut from the known road, and schools placed on it', async () => {
  const table =
    '路线编码,起点桩号,止点桩号,路段名称,级别\nX001360424,K1+000,K3+500,上段,乡级\nX001360424,3.5,5,下段,村级\nX009360424,K0+000,K1+000,无此路,乡级\nX001360424,K8+000,K12+000,太远,乡级\nX001360424,很远,K1+000,写错,乡级\n'
  const look = await admin.look('segments.csv', table, { badRows: 'leave-out' })
  expect(look.choices.layer).toBe('segments')
  expect(look.faults.map(({ row, fault }) => [row, fault])).toEqual([
    [4, 'unknown-route'],
    [5, 'beyond-the-road'],
    [6, 'no-chainage'],
  ])
  await admin.takeIn(look)
  const { zones } = await rows()
  const upper = zones.find(({ name }) => name === '上段')
  expect(upper).toMatchObject({ shape: 'segment', level: 'township', fromMetres: 1000, toMetres: 3500 })
  expect(zones.find(({ name }) => name === '下段')).toMatchObject({
    level: 'village',
    fromMetres: 3500,
    toMetres: 5000,
  })
  expect(upper?.placeCode).toBe('360424100')
  const schools = '学校名称,路线编码,桩号\n城北小学,X001360424,K2+000\n'
  const placed = await admin.takeIn(await admin.look('schools.csv', schools, { placesAs: 'school' }))
  expect(placed).toMatchObject({ layer: 'places', added: 1 })
  const school = (await rows()).places.find(({ name }) => name === '城北小学')
  expect(school?.kind).toBe('school')
  expect(school?.longitude).toBeGreaterThan(114.519)
  expect(school?.longitude).toBeLessThan(114.522)
})
