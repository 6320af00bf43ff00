const dayMs = 86_400_000

/** Real time of what a camera's clock said, both in milliseconds; `aheadMs` is positive where the camera runs ahead. */
export const realTimeMs = (cameraAtMs: number, aheadMs: number): number => cameraAtMs - aheadMs

/**
 * How far the camera runs ahead, in milliseconds, by a photo of a clock: `cameraAtMs` is what the camera noted,
 * `shownAtMs` what the clock in the picture shows. A clock shows no date, so the answer is the one within half a day.
 */
export function aheadByClockFace(cameraAtMs: number, shownAtMs: number): number {
  const aheadMs = (((cameraAtMs - shownAtMs) % dayMs) + dayMs) % dayMs
  return aheadMs > dayMs / 2 ? aheadMs - dayMs : aheadMs
}

export interface ClockDifference {
  readonly side: 'ahead' | 'behind' | 'even'
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
}

/** A difference of clocks in whole days, hours, minutes and seconds, as one says it. `aheadMs` is rounded to seconds. */
export function clockDifference(aheadMs: number): ClockDifference {
  const total = Math.round(Math.abs(aheadMs) / 1000)
  return {
    side: total === 0 ? 'even' : aheadMs > 0 ? 'ahead' : 'behind',
    days: Math.floor(total / 86_400),
    hours: Math.floor((total % 86_400) / 3600),
    minutes: Math.floor((total % 3600) / 60),
    seconds: total % 60,
  }
}

/** The reverse: milliseconds, negative where the camera runs behind. */
export const aheadOf = ({ side, days, hours, minutes, seconds }: ClockDifference): number =>
  side === 'even' ? 0 : (side === 'ahead' ? 1 : -1) * (days * 86_400 + hours * 3600 + minutes * 60 + seconds) * 1000
