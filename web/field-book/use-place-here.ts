import { useMemo, useSyncExternalStore } from 'react'
import type { LngLat } from '../../server/domain/distance.ts'
import type { PlaceHere } from '../../server/zones/wire.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { useOnline } from '../frame/use-online.ts'
import { bookNow, onBookChange } from './book-store.ts'
import { placeElsewhere, placeHere } from './place-here.ts'

export { positionOfStake, useFieldBook } from './use-field-book.ts'
export { useOpenNearby } from './use-open-nearby.ts'

export interface HereAndSource {
  /** Null while it is not known: no position, or ground that is not in the book and nobody to ask. */
  readonly here: PlaceHere | null
  /** `outline`: no more than township and village, by this device, where its book has no roads and nobody can be asked. */
  readonly source: 'phone' | 'server' | 'outline' | 'none'
}

/**
 * Township, village, road, stake mark, chief and known hazards of a position: by the field book where it covers the
 * position, else by the server. The same rules either way, so nothing changes when the connection does, and of the very
 * position that is kept: a rounded one may have another stake, and at a junction another road. The point of a
 * division picked from a list tells no road.
 */
export const usePlaceHere = (lngLat: LngLat | null, ofDivision: string | null = null): HereAndSource => {
  const { ground, hazards, state } = useSyncExternalStore(onBookChange, bookNow, bookNow)
  const online = useOnline()
  const [lng, lat] = lngLat ?? [null, null]
  const onPhone = useMemo(
    () =>
      ground && lng !== null && lat !== null && ground.covers([lng, lat])
        ? placeHere(ground, hazards, [lng, lat], ofDivision)
        : null,
    [ground, hazards, lng, lat, ofDivision],
  )
  const outlined = useMemo(
    () =>
      ground && onPhone === null && lng !== null && lat !== null ? placeElsewhere(ground, hazards, [lng, lat]) : null,
    [ground, hazards, onPhone, lng, lat],
  )
  const query = { lng: String(lng ?? 0), lat: String(lat ?? 0), ...(ofDivision !== null && { place: ofDivision }) }
  const asked = useAsked(['place-at', query], () => told(api.places.at.$get({ query })), {
    // a book on its way makes the question needless
    enabled: lng !== null && onPhone === null && online && state !== 'looking',
    keepFormer: true,
  })
  if (lng === null) return { here: null, source: 'none' }
  if (onPhone !== null) return { here: onPhone, source: 'phone' }
  const here = online ? (asked.data ?? null) : null
  if (here !== null) return { here, source: 'server' }
  const named = (!online || asked.isError) && outlined !== null
  return named ? { here: outlined, source: 'outline' } : { here: null, source: 'none' }
}
