import type { Hono, NotFoundHandler } from 'hono'
import type { Env } from './env.ts'
import { Problem } from './problem.ts'

const fits = (pattern: readonly string[], path: readonly string[]): boolean =>
  pattern.length === path.length && pattern.every((part, at) => part.startsWith(':') || part === path[at])

/** No such address is 404; an address that knows other methods is 405 and says which. */
export const nothingHere = (app: Hono<Env>): NotFoundHandler<Env> => {
  const known = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => ({ method, pattern: path.split('/') }))
  return (c) => {
    const path = c.req.path.split('/')
    const methods = new Set(known.filter(({ pattern }) => fits(pattern, path)).map(({ method }) => method))
    if (methods.size === 0 || methods.has(c.req.method)) throw new Problem('not-there')
    c.header('Allow', [...methods].join(', '))
    throw new Problem('wrong-method')
  }
}
