import type { House, Rule, Violation } from './house.ts'
import { nounOf, type Room } from './rooms.ts'
import type { Import } from './source.ts'

interface Row {
  /** Rooms from which it may take anything. */
  readonly anything: readonly Room[]
  /** Rooms from which it may take types, which are gone at run time. */
  readonly types: readonly Room[]
  /** Packages it may use, null for any. */
  readonly packages: RegExp | null
}

const none = /^(?!)/
const pureGeometry = /^(gcoord|flatbush|point-in-polygon-hao|d3-delaunay|geojson)$/
const nouns: readonly Room[] = ['vocabulary', 'domain', 'http', 'problem', 'wire', 'store', 'verb', 'part']
const server: readonly Room[] = ['db', ...nouns]
const all: readonly Room[] = [...server, 'routes', 'app', 'web', 'settings']

/** "Who may import whom", row by row; nothing that is shipped imports scripts or what is made for tests. */
const table: Readonly<Record<Room, Row>> = {
  vocabulary: { anything: [], types: [], packages: none },
  db: { anything: ['vocabulary', 'db'], types: [], packages: null },
  domain: { anything: ['vocabulary', 'domain'], types: [], packages: pureGeometry },
  wire: { anything: ['vocabulary', 'domain', 'wire'], types: server, packages: /^zod(\/|$)/ },
  store: {
    anything: ['vocabulary', 'db', 'domain', 'problem', 'store'],
    types: server,
    packages: /^(drizzle-orm(\/|$)|geojson$)/,
  },
  verb: { anything: ['vocabulary', 'db', 'domain', 'problem', 'wire', 'store', 'part'], types: server, packages: null },
  part: {
    anything: ['vocabulary', 'db', 'domain', 'problem', 'http', 'wire', 'store', 'part'],
    types: server,
    packages: null,
  },
  routes: { anything: ['problem', 'http', 'wire', 'verb', 'part'], types: server, packages: null },
  problem: { anything: ['vocabulary', 'domain', 'problem', 'http'], types: server, packages: null },
  http: { anything: ['vocabulary', 'domain', 'problem', 'http', 'part', 'verb'], types: server, packages: null },
  app: { anything: [...server, 'routes', 'app'], types: [], packages: null },
  web: { anything: ['vocabulary', 'domain', 'wire', 'web'], types: [...nouns, 'routes', 'app'], packages: null },
  scripts: { anything: [...all, 'scripts', 'tests'], types: [], packages: null },
  settings: { anything: [...all, 'scripts'], types: [], packages: null },
  tests: { anything: [...all, 'scripts', 'tests'], types: [], packages: null },
}

const named: Readonly<Record<Room, string>> = {
  vocabulary: 'the vocabulary',
  db: 'a file of db',
  domain: 'a pure rule',
  http: 'a file of server/http',
  problem: 'the catalogue of problems',
  wire: 'a wire',
  store: 'a store',
  verb: 'a verb',
  part: "a verb's part",
  routes: 'routes',
  app: 'the app itself',
  web: 'a file of web',
  scripts: 'a script',
  tests: 'test code',
  settings: "a tool's settings",
}

/** Why `from` may not import this, or null. `seen` stops at parts that import each other. */
const objection = (house: House, from: string, room: Room, asked: Import, seen: ReadonlySet<string>): string | null => {
  const { anything, types, packages } = table[room]
  if (asked.to === null)
    return packages === null || packages.test(asked.specifier)
      ? null
      : `${named[room]} does not import the package ${asked.specifier}`
  const to = house.rooms.get(asked.to)
  if (to === undefined) return null // a picture, a style sheet, or a missing file, which the compiler reports
  if (room === 'routes' && to === 'verb' && !asked.typesOnly && nounOf(asked.to) !== nounOf(from))
    return `routes call the verbs of their own noun, and ${asked.to} is another's`
  if (anything.includes(to) || (asked.typesOnly && types.includes(to))) return null
  if (to === 'part' && (room === 'wire' || room === 'store')) return objectionToPart(house, asked.to, room, seen)
  return `${named[room]} does not import ${named[to]} (${asked.to})`
}

/** A wire or a store may use a part that itself keeps to the same row of the table. */
const objectionToPart = (house: House, part: string, room: Room, seen: ReadonlySet<string>): string | null => {
  if (seen.has(part)) return null
  for (const next of house.sources.get(part)?.imports ?? []) {
    const deeper = objection(house, part, room, next, new Set([...seen, part]))
    if (deeper !== null) return `${deeper}; it would through ${part}`
  }
  return null
}

export const importTable: Rule = {
  name: 'import-table',
  *find(house): Iterable<Violation> {
    for (const { path, imports, fault } of house.sources.values()) {
      if (fault !== null) yield { file: path, line: 1, rule: 'import-table', sentence: `cannot be read: ${fault}` }
      const room = house.rooms.get(path)
      if (room === undefined) continue
      for (const asked of imports) {
        const sentence = objection(house, path, room, asked, new Set())
        if (sentence !== null) yield { file: path, line: asked.line, rule: 'import-table', sentence }
      }
    }
  },
}
