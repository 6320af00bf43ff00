import type { Instant } from '../server/domain/county-calendar.ts'

/** How far the server's clock is ahead of this device's, as the last replies showed; phones are often minutes off. */
let offsetMs = 0
/** How the device's calendar clock stood to its stopwatch when that was measured; null while nothing was. */
let calendarAtMs: number | null = null

/** A reply's Date header has whole seconds, so less than two seconds of difference is taken for none. */
export const noteServerDate = (date: string | null, askedAtMs: number, answeredAtMs: number): void => {
  const serverMs = date === null ? Number.NaN : Date.parse(date)
  const tookMs = answeredAtMs - askedAtMs
  // less than none: the clock was set while the answer was on its way
  if (Number.isNaN(serverMs) || tookMs < 0 || tookMs > 10_000) return
  const seenMs = serverMs + 500 - (askedAtMs + answeredAtMs) / 2
  offsetMs = Math.abs(seenMs) < 2_000 ? 0 : Math.round(seenMs)
  calendarAtMs = Date.now() - performance.now()
}

export const serverClockOffsetMs = (): number => offsetMs

/** Now by the server's clock as nearly as this device can tell. */
export const serverNow = (): Instant => new Date(Date.now() + offsetMs).toISOString()

/** The offset, or null where no reply showed one yet, or where the device's clock was set (or slept) since then. */
export const measuredClockOffsetMs = (): number | null =>
  calendarAtMs === null || Math.abs(Date.now() - performance.now() - calendarAtMs) > 60_000 ? null : offsetMs
