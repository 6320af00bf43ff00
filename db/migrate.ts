import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import type { Engine } from './dialect.ts'
import type { Query } from './unit-of-work.ts'

interface Migration {
  name: string
  text: string
  hash: string
}

/** Migrations of one engine in order of their numbers. A merged one never changes: its hash is kept. */
export const migrationsOf = (engine: Engine): Migration[] => {
  const folder = new URL(`./migrations/${engine}/`, import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    })
}

const ledger = 'create table if not exists migrations (name text primary key, hash text not null, at text not null)'

const outstanding = (engine: Engine, done: ReadonlyMap<string, string>): Migration[] => {
  const known = migrationsOf(engine)
  const unknown = [...done.keys()].filter((ran) => !known.some(({ name }) => name === ran))
  if (unknown.length > 0)
    throw new Error(`the database is newer than this program: it has run ${unknown.sort().join(', ')}`)
  return known.filter(({ name, hash }) => {
    const before = done.get(name)
    if (before !== undefined && before !== hash) throw new Error(`migration ${name} was changed after it had run`)
    return before === undefined
  })
}

/**
 * Runs with foreign keys OFF (a table rebuild under ON deletes children), checks them, and keeps a copy
 * of the file beside it when there was something in it to lose.
 */
export const migrateSqlite = async (path: string): Promise<void> => {
  const connection = new BetterSqlite3(path)
  try {
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = OFF')
    connection.exec(ledger)
    const rows = connection.prepare<[], { name: string; hash: string }>('select name, hash from migrations').all()
    const todo = outstanding('sqlite', new Map(rows.map((row) => [row.name, row.hash])))
    if (todo.length === 0) return
    if (rows.length > 0) await connection.backup(`${path}.before-${todo[0]?.name.slice(0, 4)}`)
    for (const { name, text, hash } of todo) {
      const run = connection.transaction(() => {
        connection.exec(text)
        const broken = connection.pragma('foreign_key_check')
        if (Array.isArray(broken) && broken.length > 0) throw new Error(`migration ${name} breaks foreign keys`)
        connection.prepare('insert into migrations values (?, ?, ?)').run(name, hash, new Date().toISOString())
      })
      run()
    }
  } finally {
    connection.close()
  }
}

/** All outstanding migrations in one transaction, one process at a time. */
export const migratePostgres = async (q: Query): Promise<void> => {
  await q.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(7268901)`)
    await tx.execute(sql.raw(ledger))
    const found: unknown = await tx.execute(sql`select name, hash from migrations`)
    const done = new Map(rowsOf(found).map((row) => [String(row['name']), String(row['hash'])]))
    for (const { name, text, hash } of outstanding('postgres', done)) {
      for (const statement of text.split('--> statement-breakpoint')) await tx.execute(sql.raw(statement))
      await tx.execute(sql`insert into migrations values (${name}, ${hash}, ${new Date().toISOString()})`)
    }
  })
}

const rowsOf = (result: unknown): Record<string, unknown>[] =>
  typeof result === 'object' && result !== null && 'rows' in result && Array.isArray(result.rows) ? result.rows : []
