import { useEffect, useState } from 'react'
import type { FieldPosition } from '../outbox/entry.ts'
import type { WhyNoFix } from '../photos/device-position.ts'
import { followPosition } from './follow-position.ts'

/** Follows the device while the page is open, so that the place is known when the photo is taken. */
export const useOwnPosition = (): { fix: FieldPosition | null; why: WhyNoFix | null } => {
  const [fix, setFix] = useState<FieldPosition | null>(null)
  const [why, setWhy] = useState<WhyNoFix | null>(null)
  useEffect(() => followPosition(setFix, setWhy), [])
  return { fix, why: fix === null ? why : null }
}
