import { useEffect, useState } from 'react'
import { type Fix, type WhyNoFix, watchFix } from '../photos/device-position.ts'

export interface Following {
  readonly fix: Fix | null
  readonly why: WhyNoFix | null
}

/** Where the reader is, for as long as a list asks for it, and not while the page lies behind others. */
export const useFollowing = (follows: boolean): Following => {
  const [following, setFollowing] = useState<Following>({ fix: null, why: null })
  useEffect(() => {
    if (!follows) return
    let stop: (() => void) | null = null
    const look = (): void => {
      stop?.()
      stop = document.hidden
        ? null
        : watchFix(
            (fix) => setFollowing({ fix, why: null }),
            (why) => setFollowing(({ fix }) => ({ fix, why })),
          )
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      stop?.()
    }
  }, [follows])
  return following
}
