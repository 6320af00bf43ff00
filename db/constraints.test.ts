import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NewRow } from './schema/tables.ts'
import { engineUnderTest, freshDatabase } from './test-fresh-database.ts'
import { inTransaction, type OpenDatabase, type Tx } from './unit-of-work.ts'

/** What must never break is kept by the database itself, whatever the code above it does. */
let db: OpenDatabase
const county = '360424'
const at = '2026-11-21T00:00:00.000Z'

beforeAll(async () => {
  db = await freshDatabase()
  await inTransaction(db, async (tx) => {
    await tx.q.insert(tx.t.units).values({ county, id: 'unit', kind: 'township', name: '义宁镇政府' })
    await tx.q.insert(tx.t.people).values(aPerson('chief'))
    await tx.q.insert(tx.t.hazards).values(aHazard('hazard'))
    await tx.q.insert(tx.t.journal).values([anEntry(1), anEntry(2)])
  })
}, 60_000)
afterAll(() => db.close())

const aPerson = (id: string): NewRow<'people'> => ({
  ...{ county, id, account: id, name: id, role: 'road-chief', unitId: 'unit', active: true, passwordHash: 'x' },
  ...{ mustChangePassword: false, failedSignIns: 0, version: 1, addedAt: at },
})
const aHazard = (id: string, given: Partial<NewRow<'hazards'>> = {}): NewRow<'hazards'> => ({
  ...{ county, id, version: 1, shortCode: 'AAAAA', stage: 'team', source: 'patrol', code: 'A01', otherCodes: [] },
  ...{ description: '', outsideCounty: false, placeCode: county, spot: '', reportedAt: at, reportedBy: 'chief' },
  ...{ capturedAt: at, reportHash: 'x', timesReopened: 0, changedAt: at },
  ...given,
})
const aTask = (id: string, given: Partial<NewRow<'tasks'>> = {}): NewRow<'tasks'> => ({
  ...{ county, id, hazardId: 'hazard', position: 0, state: 'assigned', unitId: 'unit', demand: '' },
  ...{ firstDueOn: '2026-12-06', dueOn: '2026-12-06', assignedAt: at, timesReturned: 0 },
  ...given,
})
const anEntry = (seq: number): NewRow<'journal'> => ({
  ...{ county, seq, at, actorId: 'chief', kind: 'commented', subjectId: 'hazard', body: '{}' },
  ...{ previousHash: 'x', hash: `h${seq}` },
})

/** Runs a statement in an act of its own and tells, in the database's own words, why it was refused. */
const refusalOf = async (work: (tx: Tx) => Promise<unknown>): Promise<string> => {
  try {
    await inTransaction(db, work)
  } catch (error) {
    const words: string[] = []
    for (let here: unknown = error; here instanceof Error; here = here.cause) words.push(here.message)
    return words.join('\n')
  }
  return 'not refused'
}
const refusalOfStatement = (statement: SQL) =>
  refusalOf((tx) => (tx.engine === 'postgres' ? tx.q.execute(statement) : runOnSqlite(tx, statement)))

/** SQLite's builder has `run` where PostgreSQL's has `execute`; the common type knows only the second. */
const runOnSqlite = async (tx: Tx, statement: SQL): Promise<unknown> => {
  const run: unknown = Reflect.get(tx.q, 'run')
  if (typeof run !== 'function') throw new Error('no run')
  return run.call(tx.q, statement)
}

const entries = async () => (await db.q.select().from(db.t.journal)).map(({ seq, body }) => [seq, body])

test('an entry of the journal can be neither changed nor taken out, by whatever statement', async () => {
  const before = await entries()
  for (const statement of [
    sql`update journal set body = '{"forged":true}' where seq = 1`,
    sql`update journal set seq = 9 where seq = 2`,
    sql`delete from journal where seq = 2`,
    sql`delete from journal`,
    ...(engineUnderTest === 'postgres'
      ? [
          sql`truncate journal`,
          sql`insert into journal select * from journal where seq = 1 on conflict (county, seq) do update set body = 'forged'`,
        ]
      : []),
  ])
    expect(await refusalOfStatement(statement)).toMatch('the journal is append-only')
  expect(await entries()).toEqual(before)
})

