import type { Source } from './source.ts'

/** What a file is, by where it lies and what it holds; `import-table.ts` says who may import whom. */
export type Room =
  | 'vocabulary'
  | 'db'
  | 'domain'
  | 'http'
  | 'problem'
  | 'wire'
  | 'store'
  | 'verb'
  | 'part'
  | 'routes'
  | 'app'
  | 'web'
  | 'scripts'
  | 'tests'
  | 'settings'

const isTestCode = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) ||
  path.startsWith('web/e2e/') ||
  /(^|\/)(testing|test-[^/]+\.ts|[^/]+\.bench\.ts)/.test(path)

/** `hazards/report-hazard.ts` -> `reportHazard` */
const nameOfAct = (path: string): string =>
  path
    .replace(/^.*\//, '')
    .replace(/\.tsx?$/, '')
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const isRoutes = (path: string): boolean => /^server\/[^/]+\/(.+-)?routes\.ts$/.test(path)

/** The noun a file of the server belongs to: `hazards` of `server/hazards/store.ts`. */
export const nounOf = (path: string): string | null => /^server\/([^/]+)\//.exec(path)?.[1] ?? null

/**
 * A verb is one act: a file that exports a function of its own name which takes the world, and that either opens the
 * transaction or is what routes call. Other files beside it are its parts; the journal is everybody's part.
 */
const isVerb = ({ path, exported, calls }: Source, calledByRoutes: ReadonlySet<string>): boolean => {
  const firstParameter = exported.get(nameOfAct(path))
  if (firstParameter === undefined || nounOf(path) === 'journal') return false
  const takesWorld = /^_?world\b|^\{.*\}\s*:.*\bWorld\b/s.test(firstParameter)
  return takesWorld && (calledByRoutes.has(path) || calls.some(({ name }) => name === 'inTransaction'))
}

const roomOf = (source: Source, calledByRoutes: ReadonlySet<string>): Room => {
  const { path } = source
  if (isTestCode(path)) return 'tests'
  if (path === 'db/vocabulary.ts' || path === 'db/event-kinds.ts') return 'vocabulary'
  if (path.startsWith('db/')) return 'db'
  if (path.startsWith('server/domain/')) return 'domain'
  if (path === 'server/http/problem.ts') return 'problem'
  if (path.startsWith('server/http/')) return 'http'
  if (/^server\/[^/]+\/(.+-)?(wire|answers)\.ts$/.test(path)) return 'wire'
  if (/^server\/[^/]+\/(.+-)?store\.ts$/.test(path)) return 'store'
  if (isRoutes(path)) return 'routes'
  if (path === 'server/world.ts' || path === 'server/config.ts') return 'part'
  if (/^server\/[^/]+$/.test(path)) return 'app'
  if (path.startsWith('server/')) return isVerb(source, calledByRoutes) ? 'verb' : 'part'
  if (path === 'web/vite.config.ts') return 'settings'
  if (path.startsWith('web/')) return 'web'
  if (path.startsWith('scripts/')) return 'scripts'
  return 'settings'
}

/** The room of every file of the house. */
export const roomsOf = (sources: ReadonlyMap<string, Source>): ReadonlyMap<string, Room> => {
  const calledByRoutes = new Set<string>()
  for (const { path, imports } of sources.values())
    if (isRoutes(path)) for (const { to } of imports) if (to !== null) calledByRoutes.add(to)
  return new Map([...sources.values()].map((source) => [source.path, roomOf(source, calledByRoutes)]))
}
