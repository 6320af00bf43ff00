import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestAnswer, type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, inYining, inZhajin, type Walk, walkIn } from '../test-walk.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const shut = (answer: TestAnswer) => [answer.status, answer.at('because', 'reason')]
const send = (account: string, hazard: { id: string; version: number }, unitId: string) =>
  walk.tryStep(account, hazard, 'dispatch', { unitId })

test('a squad sends itself to a lead in its area', async () => {
  county.clock.advance({ minutes: 1 })
  const hazard = await walk.step('squad1', await walk.report('reporter'), 'dispatch', { unitId: 'unit-squad1' })
  expect(hazard).toMatchObject({ stage: 'team', team: { id: 'unit-squad1' }, dispatchedAt: county.clock.now() })
  expect(hazard.timeline.at(-1)).toMatchObject({ kind: 'team-dispatched', body: { unitId: 'unit-squad1' } })
})

test('a squad sends no other squad, and is told that the county does', async () => {
  const answer = await send('squad1', await walk.report('reporter'), 'unit-squad2')
  expect(shut(answer)).toEqual([403, 'another-team'])
  expect(answer.at('who')).toEqual(['county-reviewer'])
})

test('the county sends any squad anywhere, and another one instead', async () => {
  const lead = await walk.report('reporter')
  const sent = await walk.step('reviewer', lead, 'dispatch', { unitId: 'unit-squad2' })
  expect(sent.team?.id).toBe('unit-squad2')
  const instead = await walk.step('reviewer', sent, 'dispatch', { unitId: 'unit-squad1' })
  expect(instead.team?.id).toBe('unit-squad1')
})

test('a squad does not take over what another was sent to', async () => {
  const sent = await walk.step('reviewer', await walk.report('reporter'), 'dispatch', { unitId: 'unit-squad2' })
  expect(shut(await send('squad1', sent, 'unit-squad1'))).toEqual([403, 'another-team'])
})

test('a lead outside a squad’s area is not there for it, unless one of its own reported it', async () => {
  const far = await walk.report('reporter', { position: fixAt(inZhajin) })
  expect((await send('squad1', far, 'unit-squad1')).status).toBe(404)
  expect((await send('squad2', far, 'unit-squad2')).status).toBe(200)
})

test('only a squad is sent: no government, no department, no unit that is not there', async () => {
  const lead = await walk.report('reporter')
  for (const unitId of ['unit-town1', 'unit-roads', 'nobody', 'x'.repeat(65), '']) {
    const answer = await send('reviewer', lead, unitId)
    expect([answer.status, answer.at('fields', 0, 'pointer')], unitId).toEqual([422, '/unitId'])
  }
})

test.each(['chief1', 'leader'])('%s sends nobody', async (account) => {
  const answer = await send(account, await walk.report('reporter'), 'unit-squad1')
  expect(shut(answer)).toEqual([403, 'another-role'])
  expect(answer.at('who')).toEqual(['squad', 'county-reviewer'])
})

test('once the scene is photographed nobody is sent any more', async () => {
  const hazard = await walk.report('squad1', { position: fixAt(inYining) })
  expect(shut(await send('squad1', hazard, 'unit-squad1'))).toEqual([409, 'another-stage'])
  expect(shut(await send('reviewer', hazard, 'unit-squad2'))).toEqual([409, 'another-stage'])
})
