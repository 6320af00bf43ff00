import { useEffect, useState } from 'react'
import type { FieldPosition } from '../outbox/entry.ts'
import { betterFix, type Fix, type WhyNoFix, watchFix } from '../photos/device-position.ts'
import { serverClockOffsetMs } from '../server-clock.ts'

/** Turned back to this device's clock at the moment it is heard: what is kept in the field carries that clock. */
const byOwnClock = ({ longitude, latitude, accuracyMetres, source, at }: Fix): FieldPosition => ({
  ...{ longitude, latitude, accuracyMetres, source },
  atMs: Date.parse(at) - serverClockOffsetMs(),
})

interface Heard {
  readonly fix: Fix
  readonly own: FieldPosition
}

/** Follows the device while the page is open, so that the place is known when the photo is taken. */
export const useOwnPosition = (): { fix: FieldPosition | null; why: WhyNoFix | null } => {
  const [heard, setHeard] = useState<Heard | null>(null)
  const [why, setWhy] = useState<WhyNoFix | null>(null)
  useEffect(
    () =>
      watchFix(
        (fix) => {
          setHeard((best) =>
            best !== null && betterFix(best.fix, fix) === best.fix ? best : { fix, own: byOwnClock(fix) },
          )
          setWhy(null)
        },
        (fault) => setWhy(fault),
      ),
    [],
  )
  return { fix: heard?.own ?? null, why: heard === null ? why : null }
}
