import type { Instant } from '../domain/county-calendar.ts'

export interface Bucket {
  /** So many at once ... */
  readonly burst: number
  /** ... and so many again each minute. */
  readonly perMinute: number
}

export interface Limiter {
  /** Seconds to wait, or null when it may go on now. */
  take(key: string): number | null
  /** What succeeded need not count. */
  giveBack(key: string): void
}

const mostKeys = 20_000

/** A leaky bucket per key, in this process only: it slows floods down and is no ledger of who did what. */
export const makeLimiter = ({ burst, perMinute }: Bucket, now: () => Instant): Limiter => {
  const everyMs = 60_000 / perMinute
  /** When each bucket will have run dry; a bucket that is dry is forgotten. */
  const dryAtMs = new Map<string, number>()

  /** A clock set back must not fill a bucket beyond its brim. */
  const leftMs = (key: string, nowMs: number): number =>
    Math.min(burst * everyMs, Math.max(0, (dryAtMs.get(key) ?? nowMs) - nowMs))

  const keep = (key: string, left: number, nowMs: number): void => {
    dryAtMs.delete(key)
    if (left > 0) dryAtMs.set(key, nowMs + left)
    const [oldest] = dryAtMs.keys()
    if (dryAtMs.size > mostKeys && oldest !== undefined) dryAtMs.delete(oldest)
  }

  return {
    take: (key) => {
      const nowMs = Date.parse(now())
      const left = leftMs(key, nowMs) + everyMs
      if (left > burst * everyMs) return Math.max(1, Math.ceil((left - burst * everyMs) / 1000))
      keep(key, left, nowMs)
      return null
    },
    giveBack: (key) => {
      const nowMs = Date.parse(now())
      keep(key, Math.max(0, leftMs(key, nowMs) - everyMs), nowMs)
    },
  }
}
