import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isUnsafe } from './limits.ts'
import { Problem } from './problem.ts'

const maxJsonBytes = 256 * 1024
const maxDepth = 12
/** Names through which a careless merge reaches the prototype of every object. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

const faultIn = (value: unknown, depth: number): string | null => {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed() ? 'not-text' : null
  if (typeof value !== 'object' || value === null) return null
  if (depth >= maxDepth) return 'too-deep'
  for (const [key, inner] of Object.entries(value)) {
    if (forbidden.has(key)) return 'forbidden-field'
    const fault = faultIn(key, depth + 1) ?? faultIn(inner, depth + 1)
    if (fault) return fault
  }
  return null
}

const decoder = new TextDecoder('utf-8', { fatal: true })

const parsed = (bytes: ArrayBuffer): unknown => {
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch {
    throw new Problem('malformed')
  }
}

const limited = bodyLimit({
  maxSize: maxJsonBytes,
  onError: () => {
    throw new Problem('too-big')
  },
})

/**
 * Reads a body once, within bounds, before any validator sees it. Paths that take bytes (photos) read their own;
 * everywhere else a body is JSON or refused.
 */
export const jsonBodies =
  (takesBytes: (path: string) => boolean): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.url.includes('%00')) throw new Problem('malformed')
    if (!isUnsafe(c.req.method) || takesBytes(c.req.path)) return next()
    return limited(c, async () => {
      const bytes = await c.req.arrayBuffer()
      if (bytes.byteLength > 0) {
        const media = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
        if (media !== 'application/json') throw new Problem('malformed')
        const fault = faultIn(parsed(bytes), 0)
        if (fault) throw new Problem('invalid', { fields: [{ pointer: '', fault }] })
      }
      await next()
    })
  }
