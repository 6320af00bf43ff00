import type { Db } from './unit-of-work.ts'

/**
 * A query built once per handle and asked again with other values: `preparedFor((db) => db.q.select()...prepare('name'))`.
 * On SQLite the handle lasts as long as its connection; on PostgreSQL a transaction's is its own, and the server knows
 * the statement by its name.
 */
export const preparedFor = <Query>(make: (db: Db) => Query): ((db: Db) => Query) => {
  const made = new WeakMap<object, Query>()
  return (db) => {
    const known = made.get(db.q) ?? make(db)
    made.set(db.q, known)
    return known
  }
}
