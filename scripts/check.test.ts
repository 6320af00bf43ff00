import { describe, expect, test } from 'vitest'
import { type Exceptions, houseOf, noExceptions } from './check/house.ts'
import { violationsOf } from './check/rules.ts'

/** The violations of a small house as `file:line rule`. */
const broken = (tree: Record<string, string>, exceptions: Partial<Exceptions> = {}): string[] =>
  violationsOf(houseOf(new Map(Object.entries(tree)), { ...noExceptions, ...exceptions })).map(
    ({ file, line, rule }) => `${file}:${line} ${rule}`,
  )

const verb = 'export const dispatchTeam = (world: World) => inTransaction(world.db, (tx) => note(tx))'
const part = 'export const teamNamed = (tx: Tx) => tx'

describe('who may import whom', () => {
  const rooms = {
    'db/vocabulary.ts': 'export const stages = []',
    'db/open.ts': 'export const open = () => 1',
    'server/domain/morton.ts': 'export const q = 1',
    'server/http/problem.ts': 'export class Problem {}',
    'server/journal/note.ts': 'export const note = () => 1',
    'server/teams/store.ts': 'export const findTeam = () => 1',
    'server/teams/wire.ts': 'export const Team = 1',
    'server/teams/dispatch-team.ts': verb,
    'server/teams/team-named.ts': part,
    'server/teams/routes.ts': 'export const teams = 1',
    'web/map/map.tsx': 'export const Map = () => <p/>',
    'server/teams/store.test.ts': 'export const a = 1',
    'scripts/backup.ts': 'export const backup = 1',
  }
  const importing = (path: string, ...statements: string[]): string[] =>
    broken({ ...rooms, [path]: statements.join('\n') })

  test.each([
    ['db/vocabulary.ts', "import { open } from './open.ts'"],
    ['db/vocabulary.ts', "import { z } from 'zod'"],
    ['db/migrate.ts', "import { note } from '../server/journal/note.ts'"],
    ['server/domain/deadline.ts', "import type { Row } from '../../db/open.ts'"],
    ['server/domain/deadline.ts', "import { readFileSync } from 'node:fs'"],
    ['server/hazards/wire.ts', "import { findTeam } from '../teams/store.ts'"],
    ['server/hazards/wire.ts', "import { Hono } from 'hono'"],
    ['server/hazards/store.ts', "import { dispatchTeam } from '../teams/dispatch-team.ts'"],
    ['server/hazards/report-hazard.ts', `import { dispatchTeam } from '../teams/dispatch-team.ts'`],
    ['server/hazards/routes.ts', "import { findTeam } from '../teams/store.ts'"],
    ['server/hazards/routes.ts', "import { q } from '../domain/morton.ts'"],
    ['server/hazards/routes.ts', "import { dispatchTeam } from '../teams/dispatch-team.ts'"],
    ['web/teams/page.tsx', "import { findTeam } from '../../server/teams/store.ts'"],
    ['web/teams/page.tsx', "import { type Team } from '../../server/teams/store.ts'"],
    ['web/teams/page.tsx', "import type { Row } from '../../db/open.ts'"],
    ['server/http/limits.ts', "import { backup } from '../../scripts/backup.ts'"],
    ['server/teams/store.ts', "import type { a } from './store.test.ts'"],
  ])('%s may not: %s', (path, statement) => {
    const itself = path.endsWith('report-hazard.ts')
      ? 'export const reportHazard = (world: World) => inTransaction(world.db, (tx) => note(tx))'
      : ''
    expect(importing(path, statement, itself)).toEqual([`${path}:1 import-table`])
  })

  test.each([
    ['db/migrate.ts', "import { open } from './open.ts'; import fs from 'node:fs'"],
    ['server/domain/deadline.ts', "import { stages } from '../../db/vocabulary.ts'; import { q } from './morton.ts'"],
    ['server/hazards/wire.ts', "import { z } from 'zod'; import type { Row } from '../teams/store.ts'"],
    ['server/hazards/store.ts', "import { open } from '../../db/open.ts'; import { eq } from 'drizzle-orm'"],
    [
      'server/hazards/report.ts',
      "import { findTeam } from '../teams/store.ts'; import { note } from '../journal/note.ts'",
    ],
    ['server/hazards/report.ts', "import { teamNamed } from '../teams/team-named.ts'"],
    ['server/teams/routes.ts', "import { dispatchTeam } from './dispatch-team.ts'; import { Team } from './wire.ts'"],
    ['web/teams/page.tsx', "import { Team } from '../../server/teams/wire.ts'; import './page.css'"],
    ['web/teams/page.tsx', "import type { Row } from '../../server/teams/store.ts'"],
    ['scripts/restore.ts', "import { backup } from './backup.ts'; import { open } from '../db/open.ts'"],
  ])('%s may: %s', (path, statement) => {
    expect(importing(path, statement)).toEqual([])
  })

  test('dynamic imports, re-exports and import types are imports like any other', () => {
    const path = 'web/teams/page.tsx'
    expect(importing(path, "const a = await import('../../server/teams/store.ts')")).toHaveLength(1)
    expect(importing(path, "export { findTeam } from '../../server/teams/store.ts'")).toHaveLength(1)
    expect(importing(path, "export * from '../../server/teams/store.ts'")).toHaveLength(1)
    expect(importing(path, "type T = import('../../db/open.ts').T")).toHaveLength(1)
    expect(importing(path, "// import { findTeam } from '../../server/teams/store.ts'")).toEqual([])
  })

  test('a verb is what routes call, though it only reads', () => {
    const readers = {
      'server/register/search-register.ts': 'export const searchRegister = (world: World) => 1',
      'server/hazards/report.ts':
        "import { searchRegister } from '../register/search-register.ts'\nexport const report = (world: World) => inTransaction(note())",
    }
    const routes = "import { searchRegister } from './search-register.ts'"
    expect(broken(readers)).toEqual([])
    expect(broken({ ...readers, 'server/register/routes.ts': routes })).toEqual([
      'server/hazards/report.ts:1 import-table',
    ])
  })

  test('a store may use a part that keeps to the rules of stores, and not one that reaches further', () => {
    const store = { 'server/hazards/store.ts': "import { scope } from './scope.ts'" }
    const pure = { 'server/hazards/scope.ts': "import { and } from 'drizzle-orm'\nexport const scope = and" }
    const deep = { 'server/hazards/scope.ts': "import { Hono } from 'hono'\nexport const scope = Hono" }
    expect(broken({ ...rooms, ...store, ...pure })).toEqual([])
    expect(broken({ ...rooms, ...store, ...deep })).toEqual(['server/hazards/store.ts:1 import-table'])
  })

  test('a file that cannot be read is told, not passed over', () => {
    expect(broken({ 'server/teams/store.ts': 'const = 1' })).toEqual(['server/teams/store.ts:1 import-table'])
  })
})

