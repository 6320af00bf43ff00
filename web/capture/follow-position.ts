import type { FieldPosition } from '../outbox/entry.ts'
import { betterFix, type Fix, type WhyNoFix, watchFix } from '../photos/device-position.ts'
import { serverClockOffsetMs } from '../server-clock.ts'

/** Turned back to this device's clock at the moment it is heard: what is kept in the field carries that clock. */
const byOwnClock = ({ longitude, latitude, accuracyMetres, source, at }: Fix): FieldPosition => ({
  ...{ longitude, latitude, accuracyMetres, source },
  atMs: Date.parse(at) - serverClockOffsetMs(),
})

/** The best of what the device says of where it is, until told to stop. */
export const followPosition = (onFix: (fix: FieldPosition) => void, onFault: (why: WhyNoFix) => void): (() => void) => {
  let best: Fix | null = null
  return watchFix((fix) => {
    if (best !== null && betterFix(best, fix) === best) return
    best = fix
    onFix(byOwnClock(fix))
  }, onFault)
}
