import { useEffect, useState } from 'react'
import { betterFix, type Fix, type WhyNoFix, watchFix } from '../photos/device-position.ts'

/** Follows the device while the page is open, so that the place is known when the photo is taken. */
export const useOwnPosition = (): { fix: Fix | null; why: WhyNoFix | null } => {
  const [fix, setFix] = useState<Fix | null>(null)
  const [why, setWhy] = useState<WhyNoFix | null>(null)
  useEffect(
    () =>
      watchFix(
        (heard) => {
          setFix((best) => betterFix(best, heard))
          setWhy(null)
        },
        (fault) => setWhy(fault),
      ),
    [],
  )
  return { fix, why: fix === null ? why : null }
}