test('a circle of imports is told once; a circle of types is none', () => {
  const a = (kind: string) => `${kind} { b } from './b.ts'`
  const b = "import { a } from './a.ts'"
  expect(broken({ 'db/a.ts': a('import'), 'db/b.ts': b })).toEqual(['db/b.ts:1 circular-import'])
  expect(broken({ 'db/a.ts': a('import type'), 'db/b.ts': b })).toEqual([])
})

describe('one way to write', () => {
  const inVerb = (code: string, exceptions: Partial<Exceptions> = {}) =>
    broken({ 'server/teams/dispatch-team.ts': code }, exceptions)

  test('only the unit of work opens a transaction', () => {
    expect(inVerb('db.transaction(async () => 1)')).toEqual(['server/teams/dispatch-team.ts:1 one-way-to-write'])
    expect(inVerb("connection.exec('BEGIN IMMEDIATE')")).toHaveLength(1)
    expect(inVerb("connection.exec('begin')")).toHaveLength(1)
    expect(inVerb('await q.execute(sql`START TRANSACTION`)')).toHaveLength(1)
    expect(broken({ 'db/unit-of-work.ts': "connection.exec('BEGIN IMMEDIATE')" })).toEqual([])
    expect(inVerb('db.transaction()', { transactions: { 'server/teams/dispatch-team.ts': 'why' } })).toEqual([])
  })

  test('prose, comments and triggers that say BEGIN are not transactions', () => {
    expect(inVerb("// BEGIN\nconst words = ['begin', 'Begin with a photo']; say('begin')")).toEqual([])
    expect(inVerb("exec('CREATE TRIGGER keep BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 1); END')")).toEqual([])
  })

  test('what writes also notes who did it', () => {
    expect(inVerb('inTransaction(db, async () => 1)')).toEqual(['server/teams/dispatch-team.ts:1 every-write-is-noted'])
    expect(inVerb('inTransaction(db, async (tx) => note(tx, {}))')).toEqual([])
  })

  test('keeping books without an entry is for listed files only', () => {
    const path = 'server/teams/dispatch-team.ts'
    expect(inVerb('\nkeepBooks(db, job)')).toEqual([`${path}:2 every-write-is-noted`])
    expect(inVerb('keepBooks(db, job)', { bookkeepers: { [path]: 'why' } })).toEqual([])
  })

  test('rows change in stores, in the journal and in the demo county', () => {
    const change = 'await tx.q.insert(t.teams).values({})'
    expect(inVerb(change)).toEqual(['server/teams/dispatch-team.ts:1 rows-change-in-stores'])
    expect(inVerb('await anything().update(t).set({})')).toHaveLength(1)
    expect(inVerb('await q.execute(sql`DELETE FROM teams`)')).toHaveLength(1)
    for (const path of ['server/teams/store.ts', 'server/people/session-store.ts', 'server/journal/note.ts'])
      expect(broken({ [path]: change })).toEqual([])
  })

  test('maps, hashes and routes have methods of the same names', () => {
    expect(broken({ 'web/photos/shelf.ts': "shelf.transaction('photos').delete(1)" })).toEqual([])
    expect(inVerb("seen.delete(1); hash.update(bytes).digest(); app.delete('/teams/:id', answer)")).toEqual([])
  })
})

