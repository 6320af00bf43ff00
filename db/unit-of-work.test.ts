import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { engineUnderTest, freshDatabase, realServer } from './test-fresh-database.ts'
import { inTransaction, keepBooks, type OpenDatabase, type Tx } from './unit-of-work.ts'

let db: OpenDatabase
let kinds = 0

beforeAll(async () => {
  db = await freshDatabase()
}, 60_000)
afterAll(() => db.close())
afterEach(() => {
  vi.useRealTimers()
})

/** The plainest thing there is to write: one row of the sequences, told apart by its kind. */
const aKind = () => `kind-${++kinds}`
const write = async (tx: Tx, kind: string, last = 1): Promise<void> => {
  await tx.q.insert(tx.t.sequences).values({ county: '360424', kind, year: 2026, last })
}
const kept = async (kind: string): Promise<number> => {
  const { sequences } = db.t
  const rows = await db.q.select({ last: sequences.last }).from(sequences).where(sql`${sequences.kind} = ${kind}`)
  return rows.length
}
const act = (kind: string, more: (tx: Tx) => Promise<unknown> = async () => undefined) =>
  inTransaction(db, async (tx) => {
    await write(tx, kind)
    await more(tx)
    return kind
  })

test('an act that succeeds is kept and answered with its result', async () => {
  const kind = aKind()
  expect(await act(kind)).toBe(kind)
  expect(await kept(kind)).toBe(1)
})

test('an act that fails is undone whole and its error told', async () => {
  const kind = aKind()
  await expect(act(kind, () => Promise.reject(new Error('no after all')))).rejects.toThrow('no after all')
  expect(await kept(kind)).toBe(0)
})

test('an act refused by the database is undone whole, what it wrote before included', async () => {
  const [first, second] = [aKind(), aKind()]
  await act(first)
  await expect(act(second, (tx) => write(tx, first))).rejects.toThrow()
  expect(await kept(second)).toBe(0)
})

test('a failing act leaves those that waited with it committed', async () => {
  const acts = Array.from({ length: 60 }, () => aKind())
  const answers = await Promise.allSettled(
    acts.map((kind, n) => act(kind, async () => (n % 3 === 1 ? Promise.reject(new Error('not this one')) : undefined))),
  )
  for (const [n, kind] of acts.entries()) {
    expect(answers[n]?.status, kind).toBe(n % 3 === 1 ? 'rejected' : 'fulfilled')
    expect(await kept(kind), kind).toBe(n % 3 === 1 ? 0 : 1)
  }
})

test('an act within an act is refused, so that nobody waits for a writer they are holding', async () => {
  const [outer, inner] = [aKind(), aKind()]
  await expect(act(outer, async () => act(inner))).rejects.toThrow('inTransaction inside inTransaction')
  await expect(act(outer, async () => keepBooks(db, (tx) => write(tx, inner)))).rejects.toThrow('inside inTransaction')
  expect(await kept(outer)).toBe(0)
  expect(await kept(inner)).toBe(0)
})

test('acts that follow one another are not within one another, not even when the first was refused', async () => {
  const kind = aKind()
  await expect(act(aKind(), () => Promise.reject(new Error('no')))).rejects.toThrow()
  await act(kind)
  expect(await kept(kind)).toBe(1)
})

test('nobody is answered before what they did can be read by everybody', async () => {
  const acts = Array.from({ length: 40 }, () => aKind())
  const seen = await Promise.all(acts.map((kind) => act(kind).then((answered) => kept(answered))))
  expect(seen).toEqual(acts.map(() => 1))
})

test('inside an act its own writes are seen, outside they are not until it ends', async () => {
  const kind = aKind()
  let outside = Number.NaN
  await act(kind, async (tx) => {
    const { sequences } = tx.t
    const own = await tx.q.select().from(sequences).where(sql`${sequences.kind} = ${kind}`)
    expect(own).toHaveLength(1)
    // the embedded PostgreSQL has one connection, so there the outside waits for the act to end
    if (engineUnderTest === 'sqlite') outside = await kept(kind)
  })
  if (engineUnderTest === 'sqlite') expect(outside).toBe(0)
  expect(await kept(kind)).toBe(1)
})

test('an act that hangs is undone after fifteen seconds, others go on, and its late writes are refused', async () => {
  const [hung, next] = [aKind(), aKind()]
  let wake: () => void = () => undefined
  let late: Promise<unknown> = Promise.resolve()
  let builtBefore: PromiseLike<unknown> | undefined
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const reached = Promise.withResolvers<void>()
  const answer = act(hung, async (tx) => {
    const asleep = new Promise<void>((resolve) => {
      wake = resolve
    })
    late = asleep.then(() => write(tx, hung, 2))
    late.catch(() => undefined)
    if (engineUnderTest === 'sqlite')
      builtBefore = tx.q.insert(tx.t.sequences).values({ county: '360424', kind: hung, year: 2027, last: 3 })
    reached.resolve()
    await late
  })
  const refused = expect(answer).rejects.toThrow('act took longer than 15000 ms')
  await reached.promise
  await vi.advanceTimersByTimeAsync(14_999)
  expect(await Promise.race([answer.catch(() => 'over'), Promise.resolve('still waiting')])).toBe('still waiting')
  await vi.advanceTimersByTimeAsync(1)
  await refused
  vi.useRealTimers()

  await act(next)
  expect(await kept(next)).toBe(1)
  wake()
  await expect(late).rejects.toThrow('write after the act had ended')
  if (builtBefore) await expect((async () => builtBefore)()).rejects.toThrow('write after the act had ended')
  await act(aKind())
  expect(await kept(hung)).toBe(0)
})

test('an act that ended in time leaves no clock running', async ({ skip }) => {
  skip(realServer !== undefined, 'the pool of a real server keeps a clock of its own for idle connections')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await act(aKind())
  expect(vi.getTimerCount()).toBe(0)
})

const states = engineUnderTest === 'postgres' ? ['40001', '40P01'] : []

test.each(states)('PostgreSQL: an act that loses a race (%s) is tried again from the start', async (state) => {
  const kind = aKind()
  let tries = 0
  const raise = sql.raw(`do $$ begin raise exception using errcode = '${state}'; end $$`)
  await act(kind, async (tx) => (++tries < 3 ? tx.q.execute(raise) : undefined))
  expect(tries).toBe(3)
  expect(await kept(kind)).toBe(1)

  tries = 0
  const hopeless = aKind()
  const always = (tx: Tx) => {
    tries++
    return tx.q.execute(raise)
  }
  await expect(act(hopeless, always)).rejects.toThrow()
  expect(tries).toBe(5)
  expect(await kept(hopeless)).toBe(0)
})
