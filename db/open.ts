import { existsSync, mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { postgresKit, sqliteKit } from './dialect.ts'
import { migratePostgres, migrateSqlite } from './migrate.ts'
import { tables } from './schema/tables.ts'
import { remembering } from './statements.ts'
import { asQuery, type OpenDatabase, postgresWriter, sqliteWriter } from './unit-of-work.ts'

const pragmas = (connection: BetterSqlite3.Database): void => {
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma('busy_timeout = 5000')
  connection.pragma('trusted_schema = OFF')
}

/** The driver's default under WAL is NORMAL, which loses acknowledged acts in a power cut: check after first use. */
const assertDurable = (connection: BetterSqlite3.Database): void => {
  connection.exec('SELECT count(*) FROM sqlite_master')
  const level = connection.pragma('synchronous', { simple: true })
  if (level !== 2) throw new Error(`SQLite must run with synchronous=FULL (2) but runs with ${String(level)}`)
}

/** When acts are on disk; `once-closed` is for a file that nobody has before it is whole. */
export type OnDisk = 'at-each-commit' | 'once-closed'

/** Opens a county's SQLite file: migrates it, then one writer and a read-only reader beside it. */
export const openSqlite = async (path: string, onDisk: OnDisk = 'at-each-commit'): Promise<OpenDatabase> => {
  mkdirSync(dirname(path), { recursive: true })
  const t = tables(sqliteKit)
  await migrateSqlite(path)
  const connection = new BetterSqlite3(path)
  pragmas(connection)
  assertDurable(connection)
  if (onDisk === 'once-closed') connection.pragma('synchronous = OFF')
  const reader = new BetterSqlite3(path, { readonly: true })
  reader.pragma('busy_timeout = 5000')
  return {
    engine: 'sqlite',
    t,
    q: asQuery(remembering(reader, () => undefined)),
    writer: sqliteWriter(connection, t),
    close: async () => {
      reader.close()
      connection.close()
      if (onDisk === 'once-closed') await putOnDisk(path)
    },
  }
}

const putOnDisk = async (path: string): Promise<void> => {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Opens a PostgreSQL database by its connection string: `postgres://...`. */
export const openPostgres = async (url: string): Promise<OpenDatabase> => {
  const { Pool } = (await import('pg')).default
  const { drizzle } = await import('drizzle-orm/node-postgres')
  const client = new Pool({ connectionString: url, max: 10 })
  // an idle connection that the server drops is replaced at its next use; unheard, its error would end the process
  client.on('error', () => undefined)
  const q = drizzle({ client, casing: 'snake_case' })
  await migratePostgres(q)
  const t = tables(postgresKit)
  return { engine: 'postgres', t, q, writer: postgresWriter(q, t), close: () => client.end() }
}

/** Opens PostgreSQL inside this process (PGlite), in memory or in a folder; for tests and trials. */
export const openEmbeddedPostgres = async (folder?: string): Promise<OpenDatabase> => {
  const { PGlite } = await import('@electric-sql/pglite')
  const { drizzle } = await import('drizzle-orm/pglite')
  const client = await PGlite.create(folder === undefined ? {} : { dataDir: folder })
  const q = drizzle({ client, casing: 'snake_case' })
  await migratePostgres(q)
  const t = tables(postgresKit)
  return { engine: 'postgres', t, q, writer: postgresWriter(q, t), close: () => client.close() }
}

/** `postgres://...` opens PostgreSQL; anything else is the path of a SQLite file. */
export const openDatabase = (where: string): Promise<OpenDatabase> =>
  /^postgres(ql)?:\/\//.test(where) ? openPostgres(where) : openSqlite(where)

export const isNewDatabase = (where: string): boolean => !/^postgres(ql)?:\/\//.test(where) && !existsSync(where)
