import { useMemo, useSyncExternalStore } from 'react'
import type { LngLat } from '../../server/domain/distance.ts'
import type { NearbyHazard } from '../../server/zones/wire.ts'
import { bookNow, onBookChange } from './book-store.ts'
import { nearbyOf } from './place-here.ts'

/** Open hazards of the field book within so many metres, nearest first; none without a position. */
export const useOpenNearby = (lngLat: LngLat | null, metres: number): readonly NearbyHazard[] => {
  const { hazards } = useSyncExternalStore(onBookChange, bookNow, bookNow)
  const [lng, lat] = lngLat ?? [null, null]
  return useMemo(
    () => (lng === null || lat === null ? [] : nearbyOf(hazards, [lng, lat], metres)),
    [hazards, lng, lat, metres],
  )
}
