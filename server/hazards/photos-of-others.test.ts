import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { jpeg, sha256Of } from '../photos/test-pictures.ts'
import { variantsSettled } from '../photos/variants.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, inZhajin, newId, type Walk, walkIn } from '../test-walk.ts'
import { HazardWhole } from './answers.ts'

let county: TestCounty
let walk: Walk

beforeEach(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterEach(async () => {
  await variantsSettled(county.world.photos)
  await county.close()
})

const bring = async (account: string, bytes: Buffer) =>
  (await (await walk.as(account)).put(`/api/photos/${sha256Of(bytes)}`, bytes)).status
const canSee = async (account: string, sha256: string) =>
  (await (await walk.as(account)).get(`/api/photos/${sha256}/original`)).status === 200
const named = (sha256: string, given = {}) => ({
  ...{ id: newId(), sha256, capturedAt: '2026-11-18T00:58:00.000Z', position: null, ...given },
})
const leadWith = (sha256: string, given = {}) =>
  walk.reportBody({ photos: [named(sha256)], position: fixAt(inZhajin), sceneComplete: false, ...given })

/** Patches of light and dark, as of a street: what a plain slope of colours lacks. */
const scene = (seed: number): Promise<Buffer> => {
  const [width, height] = [12, 9]
  const patches = Uint8Array.from({ length: width * height }, (_, at) => ((at + 1) * (seed + at) * 7919) % 251)
  const raw = { width, height, channels: 1 } as const
  return sharp(patches, { raw }).resize(640, 480, { kernel: 'cubic' }).jpeg().toBuffer()
}

/** As the front door answers whoever brings no bytes along. */
const reportBy = async (account: string, body: Record<string, unknown>) =>
  (await walk.as(account)).put(`/api/hazards/${newId()}`, body)

/** On a hazard of another township, which a reporter does not see. */
const squadsPhoto = async () => {
  const bytes = await jpeg(320, 240, 77)
  await bring('squad1', bytes)
  const sha256 = sha256Of(bytes)
  await walk.report('squad1', { photos: [named(sha256)] })
  return { bytes, sha256 }
}

test('who knows only the hash of another’s photo is answered as if it were not there', async () => {
  const { sha256 } = await squadsPhoto()
  const stolen = await reportBy('reporter', await leadWith(sha256))
  const unknown = await reportBy('reporter', await leadWith('e'.repeat(64)))
  expect([stolen.status, stolen.at('code')]).toEqual([422, 'no-such-photo'])
  expect(stolen.at('fields')).toEqual(unknown.at('fields'))
  expect(await canSee('reporter', sha256)).toBe(false)
})

test('a promise of another’s photo shows nothing of it, not even when its owner sends it once more', async () => {
  const { bytes, sha256 } = await squadsPhoto()
  const lead = HazardWhole.parse((await reportBy('reporter', await leadWith(sha256, { photosFollow: true }))).body)
  expect(lead).toMatchObject({ photosAwaited: 1, photos: [] })
  expect(await bring('squad1', bytes)).toBe(200)
  // a third who has the same bytes keeps no promise of the reporter's either
  expect(await bring('squad2', bytes)).toBe(200)
  expect(await walk.look('reporter', lead.id)).toMatchObject({ photosAwaited: 1, photos: [] })
  expect(await canSee('reporter', sha256)).toBe(false)
})

test('who has the same bytes sends them, and then the photo is theirs to use as well', async () => {
  const { bytes, sha256 } = await squadsPhoto()
  const ahead = await reportBy('reporter', await leadWith(sha256, { photosFollow: true }))
  expect(await bring('reporter', bytes)).toBe(200)
  expect(await walk.look('reporter', String(ahead.at('id')))).toMatchObject({ photosAwaited: 0, photos: [{ sha256 }] })
  expect((await reportBy('reporter', await leadWith(sha256))).status).toBe(201)
  expect(await canSee('reporter', sha256)).toBe(true)
})

test('who carries a report in may use what they or its author sent', async () => {
  const [ofAuthor, ofCarrier] = [await jpeg(320, 240, 78), await jpeg(320, 240, 79)]
  await bring('squad1', ofAuthor)
  await bring('squad1b', ofCarrier)
  const photos = [named(sha256Of(ofAuthor)), named(sha256Of(ofCarrier))]
  const body = await walk.reportBody({ photos, onBehalfOf: 'squad1' })
  expect((await reportBy('squad1b', body)).status).toBe(201)
})

test('evidence is not exchanged afterwards: an original that shows something else than its copy stays off the hazard', async () => {
  const [seen, other] = [await scene(80), await scene(5)]
  const hazard = await walk.registered()
  const accepted = await walk.step('chief1', hazard, walk.onTask(hazard, 'accept'))
  const photo = named(sha256Of(other), { copySha256: sha256Of(seen) })
  await bring('chief1', seen)
  const body = await walk.submission(accepted, 0, { photos: [photo] })
  const submitted = await walk.step('chief1', accepted, walk.onTask(accepted, 'submit'), body)
  await walk.step('reviewer', submitted, walk.onTask(submitted, 'verify'))
  // the phone may let go of it all the same, and the journal knows what came
  expect(await bring('chief1', other)).toBe(201)
  const after = await walk.look('reviewer', hazard.id)
  expect(after.photos.at(-1)).toMatchObject({ id: photo.id, sha256: sha256Of(seen), originalUnlike: true })
  expect(after.originalsAwaited).toBe(0)
  const { db } = county.world
  const entries = await db.q.select().from(db.t.journal)
  const noted = entries.find(({ subjectId, kind }) => kind === 'photo-received' && subjectId === sha256Of(other))
  expect(JSON.parse(noted?.body ?? '{}')).toMatchObject({ unlikeCopyOf: [photo.id] })
})

test('a reporter of the same office carries nothing in for its chief, whose rights are more', async () => {
  const body = await walk.reportBody({ photos: [], sceneComplete: false, onBehalfOf: 'chief1' })
  expect((await walk.tryReport('reporter', body)).status).toBe(403)
})

test.each([
  ['a clock off by more than a century', { clockOffsetMs: 9e15 }],
  ['an offset in parts of a millisecond', { clockOffsetMs: 0.5 }],
  ['sent in the year 9999', { sentAt: '9999-01-01T00:00:00.000Z' }],
])('%s is refused and not reckoned with', async (_what, given) => {
  expect((await walk.tryReport('squad1', await walk.reportBody(given))).status).toBe(422)
})

test('a phone that begins in 1970 is off by half a century, and taken at its word', async () => {
  const clockOffsetMs = 1.8e12
  const photos = [await walk.photo({ clockOffsetMs })]
  const answer = await walk.tryReport('squad1', await walk.reportBody({ clockOffsetMs, photos }))
  expect(answer.status).toBe(201)
})
