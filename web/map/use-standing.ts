import { useCallback, useEffect, useRef, useState } from 'react'
import { doubtfulMetres, type Fix, type WhyNoFix, watchFix } from '../photos/device-position.ts'

/** Long enough for a cold start under trees; then the device rests. */
const searchForMs = 25_000

export interface Standing {
  readonly state: 'unasked' | 'searching' | 'found' | 'failed'
  readonly fix: Fix | null
  readonly why: WhyNoFix | null
}

/** Where the reader stands: asked only when the button is pressed, and followed until it is sure enough. */
export const useStanding = (onFirst: (fix: Fix) => void) => {
  const [standing, setStanding] = useState<Standing>({ state: 'unasked', fix: null, why: null })
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => () => stop.current(), [])

  const search = useCallback(() => {
    stop.current()
    setStanding((former) => ({ ...former, state: 'searching', why: null }))
    let best: Fix | null = null
    const rest = (): void => {
      stopWatching()
      clearTimeout(atLast)
    }
    const give = (why: WhyNoFix): void => {
      rest()
      setStanding({ state: best === null ? 'failed' : 'found', fix: best, why: best === null ? why : null })
    }
    const stopWatching = watchFix(
      (fix) => {
        if (best !== null && fix.accuracyMetres > best.accuracyMetres) return
        if (best === null) onFirst(fix)
        best = fix
        setStanding({ state: 'found', fix, why: null })
        if (fix.accuracyMetres <= doubtfulMetres) rest()
      },
      (why) => {
        // a slow device may still find itself; other faults stay, and may be told before the watch is handed back
        if (why !== 'too-slow') queueMicrotask(() => give(why))
      },
    )
    const atLast = setTimeout(() => give('too-slow'), searchForMs)
    stop.current = rest
  }, [onFirst])
  return { standing, search }
}
