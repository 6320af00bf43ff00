import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'

const pack = promisify(gzip)
/** What fits one packet gains nothing by being packed. */
const smallestBytes = 1400

const takesGzip = (c: Context): boolean =>
  (c.req.header('Accept-Encoding') ?? '')
    .split(',')
    .some((part) => /^\s*gzip\s*(;\s*q=(0\.\d*[1-9]|1).*)?$/i.test(part))

/** Lists shrink to a fifth, which is what a phone on a mountain road feels most. Bytes and layers pack themselves. */
export const packJson: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers, status } = c.res
  if (headers.get('Content-Type') !== 'application/json' || headers.has('Content-Encoding') || !takesGzip(c)) return
  if (c.req.method === 'HEAD' || status === 204 || status === 304) return
  const plain = new Uint8Array(await c.res.arrayBuffer())
  const isSmall = plain.length < smallestBytes
  const body = isSmall ? plain : new Uint8Array(await pack(plain, { level: 5 }))
  c.res = new Response(body, { status, headers })
  c.res.headers.append('Vary', 'Accept-Encoding')
  if (isSmall) return
  c.res.headers.set('Content-Encoding', 'gzip')
  const tag = headers.get('ETag')
  if (tag && !tag.startsWith('W/')) c.res.headers.set('ETag', `W/${tag}`)
}
