import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedPostgres, openPostgres, openSqlite } from './open.ts'
import type { OpenDatabase } from './unit-of-work.ts'

export const engineUnderTest = process.env['LUQING_TEST_ENGINE'] === 'postgres' ? 'postgres' : 'sqlite'
/** A real PostgreSQL server, where one was named; else PostgreSQL runs inside the process. */
export const realServer = engineUnderTest === 'postgres' ? process.env['LUQING_TEST_POSTGRES'] : undefined

/** A migrated, empty database of the engine under test, gone again when it is closed. */
export const freshDatabase = async (): Promise<OpenDatabase> => {
  if (realServer !== undefined) return databaseOn(realServer)
  if (engineUnderTest === 'postgres') return openEmbeddedPostgres()
  const folder = mkdtempSync(join(tmpdir(), 'luqing-db-'))
  const db = await openSqlite(join(folder, 'county.db'))
  const close = async () => {
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...db, close }
}

const databaseOn = async (server: string): Promise<OpenDatabase> => {
  const { Client } = (await import('pg')).default
  const name = `luqing_db_${randomBytes(8).toString('hex')}`
  const asOwner = async (statement: string) => {
    const client = new Client({ connectionString: server })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await asOwner(`create database ${name} template template0`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const db = await openPostgres(url.href)
  const close = async () => {
    await db.close()
    await asOwner(`drop database ${name}`)
  }
  return { ...db, close }
}
