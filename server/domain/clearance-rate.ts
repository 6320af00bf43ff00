import type { Instant } from './county-calendar.ts'

/** A rate never travels without its parts (domain.md §1 trap 3); `value` is null where nothing is to be divided. */
export interface Rate {
  readonly n: number
  readonly d: number
  readonly value: number | null
  /** Fewer than five cases: shown as such, without rank or colour (domain.md §7). */
  readonly small: boolean
  readonly asOf: Instant
}

/** Of fewer cases a rate says little: its parts stand alone (domain.md §7). */
export const fewestToJudge = 5

/** n of d as of an instant. Throws RangeError where n is not within 0..d: such a figure must never be shown. */
export const rateOf = (n: number, d: number, asOf: Instant): Rate => {
  if (!Number.isInteger(n) || !Number.isInteger(d) || n < 0 || n > d) throw new RangeError(`no rate: ${n} of ${d}`)
  return { n, d, value: d === 0 ? null : n / d, small: d < fewestToJudge, asOf }
}

/** Middle and ninetieth percentile of whole days, nearest-rank; null where there are none. */
export const medianAndP90 = (days: readonly number[]): { median: number | null; p90: number | null } => {
  const sorted = [...days].sort((a, b) => a - b)
  const at = (share: number): number | null => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
  return { median: at(0.5), p90: at(0.9) }
}
