import type { ProblemDetails } from './problem.ts'

type Fields = NonNullable<ProblemDetails['fields']>

interface Issue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

const mostFields = 20
/** Names a client made up are repeated only when they look like names; anything else would echo the input. */
const plainName = /^[A-Za-z_][A-Za-z0-9_-]{0,39}$/

const keysOf = (issue: Issue): PropertyKey[] =>
  (issue.path ?? []).map((step) => (typeof step === 'object' ? step.key : step))

const pointerTo = (keys: readonly PropertyKey[]): string => {
  const known: string[] = []
  for (const key of keys) {
    if (typeof key !== 'number' && !plainName.test(String(key))) break
    known.push(String(key))
  }
  return known.map((key) => `/${key}`).join('')
}

const textOf = (issue: object, property: string): string => {
  const value: unknown = Object.entries(issue).find(([name]) => name === property)?.[1]
  return typeof value === 'string' ? value : ''
}

const isAbsent = (sent: unknown, keys: readonly PropertyKey[]): boolean => {
  let here: unknown = sent
  for (const key of keys) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return true
    here = Object.entries(here).find(([name]) => name === String(key))?.[1]
  }
  return here === undefined
}

/** Short codes, stable for the screen to put into words; a rule of our own gives its code as its message. */
const faultOf = (issue: Issue, sent: unknown): string => {
  const size = { string: ['too-short', 'too-long'], array: ['too-few', 'too-many'] }[textOf(issue, 'origin')]
  switch (textOf(issue, 'code')) {
    case 'invalid_type':
      return isAbsent(sent, keysOf(issue)) ? 'required' : 'wrong-type'
    case 'invalid_value':
      return isAbsent(sent, keysOf(issue)) ? 'required' : 'not-in-list'
    case 'too_small':
      return size?.[0] ?? 'too-small'
    case 'too_big':
      return size?.[1] ?? 'too-big'
    case 'invalid_format':
      return 'wrong-format'
    case 'invalid_union':
      return 'fits-no-form'
    case 'custom':
      return /^[a-z][a-z-]{1,39}$/.test(issue.message) ? issue.message : 'wrong'
    default:
      return 'wrong'
  }
}

const unknownKeysOf = (issue: Issue): PropertyKey[] => {
  const keys: unknown = Object.entries(issue).find(([name]) => name === 'keys')?.[1]
  return Array.isArray(keys) ? keys.map(String) : []
}

/** Faults of single fields, as JSON pointers and codes; what was sent is looked at but never repeated. */
export const faultsOf = (issues: readonly Issue[], sent: unknown): Fields =>
  issues
    .flatMap((issue) =>
      textOf(issue, 'code') === 'unrecognized_keys'
        ? unknownKeysOf(issue).map((key) => ({ pointer: pointerTo([...keysOf(issue), key]), fault: 'unknown-field' }))
        : [{ pointer: pointerTo(keysOf(issue)), fault: faultOf(issue, sent) }],
    )
    .slice(0, mostFields)
