import { afterAll, beforeAll, expect, test } from 'vitest'
import { moves } from '../../db/vocabulary.ts'
import { type TestAnswer, type TestCounty, testCounty } from '../test-county.ts'
import { fixAt, inTheVillage, inZhajin, newId, onTheRoad, type Walk, walkIn } from '../test-walk.ts'
import type { HazardWhole } from './answers.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const sees = async (account: string, { id }: HazardWhole) =>
  (await (await walk.as(account)).get(`/api/hazards/${id}`)).status

/** All that an outsider could tell two answers apart by, but the request's own name and the moment. */
const tells = ({ status, body, headers }: TestAnswer) => {
  const { instance: _own, ...rest } = typeof body === 'object' && body !== null ? { instance: '', ...body } : {}
  return { status, rest, headers: [...headers].filter(([name]) => name !== 'date') }
}

test('what is outside one’s scope answers exactly like what is not there, whatever is asked of it', async () => {
  const hidden = await walk.registered()
  const task = hidden.tasks[0]?.id ?? ''
  const client = await walk.as('squad2')
  const act = () => ({ actId: newId() })
  const asks: ((id: string, taskId: string) => Promise<TestAnswer>)[] = [
    (id) => client.get(`/api/hazards/${id}`),
    (id) => client.post(`/api/hazards/${id}/comments`, { ...act(), words: '在吗' }, { 'If-Match': '"1"' }),
    (id) =>
      client.post(`/api/hazards/${id}/comments`, { ...act(), words: '在吗' }, { 'If-Match': `"${hidden.version}"` }),
    (id) => client.post(`/api/hazards/${id}/dispatch`, { ...act(), unitId: 'unit-squad2' }, { 'If-Match': '"2"' }),
    (id) => client.post(`/api/hazards/${id}/void`, { ...act(), because: '试试' }, { 'If-Match': '"2"' }),
    (id, taskId) => client.post(`/api/hazards/${id}/tasks/${taskId}/verify`, act(), { 'If-Match': '"2"' }),
    (id, taskId) => client.post(`/api/hazards/${id}/tasks/${taskId}/accept`, act(), { 'If-Match': '"2"' }),
    (id) => client.post(`/api/hazards/${id}/fail-revisit`, { ...act() }, { 'If-Match': '"2"' }),
    (id) => client.post(`/api/hazards/${id}/comments`, { ...act(), words: '在吗' }),
  ]
  for (const ask of asks) expect(tells(await ask(hidden.id, task))).toEqual(tells(await ask(newId(), newId())))
  const first = await client.get(`/api/hazards/${hidden.id}`)
  expect(first.status).toBe(404)
  expect(first.at('code')).toBe('not-there')
  expect(await walk.look('squad1', hidden.id)).toEqual(hidden)
})

test('a task that is not this hazard’s is not there, though it is another’s', async () => {
  const [hazard, other] = [await walk.registered(), await walk.registered()]
  for (const taskId of [other.tasks[0]?.id ?? '', newId()]) {
    const answer = await walk.tryStep('chief1', hazard, `tasks/${taskId}/accept`)
    expect([answer.status, answer.at('code')]).toEqual([404, 'not-there'])
  }
})

test('a stranger is told nothing but to sign in, be the hazard there or not', async () => {
  const hazard = await walk.report('squad1')
  for (const id of [hazard.id, newId()]) expect((await county.stranger().get(`/api/hazards/${id}`)).status).toBe(401)
})

test('each sees what the county’s rules show them, and nobody else’s', async () => {
  const inVillage = await walk.report('reporter', { position: fixAt(inTheVillage) })
  const visible = async (hazard: HazardWhole) => {
    const accounts = [
      'squad1',
      'squad2',
      'chief1',
      'chief2',
      'county-chief',
      'dept1',
      'reviewer',
      'leader',
      'reporter',
      'admin',
    ]
    const found: string[] = []
    for (const account of accounts) if ((await sees(account, hazard)) === 200) found.push(account)
    return found
  }
  expect(await visible(inVillage)).toEqual(['squad1', 'chief1', 'reviewer', 'leader', 'reporter'])

  const road = await walk.report('chief2', { position: fixAt(onTheRoad) })
  expect(await visible(road)).toEqual(['squad1', 'chief1', 'chief2', 'county-chief', 'reviewer', 'leader'])

  const far = await walk.report('squad1', { position: fixAt(inZhajin) })
  expect(await visible(far)).toEqual(['squad1', 'squad2', 'chief2', 'reviewer', 'leader'])

  const withTask = await walk.registered({ units: ['unit-roads'] })
  expect(await visible(withTask)).toEqual(['squad1', 'chief1', 'dept1', 'reviewer', 'leader'])
})

test('a reassigned task takes the sight of the hazard along to its new unit', async () => {
  const hazard = await walk.registered({ units: ['unit-roads'] })
  expect(await sees('chief2', hazard)).toBe(404)
  await walk.step('reviewer', hazard, walk.onTask(hazard, 'reassign'), { unitId: 'unit-town2', because: '归渣津镇' })
  expect(await sees('chief2', hazard)).toBe(200)
  expect(await sees('dept1', hazard)).toBe(404)
})

test('every step is shown to everybody with a verdict: open, or shut with a reason and who could', async () => {
  const hazard = await walk.registered({ units: ['unit-town1', 'unit-roads'] })
  for (const account of ['squad1', 'chief1', 'dept1', 'reviewer', 'leader']) {
    const seen = await walk.look(account, hazard.id)
    expect(new Set(seen.moves.map(({ move }) => move))).toEqual(new Set(moves))
    for (const { move, ok, because, who } of seen.moves) {
      expect(because === null, `${account} ${move}`).toBe(ok)
      if (!ok) expect(who.length, `${account} ${move}`).toBeGreaterThan(0)
    }
  }
  const chief = await walk.look('chief1', hazard.id)
  const accept = chief.moves.filter(({ move }) => move === 'accept-task')
  expect(accept.map(({ ok, because }) => [ok, because])).toEqual([
    [true, null],
    [false, 'another-unit'],
  ])
})

test('the timeline is told in the order in which things were received', async () => {
  const hazard = await walk.cleared()
  expect(hazard.timeline.map(({ kind }) => kind)).toEqual([
    ...['hazard-reported', 'team-dispatched', 'scene-photo-added', 'scene-completed', 'hazard-registered'],
    ...['task-accepted', 'task-submitted', 'clearance-checked', 'task-verified', 'hazard-cleared'],
  ])
  const seqs = hazard.timeline.map(({ seq }) => seq)
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
})
