import { isIPv6 } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Env } from './env.ts'
import type { Bucket, Limiter } from './limiter.ts'
import { Problem } from './problem.ts'

export interface Limits {
  /** Sign-ins from one address that fail; those that succeed do not count. */
  readonly signIns: Bucket
  /** Acts of one session: a phone that comes home with a day's photos must get through. */
  readonly acts: Bucket
}

export const usualLimits: Limits = {
  signIns: { burst: 30, perMinute: 10 },
  acts: { burst: 1200, perMinute: 600 },
}

/** Answers that cost many reads each, of one session: a phone that fetches its whole book asks for a dozen at once. */
export const usualHeavyReads: Bucket = { burst: 60, perMinute: 30 }

/** A household or office has one IPv6 network of 64 bits and any number of addresses in it. */
export const limitKey = (address: string): string => {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after]
  return `${groups.slice(0, 4).join(':')}::/64`
}

/** Takes one from the bucket of this key; too-often, with the seconds to wait, where it is empty. */
export const takeOrRefuse = (limiter: Limiter, key: string): void => {
  const wait = limiter.take(key)
  if (wait !== null) throw new Problem('too-often', { retryAfterSeconds: wait })
}

export const limitByAddress =
  (limiter: Limiter): MiddlewareHandler =>
  async (c, next) => {
    const key = limitKey(c.get('outside').address)
    takeOrRefuse(limiter, key)
    await next()
    if (c.res.ok) limiter.giveBack(key)
  }

const reads = ['GET', 'HEAD', 'OPTIONS']

export const isUnsafe = (method: string): boolean => !reads.includes(method)

export const limitActs = (limiter: Limiter) =>
  createMiddleware<Env>(async (c, next) => {
    if (isUnsafe(c.req.method)) takeOrRefuse(limiter, c.var.session.id)
    await next()
  })

/** For a read that costs as much as many others. */
export const limitReads = (limiter: Limiter) =>
  createMiddleware<Env>(async (c, next) => {
    takeOrRefuse(limiter, c.var.session.id)
    await next()
  })
