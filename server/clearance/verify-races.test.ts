import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HazardWhole } from '../hazards/answers.ts'
import { type TestAnswer, type TestCounty, testCounty } from '../test-county.ts'
import { newId, type Walk, walkIn } from '../test-walk.ts'

let county: TestCounty
let walk: Walk

beforeAll(async () => {
  county = await testCounty()
  walk = walkIn(county)
})
afterAll(() => county.close())

const verifiers = ['reviewer', 'reviewer2', 'squad1', 'squad1b']
/** The embedded PostgreSQL has one connection, on which acts queue up anyway: there two races tell as much as ten. */
const embedded = process.env['LUQING_TEST_ENGINE'] === 'postgres' && process.env['LUQING_TEST_POSTGRES'] === undefined
const rounds = embedded ? 2 : 10
/** Each verifier taps so often in one race, every tap an act of its own: 10 races of 100 are 1,000. */
const taps = 25

const verifiedEntries = async (hazardId: string) => {
  const { db } = county.world
  const { journal } = db.t
  return db.q
    .select({ body: journal.body })
    .from(journal)
    .where(and(eq(journal.subjectId, hazardId), eq(journal.kind, 'task-verified')))
}

const revisitsOf = async (hazardId: string) => {
  const { revisits } = county.world.db.t
  return county.world.db.q.select().from(revisits).where(eq(revisits.hazardId, hazardId))
}

const isLostRightly = (answer: TestAnswer, hazard: HazardWhole): boolean => {
  if (answer.status === 409) return answer.at('because', 'reason') === 'another-stage'
  const present = HazardWhole.safeParse(answer.at('present'))
  return answer.status === 412 && present.success && present.data.version > hazard.version
}

test('of a hundred who verify at once one wins, race after race, and every other is shown what is there now', {
  timeout: 300_000,
}, async () => {
  await Promise.all(verifiers.map((account) => walk.as(account)))
  let raced = 0
  for (let round = 0; round < rounds; round++) {
    const hazard = await walk.submitted()
    const step = walk.onTask(hazard, 'verify')
    const rivals = Array.from({ length: taps }, () => verifiers).flat()
    const answers = await Promise.all(
      rivals.map((account, at) => walk.tryStep(account, hazard, step, { remark: `${account} ${at}` })),
    )
    raced += answers.length
    const won = answers.filter(({ status }) => status === 200)
    const lost = answers.filter(({ status }) => status !== 200)
    expect(won).toHaveLength(1)
    expect(lost.filter((answer) => !isLostRightly(answer, hazard)).map(({ status, body }) => [status, body])).toEqual(
      [],
    )
    const entries = await verifiedEntries(hazard.id)
    expect(entries).toHaveLength(1)
    const present = HazardWhole.parse(lost[0]?.at('present'))
    expect(present).toMatchObject({ stage: 'cleared', version: hazard.version + 1 })
    expect(present.clearedBy).toEqual(won[0]?.at('clearedBy'))
    expect(await revisitsOf(hazard.id)).toHaveLength(2)
  }
  expect(raced).toBe(rounds * 100)
})

test('whoever lost may send the same words on what is there now: nothing of theirs was spent', async () => {
  const hazard = await walk.submitted({ units: ['unit-town1', 'unit-roads'] })
  const body = { actId: newId(), remark: '已到现场核实' }
  const [first, second] = [walk.onTask(hazard, 'verify', 0), walk.onTask(hazard, 'verify', 1)]
  await walk.step('squad1', hazard, first)
  const lost = await walk.tryStep('reviewer', hazard, second, body)
  expect(lost.status).toBe(412)
  const present = HazardWhole.parse(lost.at('present'))
  expect(present.tasks.map(({ state }) => state)).toEqual(['verified', 'submitted'])
  // the act that lost left no trace: under its own id and with its own words it is taken now
  const won = await walk.step('reviewer', present, second, body)
  expect(won).toMatchObject({ stage: 'cleared', clearedBy: { id: 'reviewer' } })
  expect(won.timeline.filter(({ kind }) => kind === 'task-verified').at(-1)?.body).toMatchObject({
    remark: '已到现场核实',
  })
})
