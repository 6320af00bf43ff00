import { afterAll, beforeAll, expect, test } from 'vitest'
import { shortCodeOf } from '../domain/short-code.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, inTheVillage, inYining, newId, onTheRoad, type Walk, walkIn } from '../test-walk.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const kinds = (hazard: { timeline: { kind: string }[] }) => hazard.timeline.map(({ kind }) => kind)

test('a squad’s own report is at once its dispatch, and its photo opens the second stage', async () => {
  const hazard = await walk.report('squad1', { sceneComplete: false })
  expect(hazard).toMatchObject({
    ...{ stage: 'camera', version: 1, registerNumber: null, severity: null, colour: null, sceneCompletedAt: null },
    team: { id: 'unit-squad1' },
    dispatchedAt: county.clock.now(),
    reportedBy: { id: 'squad1' },
  })
  expect(kinds(hazard)).toEqual(['hazard-reported', 'team-dispatched', 'scene-photo-added'])
  expect(hazard.photos).toMatchObject([{ role: 'scene', taskId: null, takenBy: { id: 'squad1' } }])
})

test('a squad that has photographed all there is ends the scene in the same gesture, each step with its own entry', async () => {
  const hazard = await walk.report('squad1')
  expect(hazard).toMatchObject({ stage: 'camera', sceneCompletedAt: county.clock.now() })
  expect(kinds(hazard)).toEqual(['hazard-reported', 'team-dispatched', 'scene-photo-added', 'scene-completed'])
})

test('without a photo a squad’s report is dispatched but waits in the first stage, whatever it claims of the scene', async () => {
  const hazard = await walk.report('squad1', { photos: [] })
  expect(hazard).toMatchObject({ stage: 'team', team: { id: 'unit-squad1' }, sceneCompletedAt: null })
  expect(kinds(hazard)).toEqual(['hazard-reported', 'team-dispatched'])
})

test('without a position the scene is not complete, whatever is claimed', async () => {
  const hazard = await walk.report('squad1', { position: null, placeCode: '360424100201' })
  expect(hazard).toMatchObject({ stage: 'camera', sceneCompletedAt: null, placeCode: '360424100201', position: null })
})

test.each(['reporter', 'chief1', 'dept1', 'reviewer'])(
  'a report by %s waits in the first stage for a team, though it has a photo',
  async (account) => {
    const hazard = await walk.report(account)
    expect(hazard).toMatchObject({ stage: 'team', team: null, dispatchedAt: null, sceneCompletedAt: null })
    expect(kinds(hazard)).toEqual(['hazard-reported'])
    expect(hazard.photos).toHaveLength(1)
  },
)

test.each(['leader', 'admin'])('%s reports nothing, and is told who does', async (account) => {
  const answer = await walk.tryReport(account, await walk.reportBody())
  expect(answer.status).toBe(403)
  expect(answer.body).toMatchObject({ code: 'not-yours', because: { reason: 'another-role' } })
  expect(answer.at('who')).toEqual(['squad', 'road-chief', 'department', 'county-reviewer', 'light-reporter'])
})

test('a stranger reports nothing', async () => {
  const answer = await county.stranger().put(`/api/hazards/${newId()}`, await walk.reportBody())
  expect(answer.status).toBe(401)
})

test('the id is the phone’s, and the short code the one that the phone shows for it', async () => {
  const id = newId()
  const answer = await walk.tryReport('reporter', await walk.reportBody(), id)
  expect(answer.status).toBe(201)
  expect(answer.headers.get('ETag')).toBe('"1"')
  expect(answer.body).toMatchObject({ id, shortCode: shortCodeOf(id) })
})

test('a report sent again is answered the same with 200 and not doubled', async () => {
  const [id, body] = [newId(), await walk.reportBody()]
  const first = await walk.tryReport('squad1', body, id)
  county.clock.advance({ minutes: 5 })
  const again = await walk.tryReport('squad1', body, id)
  expect([first.status, again.status]).toEqual([201, 200])
  expect(again.body).toEqual(first.body)
})

