import { type RefCallback, useCallback, useState } from 'react'
import type { Size } from '../../server/domain/picture-fit.ts'

/** The size of an element as it is now, in CSS pixels; null until it is on the page. */
export const useBox = (): readonly [RefCallback<HTMLElement>, Size | null] => {
  const [box, setBox] = useState<Size | null>(null)
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    const measure = (): void => setBox({ width: element.clientWidth, height: element.clientHeight })
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    measure()
    return () => watch.disconnect()
  }, [])
  return [ref, box]
}
