import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCounty, testCounty } from '../test-county.ts'
import { type Walk, walkIn } from '../test-walk.ts'
import { NoticeDraft } from './answers.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const draft = async (kind: string, hazards: readonly string[]): Promise<NoticeDraft> => {
  const answer = await (await walk.as('reviewer')).get(`/api/notice-drafts?kind=${kind}&hazards=${hazards.join(',')}`)
  return NoticeDraft.parse(answer.body)
}

test('a letter about several places proposes no earlier day than the list gives to any of them', async () => {
  const soon = await walk.registered({ severity: 'minor' })
  const later = await walk.registered({ severity: 'serious' })
  const dueOn = later.tasks[0]?.dueOn ?? ''
  expect(dueOn > (soon.tasks[0]?.dueOn ?? '')).toBe(true)
  expect((await draft('rectification', [soon.id, later.id])).cureDueOn).toBe(dueOn)
})

test('the record of a revisit that nobody has made yet does not say that it was passed', async () => {
  const hazard = await walk.cleared()
  expect((await draft('revisit-record', [hazard.id])).texts.conclusion).toBe('')
})
