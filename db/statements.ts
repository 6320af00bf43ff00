import type BetterSqlite3 from 'better-sqlite3'

const mostKept = 600

/**
 * The connection as queries are built on it: a statement is compiled once per text and used again, and before each
 * use `mayRun` is asked, which throws when the act it was built in has ended.
 */
export const remembering = (connection: BetterSqlite3.Database, mayRun: () => void): BetterSqlite3.Database => {
  const kept = new Map<string, BetterSqlite3.Statement>()

  const prepare = (source: string): BetterSqlite3.Statement => {
    mayRun()
    const known = kept.get(source)
    if (known) return known
    const statement = asked(connection.prepare(source), mayRun)
    const [oldest] = kept.keys()
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
    kept.set(source, statement)
    return statement
  }
  return Object.create(connection, { prepare: { value: prepare } })
}

/** Rows come as objects or as lists, whichever way the last reader of the same statement wanted them. */
const asked = (statement: BetterSqlite3.Statement, mayRun: () => void): BetterSqlite3.Statement => {
  const inForm = (asLists: boolean): BetterSqlite3.Statement => {
    mayRun()
    return statement.reader ? statement.raw(asLists) : statement
  }
  const reads = (asLists: boolean) => ({
    all: { value: (...given: unknown[]) => inForm(asLists).all(...given) },
    get: { value: (...given: unknown[]) => inForm(asLists).get(...given) },
  })
  const lists: BetterSqlite3.Statement = Object.create(statement, reads(true))
  return Object.create(statement, {
    ...reads(false),
    run: { value: (...given: unknown[]) => inForm(false).run(...given) },
    raw: { value: () => lists },
  })
}
