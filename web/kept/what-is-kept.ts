import { at, isList } from './parts.ts'

/** Answers that the field needs, by the first part of their key; a page's own lists and figures for the desk are not. */
const keptKinds: readonly string[] = [
  ...['session', 'county', 'mine', 'hazard', 'findings', 'register', 'own-reports'],
  ...['zones', 'zone', 'map-layer', 'map-hazards', 'messages', 'people'],
]

/** Whether an answer to this question is kept; `['hazard', id, 'nearby']` and the like belong to a step at the desk. */
export const isKeptKind = (key: readonly unknown[]): boolean => {
  const [kind] = key
  return typeof kind === 'string' && keptKinds.includes(kind) && !(kind === 'hazard' && key.length > 2)
}

/**
 * What of an answer is kept: of a list in pages the first; of the session everything but the key to what waits here.
 * Its end is kept by this device's own clock, which the server's is ahead of by `offsetMs`: offline it is the only one.
 */
export const toKeep = (key: readonly unknown[], answer: unknown, offsetMs: number): unknown => {
  const [pages, params] = [at(answer, 'pages'), at(answer, 'pageParams')]
  if (isList(pages) && isList(params)) return { pages: pages.slice(0, 1), pageParams: params.slice(0, 1) }
  if (key[0] === 'session' && typeof answer === 'object')
    return { ...answer, shelfKey: '', sessionEndsAt: byDevice(at(answer, 'sessionEndsAt'), offsetMs) }
  return answer
}

const byDevice = (instant: unknown, offsetMs: number): unknown =>
  typeof instant === 'string' ? new Date(Date.parse(instant) - offsetMs).toISOString() : instant

/** Whether a kept answer may still be shown: a session that has ended since opens nothing. `now` by this device. */
export const mayBeShown = (key: readonly unknown[], kept: unknown, now: string): boolean => {
  if (key[0] !== 'session') return true
  const endsAt = at(kept, 'sessionEndsAt')
  return typeof endsAt === 'string' && now < endsAt
}

/** Data of the page itself, whose age the reader has to know; names and the ground seldom change. */
export const tellsItsAge = (key: readonly unknown[]): boolean =>
  !['session', 'county', 'map-layer', 'people', 'zone'].includes(String(key[0])) && key[1] !== 'unread'
