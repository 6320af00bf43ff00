import { AsyncLocalStorage } from 'node:async_hooks'
import type BetterSqlite3 from 'better-sqlite3'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Engine } from './dialect.ts'
import type { Tables } from './schema/tables.ts'
import { remembering } from './statements.ts'

/** The query builder, typed as PostgreSQL's; see `asQuery` for how SQLite's is seen through it. */
export type Query = PgDatabase<PgQueryResultHKT>

/** Where a store reads: the reader, or the writer inside a transaction. */
export interface Db {
  readonly engine: Engine
  readonly t: Tables
  readonly q: Query
}

declare const writes: unique symbol
/** A Db inside a transaction; stores that write ask for this type, and only `inTransaction` makes one. */
export interface Tx extends Db {
  readonly [writes]: true
}

export interface Writer {
  run<T>(job: (tx: Tx) => Promise<T>): Promise<T>
}

export interface OpenDatabase extends Db {
  readonly writer: Writer
  close(): Promise<void>
}

const jobLimitMillis = 15_000
const actsPerCommit = 256
/** The act that the running code belongs to. */
const inside = new AsyncLocalStorage<object>()

/** The only way to write an act: all of it or nothing, and no answer before the commit is on disk. */
export const inTransaction = <T>(db: OpenDatabase, job: (tx: Tx) => Promise<T>): Promise<T> => {
  if (inside.getStore()) throw new Error('inTransaction inside inTransaction: pass the tx along instead')
  return db.writer.run(job)
}

/** Housekeeping that is nobody's act and leaves no trace in the journal: last use of a session, lock-outs, leases. */
export const keepBooks = inTransaction

const tellings = new WeakMap<Tx, (() => void)[]>()

/** Called once the act is on disk; never when it was undone. */
export const afterCommit = (tx: Tx, tell: () => void): void => {
  tellings.set(tx, [...(tellings.get(tx) ?? []), tell])
}

const tellThat = (tx: Tx): void => {
  for (const tell of tellings.get(tx) ?? []) tell()
}

/** better-sqlite3's builders are awaitable and return the same rows; stores never call `.get() .all() .run()`. */
export const asQuery = (client: BetterSqlite3.Database): Query =>
  drizzleSqlite({ client, casing: 'snake_case' }) as unknown as Query

const asTx = (db: Db): Tx => db as Tx

interface Waiting {
  act: () => Promise<() => void>
  refuse: (error: unknown) => void
}

/**
 * One writer connection and a queue. Acts that wait together share one BEGIN and one COMMIT (one fsync),
 * each inside its own savepoint: a failing act is undone alone, and nobody is answered before the commit.
 */
export const sqliteWriter = (connection: BetterSqlite3.Database, t: Tables): Writer => {
  const waiting: Waiting[] = []
  let draining = false
  let acting: object | null = null
  const q = asQuery(
    remembering(connection, () => {
      const own = inside.getStore()
      if (own === undefined || own !== acting) throw new Error('write after the act had ended')
    }),
  )

  const drain = async (): Promise<void> => {
    draining = true
    while (waiting.length > 0) {
      await new Promise(setImmediate) // lets requests that arrived together join this commit
      const batch = waiting.splice(0, actsPerCommit)
      try {
        connection.exec('BEGIN IMMEDIATE')
        const answers: (() => void)[] = []
        for (const { act } of batch) answers.push(await act())
        connection.exec('COMMIT')
        for (const answer of answers) answer()
      } catch (error) {
        if (connection.inTransaction) connection.exec('ROLLBACK')
        for (const { refuse } of batch) refuse(error)
      }
    }
    draining = false
  }

  const act = async <T>(job: (tx: Tx) => Promise<T>): Promise<{ result: T; tx: Tx }> => {
    const own = {}
    acting = own
    connection.exec('SAVEPOINT act')
    try {
      const tx = asTx({ engine: 'sqlite', t, q })
      const result = await inTime(inside.run(own, async () => job(tx)))
      acting = null
      connection.exec('RELEASE act')
      return { result, tx }
    } catch (error) {
      acting = null
      // a full disk ends the whole transaction by itself; then there is no savepoint to return to
      if (connection.inTransaction) connection.exec('ROLLBACK TO act; RELEASE act')
      throw error
    }
  }

  return {
    run: <T>(job: (tx: Tx) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({
          act: () =>
            act(job).then(
              ({ result, tx }) =>
                () => {
                  resolve(result)
                  tellThat(tx)
                },
              (error) => {
                if (!connection.inTransaction) throw error
                return () => reject(error)
              },
            ),
          refuse: reject,
        })
        if (!draining) void drain()
      }),
  }
}

const retried = new Set(['40001', '40P01'])

/** PostgreSQL: the driver's own transaction; deadlocks and serialisation failures are tried again. */
export const postgresWriter = (q: Query, t: Tables): Writer => ({
  run: async (job) => {
    for (let attempt = 1; ; attempt++) {
      try {
        const done = await q.transaction(async (transaction) => {
          const guard = guardedQuery(transaction)
          const tx = asTx({ engine: 'postgres', t, q: guard.q })
          try {
            return { tx, result: await inTime(inside.run({}, async () => job(tx))) }
          } finally {
            guard.shut()
          }
        })
        tellThat(done.tx)
        return done.result
      } catch (error) {
        if (attempt === 5 || !retried.has(sqlStateOf(error))) throw error
        await new Promise((resolve) => setTimeout(resolve, attempt * 10))
      }
    }
  },
})

const sqlStateOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return sqlStateOf(error.cause)
}

/** A hung act would stop every later one: after the limit it is undone and its late writes are refused. */
const inTime = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`act took longer than ${jobLimitMillis} ms`)), jobLimitMillis)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** PostgreSQL's connection goes back to the pool, where a late write would land in another's act. */
const guardedQuery = (query: Query): { q: Query; shut: () => void } => {
  let open = true
  const q = new Proxy(query, {
    get: (target, name) => {
      if (!open) throw new Error('write after the act had ended')
      const member: unknown = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
  return {
    q,
    shut: () => {
      open = false
    },
  }
}
