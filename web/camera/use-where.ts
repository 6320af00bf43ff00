import { useEffect, useRef, useState } from 'react'
import { beginFix, type Fix, type WhyNoFix, watchFix } from '../photos/device-position.ts'
import { fixAtShutter } from './fix-at-shutter.ts'

type Located = Promise<{ fix: Fix | null; why: WhyNoFix | null }>

/** Who walks is somewhere else after so long; a finer fix from before says where he was. */
const steppedOnMs = 8_000

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
  const atShutter = (takenAtMs: number): Located => {
    const known = fixAtShutter(latest.current, takenAtMs)
    return known === null ? beginFix().settle() : Promise.resolve({ fix: known, why: null })
  }
  return { fix, why: fix === null ? why : null, atShutter }
}
