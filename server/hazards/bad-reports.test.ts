import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestAnswer, type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, inYining, newId, type Walk, walkIn } from '../test-walk.ts'

/** What is well-formed and wrong is refused with 422, says where, and leaves nothing behind. */
let county: TestCounty
let walk: Walk
let before: unknown

const everything = async (): Promise<unknown> => {
  const { db } = county.world
  const n = { n: sql`count(*)`.mapWith(Number) }
  return Promise.all([...[db.t.hazards, db.t.hazardPhotos, db.t.journal].map((table) => db.q.select(n).from(table))])
}

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
  await walk.report('squad1')
})
beforeEach(async () => {
  before = await everything()
})
afterAll(() => county.close())

const mustBeRefused = async (answer: TestAnswer, code: string, fault?: { pointer: string; fault: string }) => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(422)
  expect(answer.at('code')).toBe(code)
  if (fault) expect(answer.at('fields')).toContainEqual(fault)
  expect(await everything()).toEqual(before)
}
const reporting = async (given: Record<string, unknown>, account = 'squad1') =>
  walk.tryReport(account, await walk.reportBody(given))

test.each(['stage', 'version', 'severity', 'registerNumber', 'teamUnitId', 'reportedBy', 'setAside', 'county'])(
  'nobody sets %s by the back door',
  async (field) => {
    await mustBeRefused(await reporting({ [field]: 'cleared' }), 'invalid', {
      pointer: `/${field}`,
      fault: 'unknown-field',
    })
  },
)

test('names through which a prototype is reached are refused', async () => {
  const body = JSON.stringify(await walk.reportBody()).replace(/^\{/, '{"__proto__":{"stage":"cleared"},')
  const client = await walk.as('squad1')
  const answer = await client.put(`/api/hazards/${newId()}`, body, { 'Content-Type': 'application/json' })
  await mustBeRefused(answer, 'invalid')
})

test('fields within fields are as closed as the whole', async () => {
  const photo = await walk.photo()
  await mustBeRefused(await reporting({ photos: [{ ...photo, role: 'after' }] }), 'invalid', {
    pointer: '/photos/0/role',
    fault: 'unknown-field',
  })
  await mustBeRefused(await reporting({ position: { ...fixAt(inYining), placeCell: 1 } }), 'invalid', {
    pointer: '/position/placeCell',
    fault: 'unknown-field',
  })
})

test('swapped coordinates are refused, the reason named', async () => {
  const swapped = fixAt({ longitude: inYining.latitude, latitude: inYining.longitude })
  await mustBeRefused(await reporting({ position: swapped }), 'impossible-position', {
    pointer: '/position',
    fault: 'swapped',
  })
})

test.each([
  ['past the pole', { longitude: 114.5, latitude: 90.5 }, 'out-of-range'],
  ['past the date line', { longitude: 181, latitude: 29 }, 'out-of-range'],
  ['as far off as a number goes', { longitude: 1e308, latitude: -1e308 }, 'out-of-range'],
  ['where a device without a fix says it is', { longitude: 0, latitude: 0 }, 'null-island'],
])('a position %s is refused', async (_where, lngLat, fault) => {
  await mustBeRefused(await reporting({ position: fixAt(lngLat) }), 'impossible-position', {
    pointer: '/position',
    fault,
  })
})

test('a photo’s own impossible position refuses the whole report and names the photo', async () => {
  const photos = [await walk.photo(), await walk.photo({ position: fixAt({ longitude: 0, latitude: 0 }) })]
  await mustBeRefused(await reporting({ photos }), 'impossible-position', {
    pointer: '/photos/1/position',
    fault: 'null-island',
  })
})

test('a photo that has not arrived is asked for by its place in the list', async () => {
  const photos = [await walk.photo(), await walk.photo({ sha256: 'ab'.repeat(32) })]
  await mustBeRefused(await reporting({ photos }), 'no-such-photo', {
    pointer: '/photos/1/sha256',
    fault: 'not-received',
  })
})

test('two photos under one id are refused, whether within a report or across two', async () => {
  const photo = await walk.photo()
  await mustBeRefused(await reporting({ photos: [photo, photo] }), 'invalid', {
    pointer: '/photos/1/id',
    fault: 'repeated-id',
  })
  const hazard = await walk.report('squad1')
  before = await everything()
  const answer = await reporting({ photos: [await walk.photo({ id: hazard.photos[0]?.id })] })
  expect(answer.status).toBe(409)
  expect(answer.at('code')).toBe('other-content')
  expect(await everything()).toEqual(before)
})

test('codes and places that the county does not know are refused', async () => {
  await mustBeRefused(await reporting({ code: 'Z99' }), 'invalid', { pointer: '/code', fault: 'unknown' })
  await mustBeRefused(await reporting({ position: null, placeCode: '360424999' }), 'invalid', {
    pointer: '/placeCode',
    fault: 'unknown',
  })
})

test.each([
  ['no code', { code: undefined }, '/code', 'required'],
  ['a code in small letters', { code: 'a04' }, '/code', 'wrong-format'],
  ['a source of its own making', { source: 'rumour' }, '/source', 'not-in-list'],
  ['a description of a novel’s length', { description: '长'.repeat(2001) }, '/description', 'too-long'],
  ['control characters in the description', { description: 'a\u0007b' }, '/description', 'wrong'],
  ['a day for an instant', { capturedAt: '2026-11-18' }, '/capturedAt', 'wrong-format'],
  ['an instant that never was', { capturedAt: '2026-02-30T00:00:00.000Z' }, '/capturedAt', 'wrong-format'],
  ['a local time for an instant', { capturedAt: '2026-11-18T08:00:00.000+08:00' }, '/capturedAt', 'wrong-format'],
  ['31 photos', { photos: Array.from({ length: 31 }, () => ({})) }, '/photos', 'too-many'],
  ['a position in words', { position: '114.5, 29.0' }, '/position', 'wrong-type'],
  [
    'a negative accuracy',
    { position: { ...fixAt(inYining), accuracyMetres: -1 } },
    '/position/accuracyMetres',
    'too-small',
  ],
])('a report with %s is refused', async (_what, given, pointer, fault) => {
  await mustBeRefused(await reporting(given), 'invalid', { pointer, fault })
})

test('“other” without a word on what it is is refused', async () => {
  await mustBeRefused(await reporting({ code: 'H99', description: '' }), 'invalid', {
    pointer: '/description',
    fault: 'required',
  })
})

test('an id that is no UUID is refused', async () => {
  for (const id of ['1', 'not-an-id', `${newId()}0`, '%27%20or%201=1'])
    await mustBeRefused(await walk.tryReport('squad1', await walk.reportBody(), id), 'invalid')
})

test('what was refused once can be sent again in order under the same id', async () => {
  const id = newId()
  const body = await walk.reportBody({ code: 'Z99' })
  expect((await walk.tryReport('squad1', body, id)).status).toBe(422)
  expect((await walk.tryReport('squad1', { ...body, code: 'A04' }, id)).status).toBe(201)
})
