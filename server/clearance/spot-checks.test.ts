import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawSample } from '../domain/draw-sample.ts'
import type { HazardWhole } from '../hazards/answers.ts'
import { Waiting } from '../register/wire.ts'
import { type TestAnswer, type TestCounty, testCounty } from '../test-county.ts'
import { newId, type Walk, walkIn } from '../test-walk.ts'
import { Population, SpotDraws, SpotDrawWhole } from './spot-wire.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const shut = (answer: TestAnswer) => [answer.status, answer.at('because', 'reason')]
const today = () => county.clock.now().slice(0, 10)
const asked = (given: Record<string, unknown> = {}) => ({
  ...{ actId: newId(), fromOn: today(), untilOn: today(), dueOn: '2027-06-30' },
  ...given,
})
const tryDraw = async (account: string, body: Record<string, unknown>) =>
  (await walk.as(account)).post('/api/spot-draws', body)
const draw = async (given: Record<string, unknown> = {}) => {
  const answer = await tryDraw('reviewer', asked(given))
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return SpotDrawWhole.parse(answer.body)
}
const population = async (account = 'reviewer', more = '') => {
  const day = today()
  return (await walk.as(account)).get(`/api/spot-draws/population?fromOn=${day}&untilOn=${day}${more}`)
}
const counted = async (more = '') => Population.parse((await population('reviewer', more)).body)
const waits = async (account: string) => Waiting.parse((await (await walk.as(account)).get('/api/mine')).body).items
const looking = async () => ({ photos: [await walk.photo()] })
/** A day of its own for each test, so that the populations do not mix. */
const cleared = async (how: readonly Parameters<Walk['cleared']>[0][]): Promise<HazardWhole[]> => {
  walk.later({ days: 1 })
  const made: HazardWhole[] = []
  for (const given of how) made.push(await walk.cleared(given))
  return made
}

test('draws the share of what was cleared in those days, and keeps all it takes to draw again', {
  timeout: 120_000,
}, async () => {
  const hazards = await cleared(Array.from({ length: 11 }, () => ({})))
  expect(await counted()).toEqual({ count: 11, drawnBefore: 0, sharePercent: 10, share: 2 })
  const drawn = await draw()
  expect(drawn).toMatchObject({ populationSize: 11, picked: 2, open: 2, passed: 0, failed: 0, unit: null })
  expect(drawn.repeats).toEqual({ samePicks: true, journalAgrees: true })
  expect(drawn.population).toEqual(hazards.map(({ id }) => id).sort())
  expect(drawn.seed).toMatch(/^[0-9a-f]{32}$/)
  expect(drawSample(drawn.seed, drawn.population, 2)).toEqual(drawn.picks.map(({ hazard }) => hazard.id))
  const picked = await walk.look('squad1', drawn.picks[0]?.hazard.id ?? '')
  expect(picked.timeline.at(-1)).toMatchObject({
    kind: 'spot-check-assigned',
    body: { drawId: drawn.id, dueOn: '2027-06-30', unitId: 'unit-squad1' },
  })
  expect(await counted()).toMatchObject({ count: 9, drawnBefore: 2 })
})

test('none is drawn twice in one clearing; reopened and cleared anew it can be drawn again', async () => {
  const [first] = await cleared([{}])
  if (!first) throw new Error('nothing cleared')
  await draw()
  expect(shut(await tryDraw('reviewer', asked()))).toEqual([409, 'nothing-to-draw'])
  const back = await walk.step('squad1', await walk.look('squad1', first.id), 'fail-revisit', {
    ...(await looking()),
    because: '减速带已脱落',
  })
  const again = await walk.step('chief1', back, walk.onTask(back, 'submit'), await walk.submission(back))
  walk.later({ days: 1 })
  await walk.step('reviewer', again, walk.onTask(again, 'verify'))
  expect((await draw()).picks.map(({ hazard }) => hazard.id)).toEqual([first.id])
})

