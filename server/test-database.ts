import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { postgresKit } from '../db/dialect.ts'
import { migratePostgres } from '../db/migrate.ts'
import { openPostgres, openSqlite } from '../db/open.ts'
import { tables } from '../db/schema/tables.ts'
import { type OpenDatabase, postgresWriter } from '../db/unit-of-work.ts'

type Fill = (db: OpenDatabase) => Promise<void>

/** Made once per test file and copied for every county after that: `LUQING_TEST_ENGINE` says which engine. */
export const openTestDatabase = (folder: string, fill: Fill): Promise<OpenDatabase> => {
  const engine = process.env['LUQING_TEST_ENGINE'] ?? 'sqlite'
  const server = process.env['LUQING_TEST_POSTGRES']
  if (engine === 'sqlite') return sqliteCopy(folder, fill)
  if (engine !== 'postgres') throw new Error(`LUQING_TEST_ENGINE is sqlite or postgres, not ${engine}`)
  return server === undefined ? embeddedCopy(fill) : databaseOfOwn(server, fill)
}

let sqliteModel: Promise<Buffer> | undefined

const makeSqliteModel = async (folder: string, fill: Fill): Promise<Buffer> => {
  const path = join(folder, 'model.db')
  const db = await openSqlite(path)
  await fill(db)
  await db.close()
  return readFileSync(path)
}

const sqliteCopy = async (folder: string, fill: Fill): Promise<OpenDatabase> => {
  sqliteModel ??= makeSqliteModel(folder, fill)
  const path = join(folder, 'luqing.db')
  writeFileSync(path, await sqliteModel)
  return openSqlite(path)
}

const asDatabase = async (client: PGlite, close: () => Promise<void>): Promise<OpenDatabase> => {
  const { drizzle } = await import('drizzle-orm/pglite')
  const q = drizzle({ client, casing: 'snake_case' })
  const t = tables(postgresKit)
  return { engine: 'postgres', t, q, writer: postgresWriter(q, t), close }
}

/** An empty cluster takes 3 s to make and depends on nothing of ours, so it is kept beside the packages. */
const emptyCluster = async (): Promise<Blob> => {
  const { PGlite } = await import('@electric-sql/pglite')
  const packages = new URL('../node_modules/', import.meta.url)
  const version = createHash('sha256').update(readFileSync(new URL('@electric-sql/pglite/package.json', packages)))
  const folder = new URL('.cache/luqing/', packages)
  const kept = new URL(`pglite-${version.digest('hex').slice(0, 16)}.tar`, folder)
  if (!existsSync(kept)) {
    const client = await PGlite.create()
    const whole = await client.dumpDataDir('none')
    await client.close()
    mkdirSync(folder, { recursive: true })
    const mine = new URL(`${randomBytes(8).toString('hex')}.part`, folder)
    writeFileSync(mine, new Uint8Array(await whole.arrayBuffer()))
    renameSync(mine, kept)
  }
  return new Blob([readFileSync(kept)])
}

/** For each query PGlite copies how every type is read, the arrays of rows of every table among them: no row holds any. */
const startCluster = async (from: Blob): Promise<PGlite> => {
  const { PGlite, types } = await import('@electric-sql/pglite')
  const client = await PGlite.create({ loadDataDir: from })
  client.parsers = { ...types.parsers }
  return client
}

const tablesIn = async (client: PGlite, schema: string): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    'select table_name as name from information_schema.tables where table_schema = $1',
    [schema],
  )
  return rows.map(({ name }) => name)
}

let embeddedModel: Promise<Blob> | undefined

/** Beside its tables it holds a copy of each as filled, from which a used one is made as new. */
const makeEmbeddedModel = async (fill: Fill): Promise<Blob> => {
  const client = await startCluster(await emptyCluster())
  const db = await asDatabase(client, () => client.close())
  await migratePostgres(db.q)
  await fill(db)
  await client.exec('create schema as_filled')
  for (const name of await tablesIn(client, 'public'))
    await client.exec(`create table as_filled.${name} as table public.${name}`)
  const whole = await client.dumpDataDir('none')
  await db.close()
  return whole
}

/** Starting one takes a second, emptying one hardly anything: whoever closes theirs leaves it to the next. */
const idle: PGlite[] = []
const widestLeftBytes = 500_000

const asNew = async (client: PGlite): Promise<void> => {
  const { rows } = await client.query<{ name: string; bytes: number }>(`
    select relname as name, pg_relation_size(oid)::int as bytes from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_relation_size(oid) > 0
  `)
  // to truncate takes long for each table, to delete leaves the room taken: that pays for what has become wide alone
  const emptied = rows.map(({ name, bytes }) =>
    bytes > widestLeftBytes ? `truncate public.${name} cascade;` : `delete from public.${name};`,
  )
  await client.exec(`
    set session_replication_role = replica;
    ${emptied.join('\n')}
    ${rows.map(({ name }) => `insert into public.${name} table as_filled.${name};`).join('\n')}
    set session_replication_role = origin;
  `)
}

const embeddedCopy = async (fill: Fill): Promise<OpenDatabase> => {
  embeddedModel ??= makeEmbeddedModel(fill)
  const client = idle.pop() ?? (await startCluster(await embeddedModel))
  let closed = false
  // what still runs after the close must not reach the next county
  const untilClosed = new Proxy(client, {
    get: (target, name) => {
      if (closed) throw new Error('the test county has been closed')
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return asDatabase(untilClosed, async () => {
    closed = true
    await asNew(client)
    idle.push(client)
  })
}

/** On a real server each county gets a database, dropped when it is closed. */
const databaseOfOwn = async (server: string, fill: Fill): Promise<OpenDatabase> => {
  const { Client } = (await import('pg')).default
  const name = `luqing_test_${randomBytes(8).toString('hex')}`
  const asOwner = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: server })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await asOwner(`create database ${name} template template0`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const db = await openPostgres(url.href)
  await fill(db)
  const close = async (): Promise<void> => {
    await db.close()
    await asOwner(`drop database ${name}`)
  }
  return { ...db, close }
}
