import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { groundOf, placeElsewhere, placeHere } from '../../web/field-book/place-here.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { inYining, inZhajin, type Walk, walkIn } from '../test-walk.ts'
import { layHazard } from '../zones/test-hazards.ts'
import { PlaceHere } from '../zones/wire.ts'
import { BookHazards, FieldBook, WholeHazards } from './wire.ts'

let county: TestCounty
let walk: Walk
beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const bookOf = async (account: string) => FieldBook.parse((await (await walk.as(account)).get('/api/field-book')).body)
const hazardsOf = async (account: string) =>
  BookHazards.parse((await (await walk.as(account)).get('/api/field-book/hazards')).body).hazards

test('a squad’s book holds its own townships and not somebody else’s', async () => {
  const book = await bookOf('squad1')
  expect(book.areaCodes).toEqual(['360424100', '360424101'])
  expect(book.zones.map(({ id }) => id)).toEqual(['zone-360424100', 'zone-360424100201', 'zone-360424101', 'zone-x001'])
  expect(book.places.map(({ name }) => name)).toEqual(['义宁镇', '城北村', '白岭镇'])
  expect(book.roads.map(({ routeCode }) => routeCode)).toEqual(['X001360424'])
  expect(book.elsewhere?.map(({ code, name }) => [code, name])).toEqual([['360424105', '渣津镇']])
  const other = await bookOf('squad2')
  expect(other.zones.map(({ id }) => id)).toEqual(['zone-360424105'])
  expect(other.roads).toEqual([])
})

test('whoever sees the county has the county’s book; a chief along a road has the townships it runs through', async () => {
  const whole = await bookOf('reviewer')
  expect([whole.areaCodes, whole.zones.length, whole.elsewhere]).toEqual([[], 5, []])
  expect((await bookOf('county-chief')).areaCodes).toEqual(['360424100'])
  expect((await bookOf('chief2')).areaCodes).toEqual(['360424105'])
  expect((await bookOf('reporter')).areaCodes).toEqual(['360424100'])
})

test('zones carry whoever is to be rung about them today', async () => {
  const zones = new Map((await bookOf('squad1')).zones.map((zone) => [zone.id, zone.chief?.name ?? null]))
  expect([zones.get('zone-360424100'), zones.get('zone-360424100201')]).toEqual(['陈镇长', null])
})

test('the book travels packed and is not sent again while nothing in it has changed', async () => {
  const client = await walk.as('squad1')
  for (const path of ['/api/field-book', '/api/field-book/hazards']) {
    const plain = await client.get(path)
    const tag = plain.headers.get('ETag') ?? ''
    const again = await client.get(path, { 'If-None-Match': tag })
    expect([path, plain.status, again.status, again.bytes.length]).toEqual([path, 200, 304, 0])
    const raw = await county.app.request(path, { headers: { Cookie: client.cookie(), 'Accept-Encoding': 'br' } })
    expect(raw.headers.get('Content-Encoding')).toBe('br')
    const unpacked: unknown = JSON.parse(brotliDecompressSync(new Uint8Array(await raw.arrayBuffer())).toString('utf8'))
    expect(unpacked).toEqual(plain.body)
  }
})

test('a chief who hands over, or a county furnished anew, makes another book', async () => {
  const client = await walk.as('squad1')
  const tag = (await client.get('/api/field-book')).headers.get('ETag') ?? ''
  const admin = await walk.as('admin')
  const person = { account: 'chief1', name: '陈新镇长', phone: '13800000000', role: 'road-chief', unitId: 'unit-town1' }
  const changed = await admin.put('/api/people/chief1', person, { 'If-Match': '"1"' })
  expect(changed.status).toBe(200)
  const next = await client.get('/api/field-book', { 'If-None-Match': tag })
  expect(next.status).toBe(200)
  expect(FieldBook.parse(next.body).zones[0]?.chief).toMatchObject({ name: '陈新镇长', phone: '13800000000' })
})

