import { useCallback, useEffect, useState } from 'react'
import type { Bounds } from '../../server/domain/distance.ts'
import type { County } from '../ui/use-county.ts'
import { farthestZoom } from './layers/zooms.ts'
import { isSameView, type View } from './map-address.ts'

/** The country, for a county that has not said where it lies. */
const wholeCountry: View = { longitude: 104.5, latitude: 35, zoom: farthestZoom }
/** The address follows once the sheet rests; browsers allow only so many changes of it. */
const restMs = 300

/** What is to be seen: where the map opens, where it stands now, and the address that leads there again. */
export const useMapView = (asked: View | null, county: County, keep: (view: View) => void) => {
  const [startAt] = useState<View | Bounds>(() => asked ?? county.bounds ?? wholeCountry)
  const [view, setView] = useState<View | null>(null)
  const [bounds, setBounds] = useState<Bounds | null>(null)
  const moved = useCallback((now: View, seen: Bounds): void => {
    setView(now)
    setBounds(seen)
  }, [])
  // a step back in the browser closes the card and brings its old address; the sheet stays where it is
  useEffect(() => {
    if (view === null || isSameView(view, asked)) return
    const timer = setTimeout(() => keep(view), restMs)
    return () => clearTimeout(timer)
  }, [view, asked, keep])
  return { startAt, view, bounds, moved }
}
