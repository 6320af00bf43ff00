import { type SQL, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'

/**
 * All that knows SQLite's columns from PostgreSQL's. The schema is written once against `Kit`;
 * types follow the PostgreSQL kit, the SQLite kit has the same shape and the same TypeScript values.
 */

const pgText = pg.customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' })

const pgOneOf = <const W extends readonly string[]>(_words: W) =>
  pg.customType<{ data: W[number]; driverData: string }>({ dataType: () => 'text COLLATE "C"' })()

const liteOneOf = <const W extends readonly string[]>(_words: W) =>
  lite.customType<{ data: W[number]; driverData: string }>({ dataType: () => 'text' })()

const asJson = {
  toDriver: (value: unknown): string => JSON.stringify(value),
  fromDriver: (value: string): unknown => JSON.parse(value),
}

/** JSON is kept as text on both engines, so that a stored value reads back to the letter. */
const pgJson = <T>() =>
  pg.customType<{ data: T; driverData: string }>({ dataType: () => 'text', ...readsBackAs<T>() })()
const liteJson = <T>() =>
  lite.customType<{ data: T; driverData: string }>({ dataType: () => 'text', ...readsBackAs<T>() })()

/** What `toDriver` wrote as T is T when read back: the column is written through this pair alone. */
const readsBackAs = <T>() => asJson as { toDriver: (value: T) => string; fromDriver: (value: string) => T }

export const postgresKit = {
  table: pg.pgTable,
  text: () => pgText(),
  oneOf: pgOneOf,
  /** UTC ISO text with milliseconds and Z: fixed width, so it sorts as text. */
  instant: () => pgText(),
  /** Calendar day YYYY-MM-DD in the county's zone. */
  day: () => pgText(),
  count: () => pg.integer(),
  /** Whole numbers up to 2^53, such as Morton codes and byte counts. */
  whole: () => pg.bigint({ mode: 'number' }),
  real: () => pg.doublePrecision(),
  flag: () => pg.boolean(),
  json: pgJson,
  primaryKey: pg.primaryKey,
  foreignKey: pg.foreignKey,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  check: pg.check,
}

export type Kit = typeof postgresKit

const liteKit = {
  table: lite.sqliteTable,
  text: () => lite.text(),
  oneOf: liteOneOf,
  instant: () => lite.text(),
  day: () => lite.text(),
  count: () => lite.integer(),
  whole: () => lite.integer(),
  real: () => lite.real(),
  flag: () => lite.integer({ mode: 'boolean' }),
  json: liteJson,
  primaryKey: lite.primaryKey,
  foreignKey: lite.foreignKey,
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  check: lite.check,
}

/** Same names, same value types; only the builders' classes differ, which no store ever sees. */
export const sqliteKit = liteKit as unknown as Kit

export type Engine = 'sqlite' | 'postgres'

/** The few expressions that the engines spell differently. */
export const dialect = {
  /** Serialises the writers of one county's journal until the transaction ends; SQLite has one writer anyway. */
  lockCounty: (engine: Engine, county: string): SQL | null =>
    engine === 'postgres' ? sql`select pg_advisory_xact_lock(hashtext(${county}))` : null,
  /** Whoever names the same word waits until this transaction ends, so that a resend finds what the first one did. */
  takeTurns: (engine: Engine, word: string): SQL | null =>
    engine === 'postgres' ? sql`select pg_advisory_xact_lock(1, hashtext(${word}))` : null,
  /** At the end of a sub-select: takes rows that no other process is taking now. SQLite has one process. */
  skipLocked: (engine: Engine): SQL => (engine === 'postgres' ? sql` for update skip locked` : sql``),
  /** A table to select from by this index and no other: SQLite keeps no figures by which it could know the better one. */
  byIndex: (engine: Engine, table: pg.PgTable, index: string): SQL =>
    engine === 'postgres' ? sql`${table}` : sql`${table} indexed by ${sql.identifier(index)}`,
  /** The calendar day of an instant, so many minutes east of UTC. */
  dayOf: (engine: Engine, instant: SQL | pg.PgColumn, minutesEast: number): SQL =>
    engine === 'postgres'
      ? sql`to_char((${instant}::timestamptz at time zone 'UTC') + make_interval(mins => ${minutesEast}), 'YYYY-MM-DD')`
      : sql`strftime('%Y-%m-%d', ${instant}, ${`${minutesEast} minutes`})`,
  /** Case-insensitive containment; both arguments are text, the needle is taken literally. */
  contains: (column: SQL | pg.PgColumn, needle: string): SQL =>
    sql`lower(${column}) like ${`%${needle.toLowerCase().replace(/[\\%_]/g, (c) => `\\${c}`)}%`} escape '\\'`,
}
