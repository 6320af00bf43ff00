import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestAnswer, type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, inTheVillage, inYining, onTheRoad, type Walk, walkIn } from '../test-walk.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const shut = (answer: TestAnswer) => [answer.status, answer.at('because', 'reason')]
const addPhoto = async (given: Record<string, unknown> = {}) => ({ photos: [await walk.photo()], ...given })
/** A lead that the first squad has been sent to and not yet photographed. */
const dispatched = async () => walk.step('squad1', await walk.report('reporter'), 'dispatch', { unitId: 'unit-squad1' })

test('the team’s first photo opens the second stage; the reporter’s own had not', async () => {
  const lead = await dispatched()
  expect(lead).toMatchObject({ stage: 'team', photos: [{ takenBy: { id: 'reporter' } }] })
  county.clock.advance({ minutes: 20 })
  const hazard = await walk.step('squad1', lead, 'scene-photos', await addPhoto())
  expect(hazard.stage).toBe('camera')
  expect(hazard.photos.map(({ takenBy }) => takenBy?.id)).toEqual(['reporter', 'squad1'])
})

test('before a team is sent no scene photo is taken in, not even from the county', async () => {
  const lead = await walk.report('reporter')
  for (const account of ['squad1', 'reviewer'])
    expect(shut(await walk.tryStep(account, lead, 'scene-photos', await addPhoto()))).toEqual([409, 'no-team'])
})

test('a squad that was not sent and a road chief add no photos', async () => {
  const hazard = await walk.report('squad2', { position: fixAt(inYining) })
  expect(shut(await walk.tryStep('squad1', hazard, 'scene-photos', await addPhoto()))).toEqual([403, 'another-team'])
  const chief = await walk.tryStep('chief1', hazard, 'scene-photos', await addPhoto())
  expect(shut(chief)).toEqual([403, 'another-role'])
  expect(chief.at('who')).toEqual(['squad', 'county-reviewer'])
})

test('an empty handful of photos is refused, and so is one that has not arrived', async () => {
  const hazard = await dispatched()
  const none = await walk.tryStep('squad1', hazard, 'scene-photos', { photos: [] })
  expect([none.status, none.at('fields', 0, 'pointer')]).toEqual([422, '/photos'])
  const lost = await walk.tryStep('squad1', hazard, 'scene-photos', {
    photos: [await walk.photo({ sha256: 'cd'.repeat(32) })],
  })
  expect([lost.status, lost.at('code')]).toEqual([422, 'no-such-photo'])
  expect(await walk.look('squad1', hazard.id)).toEqual(hazard)
})

test('a better fix moves the hazard to where it is, and the old one stays in the journal', async () => {
  const hazard = await walk.report('squad1', { position: fixAt(inTheVillage) })
  const moved = await walk.step('squad1', hazard, 'scene-photos', await addPhoto({ position: fixAt(onTheRoad) }))
  expect(moved).toMatchObject({
    ...{ position: onTheRoad, placeCode: '360424100', zoneId: 'zone-x001', routeCode: 'X001360424' },
    outsideCounty: false,
  })
  expect(moved.timeline.find(({ kind }) => kind === 'hazard-reported')?.body).toMatchObject({ position: inTheVillage })
  expect(moved.timeline.at(-1)?.body).toMatchObject({ position: onTheRoad })
})

test('photos without a fix leave the hazard where it was', async () => {
  const hazard = await walk.report('squad1', { position: fixAt(onTheRoad) })
  const after = await walk.step('squad1', hazard, 'scene-photos', await addPhoto())
  expect([after.position, after.zoneId, after.routeCode]).toEqual([hazard.position, 'zone-x001', 'X001360424'])
})

test('an impossible fix is refused whole, a fix across the border is flagged', async () => {
  const hazard = await walk.report('squad1')
  const swapped = await addPhoto({ position: fixAt({ longitude: 29.08, latitude: 114.51 }) })
  const answer = await walk.tryStep('squad1', hazard, 'scene-photos', swapped)
  expect([answer.status, answer.at('code')]).toEqual([422, 'impossible-position'])
  const across = await addPhoto({ position: fixAt({ longitude: 113.85, latitude: 29.2 }) })
  expect((await walk.step('squad1', hazard, 'scene-photos', across)).outsideCounty).toBe(true)
})

test('the team ends the scene once, with a photo of its own and a position on file', async () => {
  const hazard = await walk.report('squad1', { sceneComplete: false })
  county.clock.advance({ minutes: 1 })
  const complete = await walk.step('squad1b', hazard, 'complete-scene')
  expect(complete).toMatchObject({ stage: 'camera', sceneCompletedAt: county.clock.now() })
  expect(shut(await walk.tryStep('squad1', complete, 'complete-scene'))).toEqual([409, 'scene-complete'])
})

test('the scene is not complete without a position, nor before the first photo by a team', async () => {
  const nowhere = await walk.report('squad1', { position: null, placeCode: '360424100' })
  expect(shut(await walk.tryStep('squad1', nowhere, 'complete-scene'))).toEqual([409, 'no-position'])
  const placed = await walk.step('squad1', nowhere, 'scene-photos', await addPhoto({ position: fixAt(inYining) }))
  expect((await walk.step('squad1', placed, 'complete-scene')).sceneCompletedAt).not.toBeNull()
  expect(shut(await walk.tryStep('squad1', await dispatched(), 'complete-scene'))).toEqual([409, 'another-stage'])
})

test('another team and other roles do not end the scene', async () => {
  const hazard = await walk.report('squad2', { position: fixAt(inYining), sceneComplete: false })
  expect(shut(await walk.tryStep('squad1', hazard, 'complete-scene'))).toEqual([403, 'another-team'])
  expect(shut(await walk.tryStep('chief1', hazard, 'complete-scene'))).toEqual([403, 'another-role'])
  expect((await walk.step('reviewer', hazard, 'complete-scene')).sceneCompletedAt).not.toBeNull()
})

test('once cleared the scene takes in no more photos: what is seen then belongs to a revisit', async () => {
  const hazard = await walk.cleared()
  expect(shut(await walk.tryStep('squad1', hazard, 'scene-photos', await addPhoto()))).toEqual([409, 'another-stage'])
})