test('a new entry cannot take the place of an old one', async () => {
  const before = await entries()
  expect(await refusalOf((tx) => tx.q.insert(tx.t.journal).values({ ...anEntry(1), body: 'forged' }))).not.toBe(
    'not refused',
  )
  if (engineUnderTest === 'sqlite') {
    const forged = sql`(county, seq, at, actor_id, kind, subject_id, body, previous_hash, hash)
      values ('360424', 1, '', '', '', '', 'forged', '', '')`
    expect(await refusalOfStatement(sql`insert or replace into journal ${forged}`)).not.toBe('not refused')
    expect(await refusalOfStatement(sql`replace into journal ${forged}`)).not.toBe('not refused')
  }
  expect(await entries()).toEqual(before)
})

test('nobody verifies their own work, not even past all code', async () => {
  const verified = { state: 'verified', submittedBy: 'chief', verifiedBy: 'chief' } as const
  expect(await refusalOf((tx) => tx.q.insert(tx.t.tasks).values(aTask('own', verified)))).toMatch(
    'nobody_verifies_their_own_work',
  )
  await inTransaction(db, async (tx) => {
    await tx.q.insert(tx.t.tasks).values(aTask('submitted', { state: 'submitted', submittedBy: 'chief' }))
  })
  expect(
    await refusalOfStatement(sql`update tasks set state = 'verified', verified_by = 'chief' where id = 'submitted'`),
  ).toMatch('nobody_verifies_their_own_work')
  expect(
    await refusalOfStatement(sql`update tasks set state = 'verified', verified_by = 'somebody' where id = 'submitted'`),
  ).toBe('not refused')
})

test('a verified task that nobody submitted is refused', async () => {
  const unsubmitted = aTask('unsubmitted', { state: 'verified', verifiedBy: 'somebody', submittedBy: null })
  expect(await refusalOf((tx) => tx.q.insert(tx.t.tasks).values(unsubmitted))).not.toBe('not refused')
})

test('a verified task names who verified it', async () => {
  const nameless = aTask('nameless', { state: 'verified', submittedBy: 'chief' })
  expect(await refusalOf((tx) => tx.q.insert(tx.t.tasks).values(nameless))).toMatch('verified_means_by_somebody')
})

test('on the register means numbered and graded, and cleared means by somebody', async () => {
  const add = (row: NewRow<'hazards'>) => refusalOf((tx) => tx.q.insert(tx.t.hazards).values(row))
  expect(await add(aHazard('a', { stage: 'register', severity: 'minor' }))).toMatch('on_the_register_means_numbered')
  expect(await add(aHazard('b', { stage: 'register', registerNumber: '修2026-0001' }))).toMatch('numbered_means_graded')
  const numbered = { registerNumber: '修2026-0002', severity: 'minor' } as const
  expect(await add(aHazard('c', { ...numbered, stage: 'cleared' }))).toMatch('cleared_means_by_somebody')
  expect(await add(aHazard('d', { ...numbered, stage: 'register' }))).toBe('not refused')
  expect(await add(aHazard('e', { ...numbered, stage: 'register' }))).not.toBe('not refused')
})

test('a task of no hazard, a hazard of no reporter and a photo of no bytes are refused', async () => {
  expect(await refusalOf((tx) => tx.q.insert(tx.t.tasks).values(aTask('stray', { hazardId: 'none' })))).toMatch(
    /foreign key/i,
  )
  expect(await refusalOf((tx) => tx.q.insert(tx.t.hazards).values(aHazard('f', { reportedBy: 'none' })))).toMatch(
    /foreign key/i,
  )
})
