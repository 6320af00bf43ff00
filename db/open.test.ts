import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { isNewDatabase, openDatabase, openSqlite } from './open.ts'
import { freshDatabase, realServer } from './test-fresh-database.ts'
import { inTransaction, type OpenDatabase } from './unit-of-work.ts'

const folder = mkdtempSync(join(tmpdir(), 'luqing-open-'))
const opened: OpenDatabase[] = []
let files = 0

const aFile = () => join(folder, 'deep', 'down', `county-${++files}.db`)
const open = async (path = aFile()): Promise<OpenDatabase> => {
  const db = await openSqlite(path)
  opened.push(db)
  return db
}

afterEach(async () => {
  vi.restoreAllMocks()
  for (const db of opened.splice(0)) await db.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Every connection that is made while `work` runs, seen with its pragmas by way of the driver itself. */
const connectionsDuring = async (work: () => Promise<unknown>): Promise<Set<BetterSqlite3.Database>> => {
  const made = new Set<BetterSqlite3.Database>()
  const pragma = BetterSqlite3.prototype.pragma
  vi.spyOn(BetterSqlite3.prototype, 'pragma').mockImplementation(function (
    this: BetterSqlite3.Database,
    ...given: Parameters<BetterSqlite3.Database['pragma']>
  ) {
    made.add(this)
    return pragma.apply(this, given)
  })
  await work()
  vi.restoreAllMocks()
  return made
}

const ask = (connection: BetterSqlite3.Database, what: string): unknown => connection.pragma(what, { simple: true })

test('the writer waits for the disk at every commit, checks foreign keys and writes ahead; the reader cannot write', async () => {
  const live = [...(await connectionsDuring(() => open()))].filter((connection) => connection.open)
  const writers = live.filter(({ readonly }) => !readonly)
  const readers = live.filter(({ readonly }) => readonly)
  expect([writers.length, readers.length]).toEqual([1, 1])
  for (const writer of writers) {
    writer.prepare('select count(*) from counties').get()
    expect(ask(writer, 'synchronous')).toBe(2)
    expect(ask(writer, 'journal_mode')).toBe('wal')
    expect(ask(writer, 'foreign_keys')).toBe(1)
    expect(ask(writer, 'trusted_schema')).toBe(0)
  }
  for (const reader of readers)
    expect(() => reader.exec("insert into sequences values ('360424', 'register', 2026, 1)")).toThrow(/readonly/)
})

test('a file that nobody has before it is whole waits for the disk only when it is closed, and holds every act then', async () => {
  const path = aFile()
  let db: OpenDatabase | undefined
  const live = await connectionsDuring(async () => {
    db = await openSqlite(path, 'once-closed')
  })
  expect([...live].filter((one) => one.open && !one.readonly).map((one) => ask(one, 'synchronous'))).toEqual([0])
  const row = { county: '360424', kind: 'register', year: 2026, last: 1 }
  if (db) await inTransaction(db, async (tx) => void (await tx.q.insert(tx.t.sequences).values(row)))
  await db?.close()
  const again = await open(path)
  expect(await again.q.select().from(again.t.sequences)).toEqual([row])
})

test('a store that is handed the reader instead of a transaction cannot write through it', async () => {
  const db = await open()
  const row = { county: '360424', kind: 'register', year: 2026, last: 1 }
  await expect((async () => db.q.insert(db.t.sequences).values(row))()).rejects.toThrow(/readonly/)
})

test('a driver that would not wait for the disk is refused at the start', async () => {
  const pragma = BetterSqlite3.prototype.pragma
  vi.spyOn(BetterSqlite3.prototype, 'pragma').mockImplementation(function (
    this: BetterSqlite3.Database,
    source: string,
    options?: BetterSqlite3.PragmaOptions,
  ) {
    return source === 'synchronous' ? 1 : pragma.call(this, source, options)
  })
  await expect(openSqlite(aFile())).rejects.toThrow('synchronous=FULL')
})

test('foreign keys hold in a transaction: a hazard reported by nobody is refused', async () => {
  const db = await open()
  const orphan = { county: '360424', unitId: 'no-such-unit', placeCode: '360424100' }
  await expect(
    inTransaction(db, async (tx) => {
      await tx.q.insert(tx.t.unitAreas).values(orphan)
    }),
  ).rejects.toThrow()
  const rows = await db.q.select({ n: sql`count(*)`.mapWith(Number) }).from(db.t.unitAreas)
  expect(rows).toEqual([{ n: 0 }])
})

test('what was written is read back by the next start, and only a first start is a new database', async () => {
  const path = aFile()
  expect(isNewDatabase(path)).toBe(true)
  const first = await openDatabase(path)
  await inTransaction(first, async (tx) => {
    await tx.q.insert(tx.t.sequences).values({ county: '360424', kind: 'register', year: 2026, last: 7 })
  })
  await first.close()
  expect(isNewDatabase(path)).toBe(false)
  const second = await open(path)
  expect(await second.q.select().from(second.t.sequences)).toEqual([
    { county: '360424', kind: 'register', year: 2026, last: 7 },
  ])
})

test('a server that drops its idle connections does not end the process', async ({ skip }) => {
  skip(realServer === undefined, 'needs a real server, named by LUQING_TEST_POSTGRES')
  const db = await freshDatabase()
  opened.push(db)
  await Promise.all([1, 2, 3].map(() => db.q.execute(sql`select 1`)))
  await db.q.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  )
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await db.q.execute(sql`select 1 as one`)).toMatchObject({ rows: [{ one: 1 }] })
})