test('the population is narrowed by township and severity, and ends with the county’s own day', async () => {
  await cleared([{}, { severity: 'major' }])
  expect(await counted('&severity=major')).toMatchObject({ count: 1 })
  expect(await counted('&placeCode=360424100')).toMatchObject({ count: 2 })
  expect(await counted('&placeCode=360424105')).toMatchObject({ count: 0, share: 0 })
  const drawn = await draw({ severity: 'major', count: 500 })
  expect(drawn).toMatchObject({ populationSize: 1, picked: 1, severity: 'major' })
  // one o'clock in the morning in the county is still yesterday in UTC
  walk.later({ days: 1, hours: 16 })
  const yesterday = today()
  await walk.cleared()
  const on = async (day: string) =>
    Population.parse(
      (await (await walk.as('reviewer')).get(`/api/spot-draws/population?fromOn=${day}&untilOn=${day}`)).body,
    ).count
  expect(await on(yesterday)).toBe(0)
  walk.later({ hours: 8 })
  expect(await on(today())).toBe(1)
})

test('a squad drawn to go sees the hazard, has it among what waits for it, and settles exactly that visit', async () => {
  const [hazard] = await cleared([{}])
  if (!hazard) throw new Error('nothing cleared')
  expect((await (await walk.as('squad2')).get(`/api/hazards/${hazard.id}`)).status).toBe(404)
  const drawn = await draw({ unitId: 'unit-squad2', dueOn: '2027-01-31' })
  const seen = await walk.look('squad2', hazard.id)
  expect((await waits('squad2')).find((item) => item.hazard.id === hazard.id)).toMatchObject({
    ...{ wants: 'pass-revisit', dueOn: '2027-01-31' },
  })
  expect((await waits('squad1')).map((item) => item.hazard.id)).not.toContain(hazard.id)

  // a look by the team that found it settles its own visit and leaves the one that was drawn
  const own = await walk.step('squad1', seen, 'pass-revisit', await looking())
  expect(SpotDrawWhole.parse((await (await walk.as('leader')).get(`/api/spot-draws/${drawn.id}`)).body)).toMatchObject({
    ...{ open: 1, passed: 0 },
  })
  await walk.step('squad2', own, 'pass-revisit', { ...(await looking()), remark: '完好' })
  const after = SpotDrawWhole.parse((await (await walk.as('leader')).get(`/api/spot-draws/${drawn.id}`)).body)
  expect(after).toMatchObject({ open: 0, passed: 1, failed: 0 })
  expect(after.picks).toMatchObject([
    { outcome: 'passed', doneBy: { id: 'squad2' }, remark: '完好', unit: { id: 'unit-squad2' } },
  ])
  expect((await waits('squad2')).map((item) => item.hazard.id)).not.toContain(hazard.id)
})

test('a spot check that fails reopens the hazard and is counted against the draw', async () => {
  const [hazard] = await cleared([{}])
  if (!hazard) throw new Error('nothing cleared')
  const drawn = await draw({ unitId: 'unit-squad2' })
  const reopened = await walk.step('squad2', await walk.look('squad2', hazard.id), 'fail-revisit', {
    ...(await looking()),
    because: '减速带已拆走',
  })
  expect(reopened).toMatchObject({ stage: 'register', timesReopened: 1, registerNumber: hazard.registerNumber })
  const list = SpotDraws.parse((await (await walk.as('reviewer')).get('/api/spot-draws')).body)
  expect(list.draws.find(({ id }) => id === drawn.id)).toMatchObject({ failed: 1, open: 0, passed: 0, dropped: 0 })
})

test('reopened before anybody went, the visit is dropped and counted apart', async () => {
  const [hazard] = await cleared([{}])
  if (!hazard) throw new Error('nothing cleared')
  const drawn = await draw({ unitId: 'unit-squad2' })
  const present = await walk.look('squad1', hazard.id)
  await walk.step('squad1', present, 'fail-revisit', { ...(await looking()), because: '减速带已脱落' })
  expect(
    SpotDrawWhole.parse((await (await walk.as('reviewer')).get(`/api/spot-draws/${drawn.id}`)).body),
  ).toMatchObject({
    ...{ open: 0, failed: 0, dropped: 1 },
  })
})

test('whoever submitted the cure does not go, not even as the county', async () => {
  walk.later({ days: 1 })
  const hazard = await walk.registered()
  let on = await walk.step('reviewer', hazard, walk.onTask(hazard, 'accept'))
  on = await walk.step('reviewer', on, walk.onTask(on, 'submit'), await walk.submission(on))
  await walk.step('squad1', on, walk.onTask(on, 'verify'))
  await draw({ unitId: 'unit-squad2' })
  const present = await walk.look('reviewer', hazard.id)
  expect(shut(await walk.tryStep('reviewer', present, 'pass-revisit', await looking()))).toEqual([409, 'own-cure'])
})