test('open hazards come by scope, the most urgent first, and what is new makes another list', async () => {
  const client = await walk.as('squad1')
  const tag = (await client.get('/api/field-book/hazards')).headers.get('ETag') ?? ''
  const here = await walk.report('squad1')
  const due = await walk.registered()
  await layHazard(county.world, 'zhajin-1', [inZhajin.longitude, inZhajin.latitude])
  const next = await client.get('/api/field-book/hazards', { 'If-None-Match': tag })
  expect(next.status).toBe(200)
  const mine = BookHazards.parse(next.body).hazards
  expect(mine.map(({ id }) => id)).toEqual([due.id, here.id])
  expect(mine[1]).toMatchObject({
    version: here.version,
    lngLat: [inYining.longitude, inYining.latitude],
    photoSha256: here.photoSha256,
    whole: true,
  })
  expect((await hazardsOf('squad2')).map(({ id }) => id)).toEqual(['zhajin-1'])
})

test('hazards whole are the pages’ own answers, and only of what the asker may see', async () => {
  const [first] = await hazardsOf('squad1')
  const ids = [first?.id ?? '', 'zhajin-1', 'nowhere'].join(',')
  const answer = await (await walk.as('squad1')).get(`/api/field-book/whole?ids=${ids}`)
  const { hazards } = WholeHazards.parse(answer.body)
  expect(hazards).toEqual([await walk.look('squad1', first?.id ?? '')])
  const client = await walk.as('squad1')
  for (const query of ['', '?ids=', `?ids=${Array.from({ length: 26 }, (_, i) => i).join(',')}`])
    expect((await client.get(`/api/field-book/whole${query}`)).status, query).toBe(422)
})

test('whole hazards by the dozen are for a phone that fills its book, not for a machine that never stops', async () => {
  const client = await walk.as('squad2')
  let answer = await client.get('/api/field-book/whole?ids=nowhere')
  for (let asked = 1; asked < 100 && answer.status === 200; asked++)
    answer = await client.get('/api/field-book/whole?ids=nowhere')
  expect([answer.status, answer.at('code')]).toEqual([429, 'too-often'])
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect((await client.get('/api/field-book/hazards')).status).toBe(200)
  county.clock.advance({ minutes: 2 })
  expect((await client.get('/api/field-book/whole?ids=nowhere')).status).toBe(200)
})

test('whoever has not signed in gets no book', async () => {
  for (const path of ['field-book', 'field-book/hazards', 'field-book/whole?ids=a'])
    expect((await county.stranger().get(`/api/${path}`)).status, path).toBe(401)
})

test('phone and server say the same of every position that the book covers', async () => {
  const client = await walk.as('squad1')
  const ground = groundOf(await bookOf('squad1'))
  const hazards = await hazardsOf('squad1')
  let covered = 0
  for (let lng = 114.495; lng <= 114.606; lng += 0.0101)
    for (const lat of [29.0001, 29.021, 29.0302, 29.04999, 29.0504, 29.0601, 29.08, 29.0999, 29.103]) {
      const lngLat = [Number(lng.toFixed(6)), lat] as const
      if (!ground.covers(lngLat)) continue
      covered += 1
      const server = PlaceHere.parse((await client.get(`/api/places/at?lng=${lngLat[0]}&lat=${lngLat[1]}`)).body)
      expect(placeHere(ground, hazards, lngLat)).toEqual(server)
    }
  expect(covered).toBeGreaterThan(60)
  const beyond = [inZhajin.longitude, inZhajin.latitude] as const
  const named = placeElsewhere(ground, hazards, beyond)
  expect(named).toMatchObject({ townshipName: '渣津镇', villageName: null, routeCode: null, zone: null })
  expect(placeElsewhere(ground, hazards, [113.85, 29.2])).toBeNull()
  // a phone of before has no outlines
  const { elsewhere: _, ...former } = ground.book
  expect(placeElsewhere(groundOf(former), hazards, beyond)).toBeNull()
  expect(ground.covers([inZhajin.longitude, inZhajin.latitude])).toBe(false)
})
