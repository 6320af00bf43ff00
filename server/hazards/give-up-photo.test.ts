import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256Of } from '../photos/test-pictures.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { newId, type Walk, walkIn } from '../test-walk.ts'
import { kinds, promising, shoot } from './test-promises.ts'

let county: TestCounty
let walk: Walk

beforeEach(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterEach(() => county.close())

const { bring, reported } = promising(() => walk)

const giveUp = async (account: string, hazardId: string, photoId: string) =>
  (await (await walk.as(account)).delete(`/api/hazards/${hazardId}/awaited-photos/${photoId}`)).status

test('a photo that cannot be received is given up by whoever took it: nobody waits for it, and the rest is the scene', async () => {
  const [good, bad] = [await shoot(), await shoot()]
  const { id } = await reported([good, bad])
  await bring(good.copy)
  expect(await walk.look('squad1', id)).toMatchObject({ photosAwaited: 1, sceneCompletedAt: null, version: 2 })
  expect(await giveUp('squad1', id, bad.id)).toBe(204)
  const whole = await walk.look('squad1', id)
  expect(whole).toMatchObject({ stage: 'camera', photosAwaited: 0, originalsAwaited: 1, version: 3 })
  expect(whole.sceneCompletedAt).toBe(county.clock.now())
  expect(kinds(whole).slice(-2)).toEqual(['photo-given-up', 'scene-completed'])
  // said again it is the same, and what was received is never given up
  expect(await giveUp('squad1', id, bad.id)).toBe(204)
  await bring(good.original)
  expect(await giveUp('squad1', id, good.id)).toBe(204)
  expect(await walk.look('squad1', id)).toMatchObject({ photosAwaited: 0, version: 3, photos: [{ id: good.id }] })
  expect(kinds(await walk.look('squad1', id))).toEqual(kinds(whole))
})

test('where the only photo is given up the hazard still needs one of a team', async () => {
  const bad = await shoot()
  const { id } = await reported([bad])
  expect(await giveUp('squad1', id, bad.id)).toBe(204)
  const bare = await walk.look('squad1', id)
  expect(bare).toMatchObject({ stage: 'team', photosAwaited: 0, originalsAwaited: 0, sceneCompletedAt: null })
  const again = await walk.step('squad1', bare, 'scene-photos', { photos: [await walk.photo()] })
  expect(again).toMatchObject({ stage: 'camera', photosAwaited: 0 })
})

test('an original that cannot be received is given up while its copy stands, and the photo says so', async () => {
  const shot = await shoot()
  const { id } = await reported([shot])
  await bring(shot.copy)
  const before = await walk.look('squad1', id)
  expect(await giveUp('squad1', id, shot.id)).toBe(204)
  const after = await walk.look('squad1', id)
  expect(after).toMatchObject({
    originalsAwaited: 0,
    version: before.version,
    sceneCompletedAt: before.sceneCompletedAt,
  })
  const [photo] = after.photos
  expect(photo).toMatchObject({ sha256: sha256Of(shot.copy ?? Buffer.of()), originalGivenUp: true })
  expect(photo?.originalUnlike).toBeUndefined()
})

test('nobody gives up the photo of another: to them it is not there', async () => {
  const shot = await shoot()
  const { id } = await reported([shot])
  for (const account of ['squad1b', 'squad2', 'reviewer']) expect(await giveUp(account, id, shot.id)).toBe(404)
  expect(await giveUp('squad1', id, newId())).toBe(404)
  expect((await walk.look('squad1', id)).photosAwaited).toBe(1)
  expect(await giveUp('squad1', id, shot.id)).toBe(204)
})

test('who carried a report in gives up what they cannot bring', async () => {
  const shot = await shoot()
  const { id } = await reported([shot], { onBehalfOf: 'squad1' }, 'squad1b')
  expect(await giveUp('squad1b', id, shot.id)).toBe(204)
  expect((await walk.look('squad1', id)).photosAwaited).toBe(0)
})
