import { useCallback, useEffect, useRef, useState } from 'react'
import type { County } from '../ui/use-county.ts'
import type { Bounds } from './bounds.ts'
import { farthestZoom } from './layers/zooms.ts'
import type { View } from './map-address.ts'

/** The country, for a county that has not said where it lies. */
const wholeCountry: View = { longitude: 104.5, latitude: 35, zoom: farthestZoom }
/** The address follows once the sheet rests; browsers allow only so many changes of it. */
const restMs = 300

/** What is to be seen: where the map opens, where it stands now, and the address that leads there again. */
export const useMapView = (asked: View | null, county: County, keep: (view: View) => void) => {
  const [startAt] = useState<View | Bounds>(() => asked ?? county.bounds ?? wholeCountry)
  const [view, setView] = useState<View | null>(null)
  const [bounds, setBounds] = useState<Bounds | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const moved = useCallback(
    (now: View, seen: Bounds): void => {
      setView(now)
      setBounds(seen)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => keep(now), restMs)
    },
    [keep],
  )
  return { startAt, view, bounds, moved }
}
