import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestAnswer, type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, inYining, type Walk, walkIn } from '../test-walk.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const shut = (answer: TestAnswer) => [answer.status, answer.at('because', 'reason')]
const because = '重复上报'

test('the county voids what is no hazard; it keeps its stage and number, loses its colour and is never overdue', async () => {
  const hazard = await walk.registered({ severity: 'major' })
  const voided = await walk.step('reviewer', hazard, 'void', { because })
  expect(voided).toMatchObject({ setAside: 'void', stage: 'register', colour: null })
  expect(voided.registerNumber).toBe(hazard.registerNumber)
  expect(voided.timeline.at(-1)).toMatchObject({ kind: 'hazard-voided', actor: { id: 'reviewer' }, body: { because } })
  const open = await walk.registered({ severity: 'major' })
  walk.later({ days: 61 })
  expect((await walk.look('reviewer', open.id)).daysOverdue).toBe(1)
  expect((await walk.look('reviewer', hazard.id)).daysOverdue).toBe(0)
})

test.each(['squad1', 'chief1', 'leader'])('%s voids nothing, and is told that the county does', async (account) => {
  const answer = await walk.tryStep(account, await walk.registered(), 'void', { because })
  expect(shut(answer)).toEqual([403, 'another-role'])
  expect(answer.at('who')).toEqual(['county-reviewer'])
})

test('voiding and reinstating each need a reason', async () => {
  const hazard = await walk.report('squad1')
  for (const words of [{}, { because: '' }, { because: '  \n ' }]) {
    const answer = await walk.tryStep('reviewer', hazard, 'void', words)
    expect([answer.status, answer.at('fields', 0, 'pointer')]).toEqual([422, '/because'])
  }
  const voided = await walk.step('reviewer', hazard, 'void', { because })
  expect((await walk.tryStep('reviewer', voided, 'reinstate')).status).toBe(422)
})

test('while void every other step is shut for that reason, the last open task included', async () => {
  const hazard = await walk.submitted()
  const voided = await walk.step('reviewer', hazard, 'void', { because })
  const steps: [string, string, Record<string, unknown>][] = [
    ['reviewer', walk.onTask(voided, 'verify'), {}],
    ['reviewer', walk.onTask(voided, 'return'), { because }],
    ['reviewer', 'void', { because }],
    ['squad1', 'scene-photos', { photos: [await walk.photo()] }],
    ['chief1', walk.onTask(voided, 'control-interim'), { remark: '锥桶', photos: [await walk.photo()] }],
  ]
  for (const [account, step, body] of steps)
    expect(shut(await walk.tryStep(account, voided, step, body)), step).toEqual([409, 'void'])
  expect((await walk.look('reviewer', hazard.id)).tasks).toMatchObject([{ state: 'submitted' }])
})

test('a lead that is void is not sent out to, entered or completed', async () => {
  const lead = await walk.step('reviewer', await walk.report('reporter'), 'void', { because })
  expect(shut(await walk.tryStep('squad1', lead, 'dispatch', { unitId: 'unit-squad1' }))).toEqual([409, 'void'])
  const scene = await walk.report('squad1', { sceneComplete: false })
  const voided = await walk.step('reviewer', scene, 'void', { because })
  expect(shut(await walk.tryStep('squad1', voided, 'complete-scene'))).toEqual([409, 'void'])
})

test('reinstated it stands where it stood, under its number, and goes on', async () => {
  const hazard = await walk.submitted({ severity: 'serious' })
  const voided = await walk.step('reviewer', hazard, 'void', { because })
  const back = await walk.step('reviewer2', voided, 'reinstate', { because: '复核属实' })
  expect(back).toMatchObject({ setAside: null, stage: 'register', colour: 'orange', dueOn: hazard.dueOn })
  expect(back.registerNumber).toBe(hazard.registerNumber)
  expect((await walk.step('reviewer', back, walk.onTask(back, 'verify'))).stage).toBe('cleared')
})

test('what is not void is not reinstated, and what is cleared is not voided', async () => {
  const hazard = await walk.registered()
  expect(shut(await walk.tryStep('reviewer', hazard, 'reinstate', { because }))).toEqual([409, 'not-set-aside'])
  const cleared = await walk.cleared()
  expect(shut(await walk.tryStep('reviewer', cleared, 'void', { because }))).toEqual([409, 'another-stage'])
})

test('a comment stands in the timeline and changes nothing else, at every stage and while void', async () => {
  const void_ = await walk.step('reviewer', await walk.report('squad1'), 'void', { because })
  for (const hazard of [await walk.report('squad1'), await walk.registered(), await walk.cleared(), void_]) {
    const after = await walk.step('leader', hazard, 'comments', { words: '请抓紧。\n谢谢' })
    expect(after.timeline.at(-1)).toMatchObject({
      kind: 'commented',
      actor: { id: 'leader' },
      body: { words: '请抓紧。\n谢谢' },
    })
    const { moves: _before, timeline: _toldBefore, version, ...rest } = hazard
    const { moves: _after, timeline: _told, version: versionAfter, ...restAfter } = after
    expect(versionAfter).toBe(version + 1)
    expect(restAfter).toEqual(rest)
  }
})

test('who only reports does not comment, and nobody comments with nothing', async () => {
  const own = await walk.report('reporter', { position: fixAt(inYining) })
  expect(shut(await walk.tryStep('reporter', own, 'comments', { words: '怎么样了' }))).toEqual([403, 'another-role'])
  for (const words of ['', '   ', '字'.repeat(1001)])
    expect((await walk.tryStep('leader', own, 'comments', { words })).status).toBe(422)
})
