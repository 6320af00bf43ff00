import type { House, Rule, Violation } from './house.ts'

/** The files that `path` needs at run time; a circle of types alone is harmless and is left out. */
const needs = (house: House, path: string): { to: string; line: number }[] =>
  (house.sources.get(path)?.imports ?? []).flatMap(({ to, typesOnly, line }) =>
    to !== null && !typesOnly && house.sources.has(to) ? [{ to, line }] : [],
  )

/** Walks the imports depth first; a file met again on the way down closes a circle, told once, where it closes. */
export const circularImports: Rule = {
  name: 'circular-import',
  *find(house): Iterable<Violation> {
    const done = new Set<string>()
    const way: string[] = []
    function* visit(path: string): Iterable<Violation> {
      way.push(path)
      for (const { to, line } of needs(house, path)) {
        if (way.includes(to)) {
          const circle = [...way.slice(way.indexOf(to)), to].join(' -> ')
          yield { file: path, line, rule: 'circular-import', sentence: `closes the circle ${circle}` }
        } else if (!done.has(to)) yield* visit(to)
      }
      way.pop()
      done.add(path)
    }
    for (const [path, room] of house.rooms) if (!done.has(path) && room !== 'tests') yield* visit(path)
  },
}
