import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewRow } from '../../db/schema/tables.ts'
import { inTransaction, type Tx } from '../../db/unit-of-work.ts'
import { roles } from '../../db/vocabulary.ts'
import { type Actor, inScope, type Scope, scopeOf, type Whereabouts } from '../domain/actor.ts'
import { type TestCounty, testCounty } from '../test-county.ts'
import { testPeople, testUnits } from '../test-people.ts'
import { hazardInScope } from './scope-condition.ts'

/** The rule of sight is written twice, as words for one hazard and as SQL for all: here they are held together. */
let county: TestCounty
const at = '2026-11-18T00:00:00.000Z'
const code = '360424'
const howMany = 300

const people = testPeople.map(({ account }) => account)
const units = testUnits.map(({ id }) => id)
const zones = ['zone-360424100', 'zone-x001', 'zone-360424100201']
/** Codes that lie close in the order of text are the ones a range could mistake for one another. */
const places = [
  ...['360424', '360424100', '360424100201', '360424100202', '360424101', '360424101201', '360424105', '360424109'],
  ...['360424110', '360425', '360425100', '36042', '360424199999', '360424200'],
]

const aHazard = fc.record({
  placeCode: fc.constantFrom(...places),
  zoneId: fc.constantFrom(null, ...zones),
  teamUnitId: fc.constantFrom(null, ...units),
  reportedBy: fc.constantFrom(...people),
  supervisorId: fc.constantFrom(null, null, ...people),
  askedUnitIds: fc.array(fc.constantFrom(...units), { maxLength: 2 }),
  tasks: fc.array(fc.record({ unitId: fc.constantFrom(...units), personId: fc.constantFrom(null, ...people) }), {
    maxLength: 3,
  }),
}) satisfies fc.Arbitrary<Whereabouts>

const someOf = (from: readonly string[]) => fc.subarray([...from], { minLength: 0, maxLength: 3 })
const anActor: fc.Arbitrary<Actor> = fc.record({
  county: fc.constant(code),
  id: fc.constantFrom(...people, 'nobody'),
  name: fc.constant(''),
  role: fc.constantFrom(...roles),
  unitId: fc.constantFrom(null, ...units),
  areaCodes: someOf(places),
  zoneIds: someOf(zones),
  zonePlaceCodes: someOf(places),
})

let hazards: (Whereabouts & { id: string })[]

beforeAll(async () => {
  county = await testCounty()
  const seed = Number(process.env['LUQING_TEST_SEED'] ?? Date.now() % 2 ** 31)
  hazards = fc.sample(aHazard, { numRuns: howMany, seed }).map((given, n) => ({ id: `hazard-${n}`, ...given }))
  await inTransaction(county.world.db, async (tx) => {
    for (const { tasks, askedUnitIds, ...hazard } of hazards) {
      await tx.q.insert(tx.t.hazards).values(hazardRow(hazard))
      const rows = tasks.map((task, n) => taskRow(hazard.id, n, task))
      if (rows.length > 0) await tx.q.insert(tx.t.tasks).values(rows)
      for (const [n, unitId] of askedUnitIds.entries()) await addAsked(tx, hazard.id, n, unitId)
    }
  })
})
afterAll(() => county.close())

/** Asked to take over and sent to look again in turn: each alone must show the hazard. */
const addAsked = async (tx: Tx, hazardId: string, n: number, unitId: string): Promise<void> => {
  const row = { county: code, id: `${hazardId}-asked-${n}`, hazardId }
  if (n === 0)
    await tx.q.insert(tx.t.transfers).values({ ...row, toUnitId: unitId, because: '', askedAt: at, askedBy: 'x' })
  else await tx.q.insert(tx.t.revisits).values({ ...row, dueOn: '2026-12-01', kind: 'spot-check', unitId })
}

const hazardRow = (given: Omit<Whereabouts, 'tasks' | 'askedUnitIds'> & { id: string }): NewRow<'hazards'> => ({
  ...{ county: code, version: 1, shortCode: 'AAAAA', stage: 'team', source: 'patrol', code: 'A01', otherCodes: [] },
  ...{ description: '', outsideCounty: false, spot: '', reportedAt: at, capturedAt: at, reportHash: '' },
  ...{ timesReopened: 0, changedAt: at },
  ...given,
})
const taskRow = (hazardId: string, n: number, given: Whereabouts['tasks'][number]): NewRow<'tasks'> => ({
  ...{ county: code, id: `${hazardId}-${n}`, hazardId, position: n, state: 'assigned', demand: '' },
  ...{ firstDueOn: '2026-12-01', dueOn: '2026-12-01', assignedAt: at, timesReturned: 0 },
  ...given,
})

const foundBySql = async (scope: Scope): Promise<string[]> => {
  const { db } = county.world
  const rows = await db.q
    .select({ id: db.t.hazards.id })
    .from(db.t.hazards)
    .where(and(eq(db.t.hazards.county, code), hazardInScope(db, scope)))
  return rows.map(({ id }) => id).sort()
}
const foundByRule = (scope: Scope): string[] =>
  hazards
    .filter((hazard) => inScope(scope, hazard))
    .map(({ id }) => id)
    .sort()

test('the database finds exactly the hazards that the rule of sight would show one by one', async () => {
  let seen = 0
  await fc.assert(
    fc.asyncProperty(anActor, async (actor) => {
      const scope = scopeOf(actor)
      const found = await foundBySql(scope)
      seen += found.length
      expect(found).toEqual(foundByRule(scope))
    }),
    { numRuns: 300 },
  )
  expect(seen).toBeGreaterThan(300)
})

test('one who is in no place, unit or zone is shown their own and nothing by accident', async () => {
  const nobody: Actor = {
    ...{ county: code, id: 'nobody', name: '', unitId: null, areaCodes: [], zoneIds: [], zonePlaceCodes: [] },
    role: 'road-chief',
  }
  for (const role of roles) {
    const found = await foundBySql(scopeOf({ ...nobody, role }))
    expect(found, role).toHaveLength(role === 'county-reviewer' || role === 'leader' ? howMany : 0)
  }
})
