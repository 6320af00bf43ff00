import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestAnswer, type TestCounty, testCounty } from '../test-county.ts'
import { type Walk, walkIn } from '../test-walk.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const shut = (answer: TestAnswer) => [answer.status, answer.at('because', 'reason')]
const two = [
  { measure: 'speed-bump', quantity: 16 },
  { measure: 'junction-post', quantity: 4 },
]
const accepted = async () => {
  const hazard = await walk.registered({ measures: two })
  return walk.step('chief1', hazard, walk.onTask(hazard, 'accept'))
}
const installed = (measure: string, installedQuantity: number) => ({ measure, installedQuantity, struckBecause: null })
const struck = (measure: string, struckBecause: string) => ({ measure, installedQuantity: null, struckBecause })
const submitting = async (measures: unknown[], given: Record<string, unknown> = {}) => ({
  ...{ photos: [await walk.photo()], measures, remark: '', costYuan: null },
  ...given,
})

test('done, says the unit: after photos, quantities really installed or struck with a reason, cost and remark', async () => {
  const hazard = await accepted()
  county.clock.advance({ hours: 5 })
  const measures = [installed('speed-bump', 14.5), struck('junction-post', '原有标柱完好')]
  const body = await submitting(measures, { remark: '已完工', costYuan: 3200.5 })
  const submitted = await walk.step('chief1', hazard, walk.onTask(hazard, 'submit'), body)
  expect(submitted).toMatchObject({ stage: 'register', clearedAt: null, dueOn: hazard.dueOn })
  expect(submitted.tasks).toMatchObject([
    {
      ...{ state: 'submitted', submittedAt: county.clock.now(), submittedBy: { id: 'chief1' } },
      ...{ submitRemark: '已完工', costYuan: 3200.5, startedAt: county.clock.now() },
      measures: [
        { measure: 'speed-bump', plannedQuantity: 16, installedQuantity: 14.5, struckBecause: null },
        { measure: 'junction-post', plannedQuantity: 4, installedQuantity: null, struckBecause: '原有标柱完好' },
      ],
    },
  ])
  expect(submitted.photos.at(-1)).toMatchObject({ role: 'after', taskId: hazard.tasks[0]?.id })
})

test('without an after photo nothing is submitted', async () => {
  const hazard = await accepted()
  const body = await submitting([installed('speed-bump', 16), installed('junction-post', 4)], { photos: [] })
  expect(shut(await walk.tryStep('chief1', hazard, walk.onTask(hazard, 'submit'), body))).toEqual([
    ...[409, 'no-after-photo'],
  ])
})

test.each([
  ['one left out', [installed('speed-bump', 16)]],
  ['none named', []],
  [
    'one with neither quantity nor reason',
    [installed('speed-bump', 16), { ...struck('junction-post', ''), struckBecause: null }],
  ],
  ['one struck with blanks for a reason', [installed('speed-bump', 16), struck('junction-post', '  ')]],
  ['one told twice', [installed('speed-bump', 8), installed('speed-bump', 8), installed('junction-post', 4)]],
])('every planned measure is accounted for: with %s it is refused', async (_what, measures) => {
  const hazard = await accepted()
  const answer = await walk.tryStep('chief1', hazard, walk.onTask(hazard, 'submit'), await submitting(measures))
  expect(shut(answer)).toEqual([409, 'measure-unaccounted'])
  expect(await walk.look('chief1', hazard.id)).toEqual(hazard)
})

test.each([
  ['nought installed', installed('junction-post', 0)],
  ['less than nought installed', installed('junction-post', -4)],
  ['more than any county has', installed('junction-post', 1_000_001)],
  ['a quantity in words', { ...installed('junction-post', 1), installedQuantity: '四根' }],
])('%s is no quantity', async (_what, measure) => {
  const hazard = await accepted()
  const body = await submitting([installed('speed-bump', 16), measure])
  expect((await walk.tryStep('chief1', hazard, walk.onTask(hazard, 'submit'), body)).status).toBe(422)
})

test('what was done beyond the plan is told too, behind the planned; what is on no list is not', async () => {
  const hazard = await accepted()
  const planned = [installed('speed-bump', 16), installed('junction-post', 4)]
  const magic = await submitting([...planned, installed('magic', 1)])
  const answer = await walk.tryStep('chief1', hazard, walk.onTask(hazard, 'submit'), magic)
  expect([answer.status, answer.at('fields')]).toEqual([422, [{ pointer: '/measures', fault: 'unknown' }]])
  const more = await submitting([installed('flasher', 2), ...planned])
  const submitted = await walk.step('chief1', hazard, walk.onTask(hazard, 'submit'), more)
  expect(submitted.tasks[0]?.measures.map(({ measure }) => measure)).toEqual(['speed-bump', 'junction-post', 'flasher'])
})

test('only what was accepted is submitted, by its own unit or by the county for it', async () => {
  const fresh = await walk.registered({ measures: [] })
  const body = await submitting([])
  expect(shut(await walk.tryStep('chief1', fresh, walk.onTask(fresh, 'submit'), body))).toEqual([
    ...[409, 'another-task-state'],
  ])
  const both = await walk.registered({ units: ['unit-town1', 'unit-roads'], measures: [] })
  const on = await walk.step('chief1', both, walk.onTask(both, 'accept', 0))
  expect(shut(await walk.tryStep('dept1', on, walk.onTask(both, 'submit', 0), body))).toEqual([403, 'another-unit'])
  expect(shut(await walk.tryStep('squad1', on, walk.onTask(both, 'submit', 0), body))).toEqual([403, 'another-unit'])
  const submitted = await walk.step('reviewer', on, walk.onTask(both, 'submit', 0), body)
  expect(submitted.tasks[0]).toMatchObject({ state: 'submitted', submittedBy: { id: 'reviewer' } })
})

test('an after photo that has not arrived refuses the whole submission', async () => {
  const hazard = await accepted()
  const measures = [installed('speed-bump', 16), installed('junction-post', 4)]
  const body = await submitting(measures, {
    photos: [await walk.photo(), await walk.photo({ sha256: '12'.repeat(32) })],
  })
  const answer = await walk.tryStep('chief1', hazard, walk.onTask(hazard, 'submit'), body)
  expect([answer.status, answer.at('fields', 0, 'pointer')]).toEqual([422, '/photos/1/sha256'])
  expect(await walk.look('chief1', hazard.id)).toEqual(hazard)
})

test('sent in again after a return it carries the new account, and the old return’s reason is gone from it', async () => {
  const hazard = await accepted()
  const first = [installed('speed-bump', 8), installed('junction-post', 4), installed('flasher', 1)]
  const once = await walk.step('chief1', hazard, walk.onTask(hazard, 'submit'), await submitting(first))
  const back = await walk.step('reviewer', once, walk.onTask(hazard, 'return'), { because: '减速带不足' })
  expect(back.tasks).toMatchObject([{ state: 'returned', returnedBecause: '减速带不足', timesReturned: 1 }])
  const again = [installed('speed-bump', 16), installed('junction-post', 4), struck('flasher', '已拆除')]
  const twice = await walk.step('chief1', back, walk.onTask(hazard, 'submit'), await submitting(again))
  expect(twice.tasks).toMatchObject([{ state: 'submitted', returnedBecause: null, timesReturned: 1 }])
  expect(twice.tasks[0]?.measures.map(({ installedQuantity }) => installedQuantity)).toEqual([16, 4, null])
  expect(twice.photos.filter(({ role }) => role === 'after')).toHaveLength(2)
})
