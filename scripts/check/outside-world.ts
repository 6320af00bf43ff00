import type { House, Rule, Violation } from './house.ts'
import type { Call } from './source.ts'

const alwaysAllowed = /^(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|(.+\.)?example(\..+)?)$/i
/** Names that are never fetched: XML namespaces and the identifiers of schemas. */
const identifiers = new Set([
  'www.w3.org',
  'json-schema.org',
  'spec.openapis.org',
  'schema.org',
  'purl.org',
  'schemas.openxmlformats.org',
])

/** Hosts after a scheme; in style sheets and pages also after a bare `//`, which loads from there just the same. */
const hostsIn = (text: string, bareToo: boolean): string[] => {
  const scheme = bareToo
    ? /(?:\b(?:https?|wss?):|["'(=]\s*)\/\/(\[[\da-f:]+\]|[\w.-]+)/gi
    : /\b(?:https?|wss?):\/\/(\[[\da-f:]+\]|[\w.-]+)/gi
  return [...text.matchAll(scheme)].map(([, host]) => host ?? '')
}

const foreign = (house: House, text: string, bareToo = false): string[] =>
  hostsIn(text, bareToo).filter(
    (host) => !alwaysAllowed.test(host) && !identifiers.has(host) && !(host in house.exceptions.hosts),
  )

/** A county's network may reach nothing but this server: what is shipped names no other host. */
export const nothingFromElsewhere: Rule = {
  name: 'nothing-from-elsewhere',
  *find(house): Iterable<Violation> {
    const rule = 'nothing-from-elsewhere'
    const say = (host: string): string => `names the host ${host}; everything is served by this server itself`
    for (const source of house.sources.values()) {
      if (house.rooms.get(source.path) === 'tests') continue
      for (const { value, line } of source.texts)
        for (const host of foreign(house, value)) yield { file: source.path, line, rule, sentence: say(host) }
    }
    for (const [file, text] of house.tree) {
      if (!/\.(css|html)$/.test(file)) continue
      for (const [index, written] of text.split('\n').entries())
        for (const host of foreign(house, written, true)) yield { file, line: index + 1, rule, sentence: say(host) }
    }
  },
}

const chanceOrClock = ({ name, receiver, isNew, arguments: count }: Call): string | null => {
  if (name === 'Date' && count === 0) return isNew ? 'new Date()' : 'Date()'
  const full = `${receiver ?? ''}.${name}`
  const asks = /^(Date\.now|performance\.now|Math\.random|crypto\.(randomUUID|getRandomValues)|Now\.\w+)$/
  return asks.test(full) ? `${full}()` : null
}

/** Pure rules are told the time and are given their ids, so that the same question always has the same answer. */
export const domainIsPure: Rule = {
  name: 'domain-is-pure',
  *find({ sources, rooms }): Iterable<Violation> {
    for (const source of sources.values()) {
      if (rooms.get(source.path) !== 'domain') continue
      for (const call of source.calls) {
        const found = chanceOrClock(call)
        if (found === null) continue
        const sentence = `${found} in a pure rule: take the instant or the id as an argument`
        yield { file: source.path, line: call.line, rule: 'domain-is-pure', sentence }
      }
    }
  },
}
