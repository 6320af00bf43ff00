import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { postgresKit, sqliteKit } from '../db/dialect.ts'
import { tables } from '../db/schema/tables.ts'

/**
 * `npm run make-migration one-open-notice-per-task` writes, for both engines, the SQL that takes the schema from the
 * last snapshot to today's. With `--check` it writes nothing and fails when there is anything to write.
 */
// the package's ESM entry lacks this path under Node's resolver; its CommonJS one has it
const kit: typeof import('drizzle-kit/api') = createRequire(import.meta.url)('drizzle-kit/api')
// it hangs a word of its own on every array, over which others that walk arrays by `for...in` stumble
Reflect.deleteProperty(Array.prototype, 'random')

const engines = {
  sqlite: {
    now: () => kit.generateSQLiteDrizzleJson(tables(sqliteKit), undefined, 'snake_case'),
    empty: () => kit.generateSQLiteDrizzleJson({}, undefined, 'snake_case'),
    between: kit.generateSQLiteMigration,
  },
  postgres: {
    now: async () => kit.generateDrizzleJson(tables(postgresKit), undefined, undefined, 'snake_case'),
    empty: async () => kit.generateDrizzleJson({}, undefined, undefined, 'snake_case'),
    between: kit.generateMigration,
  },
}

const folderOf = (engine: string): URL => new URL(`../db/migrations/${engine}/`, import.meta.url)
const snapshotOf = (engine: string): URL => new URL('snapshot.json', folderOf(engine))

const before = async <T>(engine: keyof typeof engines, empty: () => Promise<T>): Promise<T> =>
  existsSync(snapshotOf(engine)) ? JSON.parse(readFileSync(snapshotOf(engine), 'utf8')) : empty()

/** Statements that take the last snapshot to today's schema; empty when nothing changed. */
export const changesFor = async (engine: keyof typeof engines): Promise<string[]> =>
  engine === 'sqlite'
    ? engines.sqlite.between(await before('sqlite', engines.sqlite.empty), await engines.sqlite.now())
    : engines.postgres.between(await before('postgres', engines.postgres.empty), await engines.postgres.now())

const write = async (reason: string): Promise<void> => {
  for (const engine of ['sqlite', 'postgres'] as const) {
    const statements = await changesFor(engine)
    mkdirSync(folderOf(engine), { recursive: true })
    const number = readdirSync(folderOf(engine)).filter((name) => name.endsWith('.sql')).length + 1
    const name = `${String(number).padStart(4, '0')}_${reason.replaceAll('-', '_')}.sql`
    writeFileSync(new URL(name, folderOf(engine)), `${statements.join('\n--> statement-breakpoint\n')}\n`)
    writeFileSync(snapshotOf(engine), `${JSON.stringify(await engines[engine].now(), null, 1)}\n`)
    console.log(`${engine}/${name}: ${statements.length} statements`)
  }
}

if (import.meta.main) {
  const argument = process.argv[2]
  if (argument === undefined) {
    console.error('Name the reason: npm run make-migration one-open-notice-per-task')
    process.exitCode = 2
  } else if (argument === '--check') {
    for (const engine of ['sqlite', 'postgres'] as const) {
      const statements = await changesFor(engine)
      if (statements.length > 0) {
        console.error(`${engine}: the schema has changes without a migration:\n${statements.join('\n')}`)
        process.exitCode = 1
      }
    }
  } else await write(argument)
}
