import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { newId, type Walk, walkIn } from '../test-walk.ts'

let county: TestCounty
let walk: Walk

beforeEach(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterEach(() => county.close())

test('the county carries in what a squad’s phone could not send: the finder and the stage are the squad’s', async () => {
  const answer = await walk.tryReport('reviewer', await walk.reportBody({ onBehalfOf: 'squad1' }))
  expect(answer.status).toBe(201)
  expect(answer.body).toMatchObject({
    ...{ stage: 'camera', reportedBy: { id: 'squad1' }, team: { id: 'unit-squad1' } },
    photos: [{ takenBy: { id: 'squad1' } }],
    timeline: [
      { kind: 'hazard-reported', actor: { id: 'reviewer' }, body: { onBehalfOf: 'squad1' } },
      ...[{ kind: 'team-dispatched' }, { kind: 'scene-photo-added' }, { kind: 'scene-completed' }],
    ],
  })
})

test('what was carried in and then comes from the author’s own phone is there once', async () => {
  const [body, id] = [await walk.reportBody(), newId()]
  expect((await walk.tryReport('squad1b', { ...body, onBehalfOf: 'squad1' }, id)).status).toBe(201)
  expect((await walk.tryReport('squad1', body, id)).status).toBe(200)
  expect((await walk.tryReport('squad1b', { ...body, onBehalfOf: 'squad1' }, id)).status).toBe(200)
  expect((await walk.tryReport('squad1b', body, id)).status).toBe(409)
})

test.each([
  ['another squad', 'squad2', 'squad1', 403],
  ['a chief', 'chief1', 'squad1', 403],
  ['a leader', 'leader', 'squad1', 403],
  ['the county, for a leader', 'reviewer', 'leader', 403],
  ['the county, for nobody', 'reviewer', 'nobody', 404],
])('%s carries nothing in', async (_who, carrier, author, status) => {
  expect((await walk.tryReport(carrier, await walk.reportBody({ onBehalfOf: author }))).status).toBe(status)
})

test('for somebody who has left nothing is carried in', async () => {
  const body = await walk.reportBody({ onBehalfOf: 'squad1b' })
  const admin = await walk.as('admin')
  const people = await admin.get('/api/people')
  const list: unknown = people.at('people')
  const person = Array.isArray(list) ? list.find((one) => one.id === 'squad1b') : undefined
  const change = {
    account: person.account,
    name: person.name,
    phone: person.phone,
    role: person.role,
    unitId: person.unitId,
    active: false,
  }
  const dismissed = await admin.put('/api/people/squad1b', change, { 'If-Match': `"${person.version}"` })
  expect(dismissed.status).toBe(200)
  expect((await walk.tryReport('reviewer', body)).status).toBe(404)
})

test('a phone two years off: the order is that of receipt, and the time at the shutter is kept with its offset', async () => {
  const twoYears = 2 * 365 * 24 * 3600_000
  const clocks = { sentAt: '2026-11-18T00:59:30.000Z', clockOffsetMs: twoYears, capturedAt: '2026-11-18T00:30:00.000Z' }
  const off = await walk.report('squad1', { ...clocks, photos: [await walk.photo({ clockOffsetMs: twoYears })] })
  county.clock.advance({ minutes: 1 })
  const right = await walk.report('squad1')
  expect(off).toMatchObject({ ...clocks, reportedAt: '2026-11-18T01:00:00.000Z' })
  expect(off.photos).toMatchObject([{ clockOffsetMs: twoYears }])
  expect(off.timeline[0]?.body).toMatchObject(clocks)
  expect(off.reportedAt < right.reportedAt).toBe(true)
  expect(off.timeline.at(-1)?.seq).toBeLessThan(right.timeline[0]?.seq ?? 0)
})

test('a squad cures on the spot as the unit of the task: found, entered, done and verified by somebody else', async () => {
  const scene = await walk.report('squad1')
  const entered = await walk.step('squad1', scene, 'register', {
    ...{ code: 'A05', severity: 'minor', sameDay: true, description: '标志被遮挡', spot: '' },
    tasks: [{ id: newId(), unitId: 'unit-squad1', measures: [] }],
  })
  expect((await walk.tryStep('squad2', entered, walk.onTask(entered, 'accept'))).status).toBeGreaterThanOrEqual(403)
  const accepted = await walk.step('squad1', entered, walk.onTask(entered, 'accept'))
  const done = await walk.step('squad1', accepted, walk.onTask(accepted, 'submit'), await walk.submission(accepted))
  const own = await walk.tryStep('squad1', done, walk.onTask(done, 'verify'))
  expect([own.status, own.at('because', 'reason')]).toEqual([409, 'own-work'])
  const cleared = await walk.step('squad1b', done, walk.onTask(done, 'verify'))
  expect(cleared.stage).toBe('cleared')
})
