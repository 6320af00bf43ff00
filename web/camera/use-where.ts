import { useEffect, useRef, useState } from 'react'
import { beginFix, type Fix, type WhyNoFix, watchFix } from '../photos/device-position.ts'
import { serverClockOffsetMs } from '../server-clock.ts'

type Located = Promise<{ fix: Fix | null; why: WhyNoFix | null }>

/** Who walks is somewhere else after so long; a finer fix from before says where he was. */
const steppedOnMs = 8_000
/** Devices at rest stop telling; what they told last then still holds for a while. */
const stillThereMs = 60_000

/** The newest, unless a much finer one is only just past: satellites and masts take turns in answering. */
const presentFix = (before: Fix | null, heard: Fix): Fix => {
  if (before === null) return heard
  const isClose = Date.parse(heard.at) - Date.parse(before.at) < steppedOnMs
  return isClose && heard.accuracyMetres > before.accuracyMetres * 2 ? before : heard
}

/** Where the device is now, followed while the camera is open; and where it was when a shutter was pressed. */
export const useWhere = () => {
  const [fix, setFix] = useState<Fix | null>(null)
  const [why, setWhy] = useState<WhyNoFix | null>(null)
  const latest = useRef<Fix | null>(null)
  useEffect(
    () =>
      watchFix((heard) => {
        latest.current = presentFix(latest.current, heard)
        setFix(latest.current)
        setWhy(null)
      }, setWhy),
    [],
  )
  const atShutter = (): Located => {
    const known = latest.current
    const ageMs = known === null ? Infinity : Date.now() + serverClockOffsetMs() - Date.parse(known.at)
    return ageMs < stillThereMs ? Promise.resolve({ fix: known, why: null }) : beginFix().settle()
  }
  return { fix, why: fix === null ? why : null, atShutter }
}
