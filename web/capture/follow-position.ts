import type { FieldPosition } from '../outbox/entry.ts'
import { betterFix, type Fix, type WhyNoFix, watchFix } from '../photos/device-position.ts'
import { serverClockOffsetMs } from '../server-clock.ts'

/** Turned back to this device's clock at the moment it is heard: what is kept in the field carries that clock. */
const byOwnClock = ({ longitude, latitude, accuracyMetres, source, at }: Fix): FieldPosition => ({
  ...{ longitude, latitude, accuracyMetres, source },
  atMs: Date.parse(at) - serverClockOffsetMs(),
})

interface Ear {
  readonly onFix: (fix: FieldPosition) => void
  readonly onFault: (why: WhyNoFix) => void
}

const ears = new Set<Ear>()
let best: Fix | null = null
let own: FieldPosition | null = null
let fault: WhyNoFix | null = null
let rest: () => void = () => undefined

const watch = (): (() => void) => {
  best = null
  own = null
  fault = null
  return watchFix(
    (fix) => {
      if (best !== null && betterFix(best, fix) === best) return
      best = fix
      own = byOwnClock(fix)
      for (const { onFix } of ears) onFix(own)
    },
    (why) => {
      fault = why
      for (const { onFault } of ears) onFault(why)
    },
  )
}

/**
 * The best of what the device says of where it is, until told to stop. Asked once for all who follow: a device at rest
 * tells a second one nothing.
 */
export const followPosition = (onFix: Ear['onFix'], onFault: Ear['onFault']): (() => void) => {
  const ear = { onFix, onFault }
  ears.add(ear)
  if (ears.size === 1) rest = watch()
  else if (own !== null) onFix(own)
  else if (fault !== null) onFault(fault)
  return () => {
    ears.delete(ear)
    if (ears.size === 0) rest()
  }
}
