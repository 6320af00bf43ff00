import type { Instant } from '../server/domain/county-calendar.ts'

/** How far the server's clock is ahead of this device's, as the last replies showed; phones are often minutes off. */
let offsetMs = 0

/** A reply's Date header has whole seconds, so less than two seconds of difference is taken for none. */
export const noteServerDate = (date: string | null, askedAtMs: number, answeredAtMs: number): void => {
  const serverMs = date === null ? Number.NaN : Date.parse(date)
  if (Number.isNaN(serverMs) || answeredAtMs - askedAtMs > 10_000) return
  const seenMs = serverMs + 500 - (askedAtMs + answeredAtMs) / 2
  offsetMs = Math.abs(seenMs) < 2_000 ? 0 : Math.round(seenMs)
}

export const serverClockOffsetMs = (): number => offsetMs

/** Now by the server's clock as nearly as this device can tell. */
export const serverNow = (): Instant => new Date(Date.now() + offsetMs).toISOString()