test('ways around the type checker are listed with a reason, and no more often than listed', () => {
  const file = 'server/teams/store.ts'
  const escapes = ['let a: any', 'let a = b!', 'let a = b as unknown as C', '// @ts-ignore', 'let a!: string']
  for (const code of escapes) expect(broken({ [file]: code })).toEqual([`${file}:1 no-escape-from-types`])
  const listed = { escapes: [{ file, kind: '!', times: 1, reason: 'why' }] }
  expect(broken({ [file]: 'let a = b!' }, listed)).toEqual([])
  expect(broken({ [file]: 'let a = b! + c!' }, listed)).toContain(`${file}:1 no-escape-from-types`)
  expect(broken({ [file]: "let a: unknown; say('any!'); if (a !== b) c = !d // any" })).toEqual([])
})

describe('nothing from elsewhere', () => {
  const page = (code: string, exceptions: Partial<Exceptions> = {}) => broken({ 'web/map/page.tsx': code }, exceptions)

  test('shipped code names no host but this machine and examples', () => {
    expect(page("fetch('https://cdn.somewhere.net/a.js')")).toEqual(['web/map/page.tsx:1 nothing-from-elsewhere'])
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is code in a string
    expect(page('const a = `http://tiles.somewhere.net/${z}`')).toHaveLength(1)
    expect(page('const a = `http://${host}/${z}`')).toEqual([])
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: it is code in a string
    expect(page('const a = <a href="https://somewhere.net">a</a>')).toHaveLength(1)
    expect(broken({ 'web/page.css': 'a {\n  src: url(//fonts.somewhere.net/f)\n}' })).toEqual([
      'web/page.css:2 nothing-from-elsewhere',
    ])
    expect(page("['http://localhost:1', 'https://county.example', 'http://www.w3.org/2000/svg']")).toEqual([])
    expect(page('// see https://somewhere.net')).toEqual([])
  })

  test('a listed host is allowed', () => {
    expect(page("open('https://uri.map.net/go')", { hosts: { 'uri.map.net': 'opens navigation' } })).toEqual([])
  })

  test('pure rules ask neither the clock nor chance', () => {
    const rule = (code: string) => broken({ 'server/domain/deadline.ts': code })
    for (const code of ['Date.now()', 'new Date()', 'Math.random()', 'crypto.randomUUID()'])
      expect(rule(code)).toEqual(['server/domain/deadline.ts:1 domain-is-pure'])
    expect(rule('new Date(at); Date.parse(at); Date.UTC(2026, 1); Math.round(1)')).toEqual([])
    expect(broken({ 'server/main.ts': 'Date.now()' })).toEqual([])
  })
})

