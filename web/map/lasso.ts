import { boundsOf, isWithin } from '../../server/domain/bounds.ts'
import type { LngLat } from '../../server/domain/distance.ts'
import { isInsideRing } from '../../server/domain/inside-ring.ts'

/** What a ring holds of many; most lie outside its box and are not looked at twice. */
export const insideRing = <Placed extends { readonly lngLat: LngLat }>(
  all: readonly Placed[],
  ring: readonly LngLat[],
): Placed[] => {
  const box = ring.length < 3 ? null : boundsOf(ring)
  if (box === null) return []
  return all.filter(({ lngLat }) => isWithin(lngLat, box) && isInsideRing(lngLat, ring))
}
