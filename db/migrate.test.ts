import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { changesFor } from '../scripts/make-migration.ts'
import { migratePostgres, migrateSqlite, migrationsOf } from './migrate.ts'
import { engineUnderTest, freshDatabase } from './test-fresh-database.ts'

const engines = ['sqlite', 'postgres'] as const
let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luqing-migrate-'))
  path = join(folder, 'county.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const during = <T>(work: (connection: BetterSqlite3.Database) => T): T => {
  const connection = new BetterSqlite3(path)
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}
const ledger = () =>
  during((connection) => connection.prepare('select name, hash, at from migrations order by name').all())
const schema = () =>
  during((connection) => connection.prepare('select name, sql from sqlite_master order by name, sql').all())

/** What takes a migration back, its last statement first. */
const undoing = (text: string): string[] =>
  [...text.matchAll(/^(?:CREATE (?:UNIQUE )?(TABLE|INDEX|TRIGGER) `?(\w+)|ALTER TABLE `(\w+)` ADD `(\w+)`)/gm)]
    .map(([, kind, name, table, column]) =>
      kind === undefined ? `alter table ${table} drop column ${column}` : `drop ${kind} ${name}`,
    )
    .reverse()

test('both engines have migrations of like names, numbered from 0001 without a gap', () => {
  const [sqlite = [], postgres] = engines.map((engine) => migrationsOf(engine).map(({ name }) => name))
  expect(sqlite).toEqual(postgres)
  expect(sqlite.map((name) => name.slice(0, 5))).toEqual(sqlite.map((_, n) => `${String(n + 1).padStart(4, '0')}_`))
  for (const name of sqlite) expect(name).toMatch(/^\d{4}(_[a-z0-9]+)+\.sql$/)
})

test.each(engines)('%s: the migrations make exactly the schema that the code speaks of', async (engine) => {
  expect(await changesFor(engine)).toEqual([])
})

test('no migration deletes children along with their parents', () => {
  for (const { name, text } of engines.flatMap(migrationsOf)) expect(text, name).not.toMatch(/on delete cascade/i)
})

test('migrating again changes nothing: no migration runs twice, no copy is made', async () => {
  await migrateSqlite(path)
  const before = [ledger(), schema()]
  await migrateSqlite(path)
  expect([ledger(), schema()]).toEqual(before)
  expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([])
})

test('the ledger holds each migration with its hash', async () => {
  await migrateSqlite(path)
  expect(ledger()).toMatchObject(migrationsOf('sqlite').map(({ name, hash }) => ({ name, hash })))
})

test('a migration that was changed after it had run is refused, and nothing is touched', async () => {
  await migrateSqlite(path)
  during((connection) => connection.exec("update migrations set hash = 'other' where name like '0001%'"))
  const before = schema()
  await expect(migrateSqlite(path)).rejects.toThrow(/0001_.* was changed after it had run/)
  expect(schema()).toEqual(before)
})

test('a database that a newer program has migrated is refused by an older one', async () => {
  await migrateSqlite(path)
  during((connection) => connection.exec("insert into migrations values ('9999_from_the_future.sql', 'x', 'now')"))
  await expect(migrateSqlite(path)).rejects.toThrow(/newer than this program.*9999_from_the_future/)
})

test('a migration that fails is undone whole and can be tried again; a copy of the file was kept before it', async () => {
  await migrateSqlite(path)
  const last = migrationsOf('sqlite').at(-1)
  const undo = undoing(last?.text ?? '')
  expect(undo.length).toBeGreaterThan(0)
  during((connection) => {
    connection.exec(undo.slice(0, -1).join(';'))
    connection.prepare('delete from migrations where name = ?').run(last?.name)
  })
  const before = [ledger(), schema()]
  await expect(migrateSqlite(path)).rejects.toThrow(/already exists/)
  expect([ledger(), schema()]).toEqual(before)

  const copy = `${path}.before-${last?.name.slice(0, 4)}`
  expect(existsSync(copy)).toBe(true)
  expect(readFileSync(copy).subarray(0, 15).toString()).toBe('SQLite format 3')
  during((connection) => connection.exec(undo.at(-1) ?? ''))
  await migrateSqlite(path)
  expect(ledger()).toHaveLength(migrationsOf('sqlite').length)
})

test('a migration over rows that point at nothing is refused', async () => {
  await migrateSqlite(path)
  const last = migrationsOf('sqlite').at(-1)
  during((connection) => {
    connection.pragma('foreign_keys = OFF')
    connection.exec("insert into unit_areas values ('360424', 'no-such-unit', '360424100')")
    connection.exec(undoing(last?.text ?? '').join(';'))
    connection.prepare('delete from migrations where name = ?').run(last?.name)
  })
  await expect(migrateSqlite(path)).rejects.toThrow(/breaks foreign keys/)
})

if (engineUnderTest === 'postgres')
  test('PostgreSQL: a rerun is a no-op, a changed or future migration is refused', async () => {
    const db = await freshDatabase()
    const found = async () =>
      JSON.stringify(await db.q.execute(sql`select name, hash, at from migrations order by name`))
    const before = await found()
    for (const { name, hash } of migrationsOf('postgres')) expect(before).toContain(`"name":"${name}","hash":"${hash}"`)
    await migratePostgres(db.q)
    expect(await found()).toBe(before)

    const changed = db.q.transaction(async (tx) => {
      await tx.execute(sql`update migrations set hash = 'other' where name like '0001%'`)
      await migratePostgres(tx)
    })
    await expect(changed).rejects.toThrow(/0001_.* was changed after it had run/)
    const future = db.q.transaction(async (tx) => {
      await tx.execute(sql`insert into migrations values ('9999_from_the_future.sql', 'x', 'now')`)
      await migratePostgres(tx)
    })
    await expect(future).rejects.toThrow(/newer than this program/)
    expect(await found()).toBe(before)
    await db.close()
  }, 60_000)
