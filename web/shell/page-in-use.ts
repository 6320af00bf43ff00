import { useEffect, useSyncExternalStore } from 'react'

/** How many parts of the page hold something that a fresh start would interrupt. */
let held = 0
const ears = new Set<() => void>()

const change = (by: number): void => {
  held += by
  for (const tell of ears) tell()
}

/** For a form or a capture while it holds what has not been saved: no new version is taken meanwhile. */
export const usePageInUse = (inUse: boolean): void => {
  useEffect(() => {
    if (!inUse) return
    change(1)
    return () => change(-1)
  }, [inUse])
}

const onChange = (tell: () => void): (() => void) => {
  ears.add(tell)
  return () => ears.delete(tell)
}

export const useIsPageInUse = (): boolean => useSyncExternalStore(onChange, () => held > 0)
