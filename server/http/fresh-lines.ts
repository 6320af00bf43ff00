import { createMiddleware } from 'hono/factory'
import type { World } from '../world.ts'
import type { Env } from './env.ts'

/** So long after a photo came or was asked about, its sender is taken to be sending more. */
const sendingMillis = 30_000
const mostSenders = 10_000

const isUpload = (method: string, path: string): boolean =>
  ['HEAD', 'PUT', 'PATCH'].includes(method) && /^\/api\/photos\/[0-9a-f]{64}$/.test(path)

/**
 * Browsers send a whole body again, unasked, where a connection that was used before breaks without an answer. While
 * somebody sends photos none of their connections is used twice: then a lost answer is the sender's to judge, who asks
 * by HEAD and sends only what is missing.
 */
export const freshLines = (world: World) => {
  const lastUpload = new Map<string, number>()
  return createMiddleware<Env>(async (c, next) => {
    const { id } = c.var.session
    const nowMillis = Date.parse(world.now())
    if (isUpload(c.req.method, c.req.path)) {
      lastUpload.delete(id)
      lastUpload.set(id, nowMillis)
      const [oldest] = lastUpload.keys()
      if (lastUpload.size > mostSenders && oldest !== undefined) lastUpload.delete(oldest)
    }
    await next()
    if (nowMillis - (lastUpload.get(id) ?? Number.NEGATIVE_INFINITY) < sendingMillis)
      c.res.headers.set('Connection', 'close')
  })
}
