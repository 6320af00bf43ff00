import type { Context, MiddlewareHandler } from 'hono'
import { isUnsafe } from './limits.ts'
import { Problem } from './problem.ts'
import { isSecure } from './proxy.ts'

const originIn = (text: string | undefined): URL | null => {
  if (text === undefined || !URL.canParse(text)) return null
  return new URL(text)
}

/** The page's own word on where it is: Origin, or where a browser leaves that out, Referer. */
const saidOrigin = (c: Context): URL | null => {
  const origin = c.req.header('Origin')
  return originIn(origin === undefined ? c.req.header('Referer') : origin)
}

const isOurs = (c: Context, said: URL, publicUrl: URL | null): boolean => {
  if (publicUrl && said.origin === publicUrl.origin) return true
  const host = c.req.header('Host') ?? new URL(c.req.url).host
  // seen over HTTPS ourselves, a plain-text page of the same name is somebody on the line in between
  return said.host === host.toLowerCase() && (said.protocol === 'https:' || !isSecure(c))
}

/** Whatever changes something must come from a page of ours; JSON alone proves nothing (RFC 6454, Fetch Metadata). */
export const sameOrigin = (publicUrl: string | null): MiddlewareHandler => {
  const own = publicUrl === null ? null : new URL(publicUrl)
  return async (c, next) => {
    if (isUnsafe(c.req.method)) {
      const site = c.req.header('Sec-Fetch-Site')
      const said = saidOrigin(c)
      if (site === 'cross-site' || site === 'same-site') throw new Problem('wrong-origin')
      if (!said || !isOurs(c, said, own)) throw new Problem('wrong-origin')
    }
    await next()
  }
}