test('a report sent ten times at once is one report', async () => {
  const [id, body] = [newId(), await walk.reportBody()]
  const answers = await Promise.all(Array.from({ length: 10 }, () => walk.tryReport('squad1', body, id)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 200, 201])
  const hazard = await walk.look('squad1', id)
  expect(hazard.photos).toHaveLength(1)
  expect(hazard.timeline).toHaveLength(4)
})

test('a report sent again after others have gone on shows where it is now', async () => {
  const [id, body] = [newId(), await walk.reportBody()]
  await walk.tryReport('reporter', body, id)
  await walk.step('reviewer', { id, version: 1 }, 'dispatch', { unitId: 'unit-squad1' })
  const again = await walk.tryReport('reporter', body, id)
  expect(again.status).toBe(200)
  expect(again.body).toMatchObject({ version: 2, team: { id: 'unit-squad1' } })
})

test('other content under a used id is refused and nothing of it kept', async () => {
  const hazard = await walk.report('squad1')
  const before = await walk.look('squad1', hazard.id)
  for (const given of [{ description: '另一处' }, { position: fixAt(inTheVillage) }, { photos: [] }]) {
    const answer = await walk.tryReport('squad1', await walk.reportBody(given), hazard.id)
    expect(answer.status).toBe(409)
    expect(answer.at('code')).toBe('other-content')
  }
  expect(await walk.look('squad1', hazard.id)).toEqual(before)
})

test('the same content under a used id by somebody else is refused and tells nothing of the first', async () => {
  const [id, body] = [newId(), await walk.reportBody()]
  await walk.tryReport('squad1', body, id)
  const answer = await walk.tryReport('squad2', body, id)
  expect(answer.status).toBe(409)
  expect(JSON.stringify(answer.body)).not.toContain('squad1')
})

test('where it lies is found from the position: township, village, zone, road and chainage', async () => {
  const village = await walk.report('reporter', { position: fixAt(inTheVillage) })
  expect(village).toMatchObject({
    ...{ placeCode: '360424100201', townshipName: '义宁镇', villageName: '城北村', zoneId: 'zone-360424100201' },
    ...{ routeCode: null, chainageMetres: null, outsideCounty: false },
  })
  const road = await walk.report('reporter', { position: fixAt(onTheRoad) })
  expect(road).toMatchObject({
    ...{ placeCode: '360424100', townshipName: '义宁镇', zoneId: 'zone-x001', routeCode: 'X001360424' },
    roadClass: 'county',
  })
  expect(road.chainageMetres).toBeGreaterThan(7_000)
  expect(road.chiefs.map(({ id, level }) => [id, level])).toEqual([
    ['county-chief', 'county'],
    ['chief1', 'township'],
  ])
})

test('outside the county is accepted and flagged: a fix across the border is legitimate', async () => {
  const hazard = await walk.report('squad1', { position: fixAt({ longitude: 113.85, latitude: 29.2 }) })
  expect(hazard).toMatchObject({ outsideCounty: true, placeCode: '360424', stage: 'camera' })
})

test('three clocks are kept: captured by the phone, received by the server', async () => {
  const capturedAt = '2026-11-17T23:00:00.000Z'
  const hazard = await walk.report('squad1', { capturedAt, photos: [await walk.photo({ capturedAt })] })
  expect(hazard).toMatchObject({ capturedAt, reportedAt: county.clock.now() })
  expect(hazard.photos).toMatchObject([{ capturedAt, attachedAt: county.clock.now() }])
})

test('a photo carries the position at which it was taken, beside the hazard’s own', async () => {
  const hazard = await walk.report('squad1', { photos: [await walk.photo({ position: fixAt(inTheVillage) })] })
  expect(hazard.position).toMatchObject({ ...inYining, source: 'device', accuracyMetres: 6 })
  expect(hazard.photos).toMatchObject([{ position: { ...inTheVillage, source: 'device' } }])
})
