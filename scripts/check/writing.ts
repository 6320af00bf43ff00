import type { House, Rule, Violation } from './house.ts'
import type { Call, Source, Text } from './source.ts'

const unitOfWork = 'db/unit-of-work.ts'
const handles = new Set(['tx', 'db', 'q', 'trx', 'read', 'reader', 'writer', 'connection', 'client'])
const runsSql = new Set(['exec', 'execute', 'prepare', 'query', 'raw', 'run', 'sql', 'unsafe'])
const chains: Readonly<Record<string, string>> = { insert: 'values', update: 'set', delete: 'where' }

/** Tests may tamper with what they test; the browser's own small database is none of the house's. */
const shipped = ({ sources, rooms }: House): Source[] =>
  [...sources.values()].filter(({ path }) => !['tests', 'web'].includes(rooms.get(path) ?? ''))

const opensTransaction = ({ value, given }: Text): boolean => {
  const upper = /(^|;)\s*(BEGIN(\s+(IMMEDIATE|EXCLUSIVE|DEFERRED|TRANSACTION|WORK))*|START\s+TRANSACTION.*)\s*(;|$)/
  if (upper.test(value)) return true
  return given !== null && runsSql.has(given) && new RegExp(upper, 'i').test(value)
}

export const ownTransactions = ({ calls, texts }: Source): { line: number; what: string }[] => [
  ...calls.filter(({ name }) => name === 'transaction').map(({ line }) => ({ line, what: 'transaction()' })),
  ...texts.filter(opensTransaction).map(({ line }) => ({ line, what: 'BEGIN as SQL' })),
]

/** One door for writing: only the unit of work opens a transaction. */
export const oneWayToWrite: Rule = {
  name: 'one-way-to-write',
  *find(house): Iterable<Violation> {
    for (const source of shipped(house)) {
      const { path } = source
      if (path === unitOfWork || path in house.exceptions.transactions) continue
      for (const { line, what } of ownTransactions(source)) {
        const sentence = `${what} is used only in ${unitOfWork}; write inside inTransaction()`
        yield { file: path, line, rule: 'one-way-to-write', sentence }
      }
    }
  },
}

/** Every act leaves an entry in the journal; only housekeeping that is nobody's act goes without. */
export const everyWriteIsNoted: Rule = {
  name: 'every-write-is-noted',
  *find(house): Iterable<Violation> {
    const rule = 'every-write-is-noted'
    for (const { path, calls } of shipped(house)) {
      if (path === unitOfWork) continue
      const called = (name: string): Call | undefined => calls.find((call) => call.name === name)
      const writes = called('inTransaction')
      if (writes && !called('note'))
        yield { file: path, line: writes.line, rule, sentence: 'inTransaction() without note(): who did what?' }
      const books = called('keepBooks')
      if (books && !(path in house.exceptions.bookkeepers)) {
        const sentence =
          'keepBooks() leaves no entry: use inTransaction() and note(), or list the file in scripts/check.ts'
        yield { file: path, line: books.line, rule, sentence }
      }
    }
  },
}

/** The demo county and the measurements write rows of their own, beside the stores. */
const mayChangeRows = (path: string): boolean =>
  /^(db|server\/journal|scripts\/(demo-county|bench))\//.test(path) || /(\/|-)store\.ts$/.test(path)

/** `tx.q.insert(...)`, or any `.insert(...).values(...)`; `map.delete(key)` and `hash.update(bytes)` are neither. */
const changesRows = ({ name, receiver, then }: Call): boolean => {
  const chain = chains[name]
  return chain !== undefined && (then === chain || (receiver !== null && handles.has(receiver)))
}

const changesRowsInSql = ({ value }: Text): boolean =>
  /^\s*(INSERT\s+INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s)/i.test(value)

/** Rows change in stores, so that whoever looks for a write to a table finds it there. */
export const rowsChangeInStores: Rule = {
  name: 'rows-change-in-stores',
  *find(house): Iterable<Violation> {
    for (const { path, calls, texts } of shipped(house)) {
      if (mayChangeRows(path)) continue
      const lines = [...calls.filter(changesRows), ...texts.filter(changesRowsInSql)].map(({ line }) => line)
      for (const line of new Set(lines)) {
        const sentence = "rows are inserted, updated and deleted in the noun's store.ts"
        yield { file: path, line, rule: 'rows-change-in-stores', sentence }
      }
    }
  },
}
