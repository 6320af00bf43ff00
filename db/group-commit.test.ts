import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sqliteKit } from './dialect.ts'
import { openSqlite } from './open.ts'
import { tables } from './schema/tables.ts'
import { sqliteWriter, type Tx, type Writer } from './unit-of-work.ts'

/** SQLite's writer by itself, on a connection that the test can look into. */
let folder: string
let connection: BetterSqlite3.Database
let beside: BetterSqlite3.Database
let writer: Writer
let said: string[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luqing-commit-'))
  const path = join(folder, 'county.db')
  await (await openSqlite(path)).close()
  connection = new BetterSqlite3(path)
  connection.pragma('foreign_keys = ON')
  beside = new BetterSqlite3(path, { readonly: true })
  said = []
  const exec = connection.exec.bind(connection)
  vi.spyOn(connection, 'exec').mockImplementation((source) => {
    said.push(source)
    return exec(source)
  })
  writer = sqliteWriter(connection, tables(sqliteKit))
})
afterEach(() => {
  vi.restoreAllMocks()
  beside.close()
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

const write = async (tx: Tx, kind: string): Promise<void> => {
  await tx.q.insert(tx.t.sequences).values({ county: '360424', kind, year: 2026, last: 1 })
}
const rows = (): unknown => beside.prepare('select count(*) from sequences').pluck().get()
const commits = (): number => said.filter((source) => source === 'COMMIT').length
const writes = (howMany: number) =>
  Array.from({ length: howMany }, (_, n) => writer.run((tx) => write(tx, `kind-${n}`)))

test('many acts that wait together share one commit, and so one wait for the disk', async () => {
  await Promise.all(writes(200))
  expect(commits()).toBe(1)
  expect(rows()).toBe(200)
})

test('no more than 256 acts share a commit, so that nobody waits for ever', async () => {
  await Promise.all(writes(600))
  expect(commits()).toBe(3)
})

test('at the moment of the answer the commit is over and seen from another connection', async () => {
  const moments: unknown[] = []
  await Promise.all(writes(20).map((answer) => answer.then(() => moments.push([connection.inTransaction, rows()]))))
  expect(moments).toEqual(Array.from({ length: 20 }, () => [false, 20]))
})

test('a refusal too is told only after the commit of the others', async () => {
  const moments: unknown[] = []
  const refused = writer
    .run(() => Promise.reject(new Error('not mine')))
    .catch(() => moments.push([connection.inTransaction, rows()]))
  await Promise.all([refused, ...writes(5)])
  expect(moments).toEqual([[false, 5]])
  expect(commits()).toBe(1)
})

test('acts are done in the order in which they came', async () => {
  const order: number[] = []
  await Promise.all(
    [3, 1, 2].map((wait, n) =>
      writer.run(async () => {
        await new Promise((resolve) => setTimeout(resolve, wait * 5))
        order.push(n)
      }),
    ),
  )
  expect(order).toEqual([0, 1, 2])
})

test('an error in the commit itself refuses every act of the batch, and nothing of it is kept', async () => {
  const broken = writer.run(async (tx) => {
    connection.pragma('defer_foreign_keys = ON')
    await tx.q.insert(tx.t.unitAreas).values({ county: '360424', unitId: 'no-such-unit', placeCode: '360424100' })
  })
  const answers = await Promise.allSettled([...writes(3), broken])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
  expect(rows()).toBe(0)
  expect(connection.inTransaction).toBe(false)
  await writer.run((tx) => write(tx, 'afterwards'))
  expect(rows()).toBe(1)
})

test('a disk that is full in the middle of a batch refuses all of it, and the writer lives on', async () => {
  const limit = (pages: unknown) => connection.pragma(`max_page_count = ${String(pages)}`)
  const pages = connection.pragma('page_count', { simple: true })
  const small = writer.run((tx) => write(tx, 'small'))
  const huge = writer.run(async (tx) => {
    limit(pages)
    await write(tx, 'x'.repeat(5_000_000))
  })
  const answers = await Promise.allSettled([small, huge])
  const full = { status: 'rejected', reason: { code: 'SQLITE_FULL' } }
  expect(answers).toMatchObject([full, full])
  expect(rows()).toBe(0)
  limit(1_073_741_823)
  await writer.run((tx) => write(tx, 'afterwards'))
  expect(rows()).toBe(1)
})

test('a file that another process holds is answered with its error, and the next act is done', async () => {
  connection.pragma('busy_timeout = 50')
  const other = new BetterSqlite3(connection.name)
  other.exec('BEGIN IMMEDIATE')
  await expect(writer.run((tx) => write(tx, 'while-held'))).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
  other.exec('ROLLBACK')
  other.close()
  await writer.run((tx) => write(tx, 'afterwards'))
  expect(rows()).toBe(1)
})

test('an act that comes while another is being committed is not forgotten', async () => {
  const first = writer.run((tx) => write(tx, 'first'))
  const second = first.then(() => writer.run((tx) => write(tx, 'second')))
  await Promise.all([first, second, new Promise(setImmediate).then(() => writer.run((tx) => write(tx, 'third')))])
  expect(rows()).toBe(3)
})