test('only the county draws; its leaders read, and nobody else', async () => {
  await cleared([{}])
  for (const account of ['leader', 'squad1', 'chief1', 'dept1', 'reporter', 'admin']) {
    const answer = await tryDraw(account, asked())
    expect([...shut(answer), answer.at('who')], account).toEqual([403, 'another-role', ['county-reviewer']])
  }
  expect((await (await walk.as('leader')).get('/api/spot-draws')).status).toBe(200)
  for (const account of ['squad1', 'chief1', 'dept1', 'reporter', 'admin']) {
    expect((await (await walk.as(account)).get('/api/spot-draws')).status, account).toBe(403)
    expect((await population(account)).status, account).toBe(403)
    expect((await (await walk.as(account)).get(`/api/spot-draws/${newId()}`)).status, account).toBe(403)
  }
  expect((await (await walk.as('reviewer')).get(`/api/spot-draws/${newId()}`)).status).toBe(404)
})

test('sent again it is answered again and draws nothing more; with other content it is refused', async () => {
  await cleared([{}, {}, {}])
  const body = asked({ count: 1 })
  const first = await tryDraw('reviewer', body)
  const again = await tryDraw('reviewer', body)
  expect([first.status, again.status]).toEqual([201, 201])
  expect(again.at('picks', 0, 'hazard', 'id')).toBe(first.at('picks', 0, 'hazard', 'id'))
  expect(await counted()).toMatchObject({ count: 2, drawnBefore: 1 })
  expect((await tryDraw('reviewer', { ...body, count: 2 })).status).toBe(409)
})

test('two draws at once never draw the same hazard', async () => {
  await cleared([{}, {}, {}, {}])
  const answers = await Promise.all(['reviewer', 'reviewer2'].map((account) => tryDraw(account, asked({ count: 2 }))))
  const picked = answers.flatMap((answer) => SpotDrawWhole.parse(answer.body).picks.map(({ hazard }) => hazard.id))
  expect(new Set(picked).size).toBe(4)
})

test('days that make no sense, a unit that is none and one that is no squad are refused', async () => {
  const faulty = async (given: Record<string, unknown>) => {
    const answer = await tryDraw('reviewer', asked(given))
    return [answer.status, answer.at('fields', 0, 'pointer'), answer.at('fields', 0, 'fault')]
  }
  expect(await faulty({ fromOn: '2027-06-02', untilOn: '2027-06-01' })).toEqual([
    422,
    '/untilOn',
    'before-its-beginning',
  ])
  expect(await faulty({ dueOn: '2026-01-01' })).toEqual([422, '/dueOn', 'in-the-past'])
  expect(await faulty({ unitId: 'nobody' })).toEqual([422, '/unitId', 'unknown'])
  expect(await faulty({ unitId: 'unit-roads' })).toEqual([422, '/unitId', 'not-a-squad'])
  expect((await faulty({ count: 0 })).slice(0, 2)).toEqual([422, '/count'])
})

test('a population changed behind the product’s back no longer agrees with the journal', async () => {
  await cleared([{}, {}])
  const drawn = await draw({ count: 1 })
  const { db } = county.world
  const { spotDraws } = db.t
  const other = [...drawn.population, 'ffffffff-ffff-4fff-8fff-ffffffffffff']
  await db.writer.run(async (tx) => {
    await tx.q.update(spotDraws).set({ population: other }).where(eq(spotDraws.id, drawn.id))
  })
  const read = SpotDrawWhole.parse((await (await walk.as('leader')).get(`/api/spot-draws/${drawn.id}`)).body)
  expect(read.repeats.journalAgrees).toBe(false)
})

test('a day beyond the years that can be reckoned with is refused like one that does not exist', async () => {
  for (const untilOn of ['9999-12-31', '0000-01-01', '2026-02-30']) {
    const reviewer = await walk.as('reviewer')
    const counting = await reviewer.get(`/api/spot-draws/population?fromOn=2026-01-01&untilOn=${untilOn}`)
    expect([counting.status, counting.at('fields', 0, 'pointer')]).toEqual([422, '/untilOn'])
    expect((await tryDraw('reviewer', asked({ untilOn }))).status).toBe(422)
    expect((await reviewer.get(`/api/hazards?until=${untilOn}`)).status).toBe(422)
    expect((await reviewer.get(`/api/figures?until=${untilOn}`)).status).toBe(422)
  }
})
