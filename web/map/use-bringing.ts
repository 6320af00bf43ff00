import { useEffect, useRef } from 'react'
import { isWithin } from '../../server/domain/bounds.ts'
import type { Bounds, LngLat } from '../../server/domain/distance.ts'
import type { Filter } from '../register/filter.ts'

/** A card that opens over its own place gives way: the place is moved to where it can be seen, once per card. */
export const useBringIntoView = (
  cardId: string | null,
  place: readonly number[] | null,
  bounds: Bounds | null,
  bring: (place: LngLat) => void,
): void => {
  const brought = useRef<string | null>(null)
  useEffect(() => {
    if (cardId === null || place === null || bounds === null || brought.current === cardId) {
      if (cardId === null) brought.current = null
      return
    }
    const [longitude = 0, latitude = 0] = place
    if (isWithin([longitude, latitude], bounds)) return
    brought.current = cardId
    bring([longitude, latitude])
  })
}

type Fitted = Pick<Filter, 'place' | 'zone' | 'among'>

/** Brings what is filtered for into view: at first, unless the link names a view, and whenever another place is chosen. */
export const useFitToFilter = (
  { place, zone, among }: Filter,
  atFirst: boolean,
  ready: boolean,
  bring: (wanted: Fitted) => void,
): void => {
  const wanted = `${place} ${zone} ${among}`
  const fitted = useRef<string | null>(atFirst ? null : wanted)
  useEffect(() => {
    if (!ready || fitted.current === wanted) return
    fitted.current = wanted
    bring({ place, zone, among })
  })
}

/** Brings all of a route into view, once for each route that is opened. */
export const useFitToRoute = (
  stops: readonly LngLat[] | null,
  ready: boolean,
  bring: (stops: readonly LngLat[]) => void,
) => {
  const fitted = useRef<string | null>(null)
  useEffect(() => {
    if (!ready || stops === null) return
    const which = [...stops]
      .map((stop) => stop.join())
      .sort()
      .join(' ')
    if (fitted.current === which || stops.length === 0) return
    fitted.current = which
    bring(stops)
  })
}

/** Brings what is near into view once, when it is first known where the reader stands; from then on the map is theirs. */
export const useFitToNear = (here: LngLat | null, bring: (here: LngLat) => void): void => {
  const brought = useRef(false)
  useEffect(() => {
    if (here === null) brought.current = false
    else if (!brought.current) {
      brought.current = true
      bring(here)
    }
  })
}
