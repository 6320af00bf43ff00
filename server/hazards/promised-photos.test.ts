import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepBooks } from '../../db/unit-of-work.ts'
import { sha256Of } from '../photos/test-pictures.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, inYining, newId, type Walk, walkIn } from '../test-walk.ts'
import { mostOwed } from './attach-photos.ts'
import { addPromises } from './promise-store.ts'
import { asTaken, kinds, promising, shoot } from './test-promises.ts'

let county: TestCounty
let walk: Walk

beforeEach(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterEach(() => county.close())

const { ahead, bring, reported } = promising(() => walk)

test('a record goes ahead of its photos: the hazard is there at once and says what is still awaited', async () => {
  const hazard = await reported([await shoot(), await shoot()])
  expect(hazard).toMatchObject({ stage: 'team', photosAwaited: 2, originalsAwaited: 0, photos: [], version: 1 })
  expect(kinds(hazard)).toEqual(['hazard-reported', 'team-dispatched'])
})

test('without the word that photos follow, one that is not here refuses the whole report', async () => {
  const answer = await walk.tryReport('squad1', { ...(await ahead([await shoot()])), photosFollow: false })
  expect([answer.status, answer.at('code')]).toEqual([422, 'no-such-photo'])
})

test('the first photo that arrives opens the second stage, the last closes the scene, each with its entry', async () => {
  const shots = [await shoot(), await shoot()]
  const { id } = await reported(shots)
  await bring(shots[1]?.copy ?? null)
  const one = await walk.look('squad1', id)
  expect(one).toMatchObject({
    stage: 'camera',
    version: 2,
    photosAwaited: 1,
    originalsAwaited: 1,
    sceneCompletedAt: null,
  })
  await bring(shots[0]?.copy ?? null)
  const both = await walk.look('squad1', id)
  expect(both).toMatchObject({ stage: 'camera', version: 3, photosAwaited: 0, originalsAwaited: 2 })
  expect(both.sceneCompletedAt).toBe(county.clock.now())
  expect(kinds(both).slice(2)).toEqual(['scene-photo-added', 'scene-photo-added', 'scene-completed'])
})

test('photos stand in the order in which they were taken, in whatever order they arrive', async () => {
  const shots = [await shoot(), await shoot(false), await shoot()]
  const { id } = await reported(shots)
  await bring(shots[2]?.original ?? null)
  await bring(shots[1]?.original ?? null)
  await bring(shots[0]?.copy ?? null)
  const { photos } = await walk.look('squad1', id)
  expect(photos.map((photo) => photo.id)).toEqual(shots.map((shot) => shot.id))
})

test('photos added meanwhile stand behind those that are still awaited', async () => {
  const shots = [await shoot(), await shoot()]
  const { id, version } = await reported(shots)
  const later = await walk.photo()
  await walk.step('squad1', { id, version }, 'scene-photos', { photos: [later] })
  for (const { copy } of shots) await bring(copy)
  const { photos } = await walk.look('squad1', id)
  expect(photos.map((photo) => photo.id)).toEqual([...shots.map((shot) => shot.id), later['id']])
})

test('the original takes the place of its copy, which is remembered, and moves nothing else', async () => {
  const shot = await shoot()
  const { id } = await reported([shot])
  await bring(shot.copy)
  const before = await walk.look('squad1', id)
  const [copy, original] = [sha256Of(shot.copy ?? Buffer.of()), sha256Of(shot.original)]
  expect(before.photos).toMatchObject([{ id: shot.id, sha256: copy, copySha256: copy, takenWith: 'viewfinder' }])
  await bring(shot.original)
  const after = await walk.look('squad1', id)
  expect(after.photos).toMatchObject([{ id: shot.id, sha256: original, copySha256: copy, clockOffsetMs: 1200 }])
  const bytesAside = { photos: [], originalsAwaited: 0, photoSha256: '' }
  expect({ ...after, ...bytesAside }).toEqual({ ...before, ...bytesAside })
  expect([before.originalsAwaited, after.originalsAwaited]).toEqual([1, 0])
})

test('where the original comes first nobody waits for the copy', async () => {
  const shot = await shoot()
  const { id } = await reported([shot])
  await bring(shot.original)
  await bring(shot.copy)
  const hazard = await walk.look('squad1', id)
  expect(hazard).toMatchObject({ photosAwaited: 0, originalsAwaited: 0, version: 2 })
  expect(hazard.photos).toMatchObject([{ sha256: sha256Of(shot.original), copySha256: null }])
})

test('a photo that arrived before its record is attached at once, and nothing is promised of it', async () => {
  const [here, half, away] = [await shoot(), await shoot(), await shoot()]
  await bring(here.original)
  await bring(half.copy)
  const hazard = await reported([here, half, away])
  expect(hazard).toMatchObject({ stage: 'camera', photosAwaited: 1, originalsAwaited: 1, sceneCompletedAt: null })
  expect(hazard.photos.map(({ id }) => id)).toEqual([here.id, half.id])
})

test('two hazards that promise the same bytes both get them', async () => {
  const shot = await shoot()
  const one = await reported([shot])
  const other = await reported([{ ...shot, id: newId() }])
  await bring(shot.copy)
  await bring(shot.original)
  for (const { id } of [one, other])
    expect(await walk.look('squad1', id)).toMatchObject({ photosAwaited: 0, originalsAwaited: 0, stage: 'camera' })
})

test('many photos of one hazard that arrive at once all stand there, and the scene is closed once', async () => {
  const shots = await Promise.all(Array.from({ length: 6 }, () => shoot()))
  const { id } = await reported(shots)
  await Promise.all(shots.flatMap(({ copy, original }) => [bring(copy), bring(original)]))
  const hazard = await walk.look('squad1', id)
  expect(hazard).toMatchObject({ stage: 'camera', photosAwaited: 0, originalsAwaited: 0, version: 7 })
  expect(hazard.photos.map((photo) => photo.sha256)).toEqual(shots.map(({ original }) => sha256Of(original)))
  expect(kinds(hazard).filter((kind) => kind === 'scene-completed')).toHaveLength(1)
  expect(kinds(hazard).filter((kind) => kind === 'scene-photo-added')).toHaveLength(6)
})

test('the record and its photos sent at the same moment miss each other in no order', async () => {
  for (let round = 0; round < 5; round++) {
    const [shot, id] = [await shoot(), newId()]
    const body = await ahead([shot])
    await Promise.all([bring(shot.copy), walk.tryReport('squad1', body, id), bring(shot.original)])
    expect(await walk.look('squad1', id)).toMatchObject({ photosAwaited: 0, originalsAwaited: 0, stage: 'camera' })
  }
})

test('the same report again answers the same, before and after its photos; other content under its id is refused', async () => {
  const [shot, id] = [await shoot(), newId()]
  const body = await ahead([shot])
  expect((await walk.tryReport('squad1', body, id)).status).toBe(201)
  expect((await walk.tryReport('squad1', body, id)).status).toBe(200)
  await bring(shot.copy)
  const again = await walk.tryReport('squad1', { ...body, photosFollow: false }, id)
  expect([again.status, again.at('photos', 'length'), again.at('originalsAwaited')]).toEqual([200, 1, 1])
  expect((await walk.tryReport('squad1', { ...body, spot: '别处' }, id)).status).toBe(409)
  const stolen = await ahead([{ ...(await shoot()), id: shot.id }])
  const answer = await walk.tryReport('squad1', stolen)
  expect([answer.status, answer.at('fields', 0, 'fault')]).toEqual([409, 'used-id'])
})

test('without a position the scene stays open, however whole its photos are', async () => {
  const shot = await shoot()
  const { id } = await reported([shot], { position: null, placeCode: '360424100' })
  await bring(shot.copy)
  expect(await walk.look('squad1', id)).toMatchObject({ stage: 'camera', sceneCompletedAt: null, photosAwaited: 0 })
})

test('a reporter’s photos come late without opening the second stage, also once a team was sent', async () => {
  const [first, second] = [await shoot(), await shoot()]
  const { id } = await reported([first, second], {}, 'reporter')
  await bring(first.copy, 'reporter')
  const lead = await walk.look('squad1', id)
  expect(lead).toMatchObject({ stage: 'team', photosAwaited: 1 })
  county.clock.advance({ minutes: 5 })
  await walk.step('squad1', lead, 'dispatch', { unitId: 'unit-squad1' })
  await bring(second.copy, 'reporter')
  const sent = await walk.look('squad1', id)
  expect(sent).toMatchObject({ stage: 'team', photosAwaited: 0, sceneCompletedAt: null })
  const refused = await walk.tryStep('squad1', sent, 'complete-scene')
  expect(refused.status).toBe(409)
})

test('photos promised to what was voided or merged meanwhile are kept with it all the same', async () => {
  const [ofVoid, ofMerged] = [await shoot(), await shoot()]
  const gone = await reported([ofVoid])
  await walk.step('reviewer', gone, 'void', { because: '重复' })
  const survivor = await walk.report('squad1', { position: fixAt(inYining) })
  const merged = await reported([ofMerged])
  await walk.step('reviewer', merged, 'merge', { intoId: survivor.id, because: '同一处' })
  expect((await walk.look('reviewer', survivor.id)).photosAwaited).toBe(1)
  await bring(ofVoid.copy)
  await bring(ofMerged.copy)
  expect((await walk.look('reviewer', gone.id)).photos).toHaveLength(1)
  const whole = await walk.look('reviewer', survivor.id)
  expect([whole.photosAwaited, whole.photos.map(({ id }) => id)]).toEqual([0, expect.arrayContaining([ofMerged.id])])
})

test('a step needs the copy or the original of each photo; of a copy the original is promised', async () => {
  const hazard = await walk.registered()
  const accepted = await walk.step('chief1', hazard, walk.onTask(hazard, 'accept'))
  const shot = await shoot()
  const submission = await walk.submission(accepted, 0, { photos: [asTaken(shot)] })
  const refused = await walk.tryStep('chief1', accepted, walk.onTask(accepted, 'submit'), submission)
  expect([refused.status, refused.at('code')]).toEqual([422, 'no-such-photo'])
  await bring(shot.copy, 'chief1')
  const submitted = await walk.step('chief1', accepted, walk.onTask(accepted, 'submit'), submission)
  expect(submitted).toMatchObject({ photosAwaited: 0, originalsAwaited: 1 })
  await bring(shot.original, 'squad1')
  const after = await walk.look('reviewer', hazard.id)
  expect([after.originalsAwaited, after.version]).toEqual([0, submitted.version])
  expect(after.photos.at(-1)).toMatchObject({
    role: 'after',
    sha256: sha256Of(shot.original),
    taskId: hazard.tasks[0]?.id,
  })
})

/** As many photos as given, promised long or short ago on a hazard that is there, and never sent. */
const owe = async (count: number, promisedAt = county.clock.now(), takenBy = 'squad1') => {
  const { id } = await reported([], {}, takenBy)
  const { db } = county.world
  const row = {
    county: '360424',
    part: 'original' as const,
    hazardId: id,
    role: 'scene' as const,
    takenBy,
    position: 0,
  }
  const facts = { capturedAt: promisedAt, promisedAt }
  for (let at = 0; at < count; at += 500)
    await keepBooks(db, (tx) => {
      const some = Array.from({ length: Math.min(500, count - at) }, newId)
      return addPromises(
        tx,
        some.map((photoId) => ({ ...row, ...facts, photoId, sha256: sha256Of(Buffer.from(photoId)) })),
      )
    })
}

test('nobody promises photos without end: who owes two thousand waits until some have come', async () => {
  await owe(mostOwed - 1)
  const [last, more] = [await shoot(), await shoot()]
  expect((await walk.tryReport('squad1', await ahead([last]))).status).toBe(201)
  const [body, id] = [await ahead([more]), newId()]
  const waits = await walk.tryReport('squad1', body, id)
  expect([waits.status, waits.at('code'), waits.headers.get('Retry-After')]).toEqual([429, 'photos-owed', '60'])
  // others owe nothing
  expect((await walk.tryReport('squad2', await ahead([await shoot()]))).status).toBe(201)
  await bring(last.copy)
  expect((await walk.tryReport('squad1', body, id)).status).toBe(201)
})

test('what a lost phone promised a week ago keeps its owner from nothing', async () => {
  await owe(mostOwed)
  expect((await walk.tryReport('squad1', await ahead([await shoot()]))).status).toBe(429)
  walk.later({ days: 8 })
  expect((await walk.tryReport('squad1', await ahead([await shoot()]))).status).toBe(201)
})