describe('the shape of the house', () => {
  test('a file past 300 lines, or a test past 400, is two files', () => {
    const lines = (count: number) => 'a\n'.repeat(count)
    expect(broken({ 'server/teams/store.ts': lines(301) })).toEqual(['server/teams/store.ts:301 short-files'])
    expect(broken({ 'server/teams/store.ts': lines(300), 'web/a.test.ts': lines(400) })).toEqual([])
    expect(broken({ 'web/a.test.ts': lines(401) })).toHaveLength(1)
    expect(broken({ 'db/migrations/sqlite/0001_all.sql': lines(900) })).toEqual([])
  })

  test('no folder is named for the rest', () => {
    expect(broken({ 'server/utils/a.ts': '', 'server/utils/b.ts': '' })).toEqual(['server/utils/a.ts:1 folder-names'])
    expect(broken({ 'server/teams/a.ts': '' })).toEqual([])
  })

  test('every path that a README names exists', () => {
    const house = { 'db/open.ts': '', 'server/teams/store.ts': '', 'server/README.md': '' }
    const readme = (text: string) => broken({ ...house, 'README.md': text })
    expect(readme('see\n`server/gone/store.ts`')).toEqual(['README.md:2 readmes-are-true'])
    expect(readme('[how](docs/how.md)')).toHaveLength(1)
    expect(readme('run `node scripts/gone.ts`')).toHaveLength(1)
    expect(readme('```\ndb/\n  open.ts    connections\n  shut.ts    none\nsrv/  none\n```')).toEqual([
      'README.md:4 readmes-are-true',
      'README.md:5 readmes-are-true',
    ])
    expect(
      readme('`db/`, `server/*/store.ts`, `store.ts`, [own](server/README.md#x), `dist/web`, `application/json`'),
    ).toEqual([])
    expect(readme('`PUT /photos/{sha256}`, `npm start`, [site](https://county.example/a.md)')).toEqual([])
    expect(readme('```sh\ncp data/luqing.db /backup/gone.db\n```')).toEqual([])
  })
})

test('an exception that allows nothing any more is a violation', () => {
  const stale = ['scripts/check.ts:1 exceptions-are-needed']
  expect(broken({ 'server/a.ts': '' }, { bookkeepers: { 'server/a.ts': 'why' } })).toEqual(stale)
  expect(broken({ 'server/a.ts': '' }, { transactions: { 'server/a.ts': 'why' } })).toEqual(stale)
  expect(broken({}, { hosts: { 'somewhere.net': 'why' } })).toEqual(stale)
  expect(broken({}, { escapes: [{ file: 'a.ts', kind: '!', times: 1, reason: 'why' }] })).toEqual(stale)
})
