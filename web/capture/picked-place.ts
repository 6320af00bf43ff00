import { formatChainage, parseChainage } from '../../server/domain/chainage.ts'
import type { LngLat } from '../../server/domain/distance.ts'
import { shieldOf } from '../../server/domain/route-shield.ts'
import type { FieldPosition } from '../outbox/entry.ts'
import type { CaptureDraft, PickedPlace } from './capture-draft.ts'

interface Road {
  readonly routeCode: string
  readonly name: string
  readonly fromMetres: number
  readonly toMetres: number
}

/** What is wrong with a stake mark as typed: no stake mark at all, or none of this road. Empty is not wrong yet. */
export const stakeFault = (typed: string, road: Road | null): 'malformed' | 'outside' | null => {
  if (typed.trim() === '') return null
  const metres = parseChainage(typed)
  // half a mark is on its way to a whole one
  if (metres === null) return /^K?\d{0,5}(\+\d{0,2})?$/i.test(typed.trim()) ? null : 'malformed'
  if (road === null) return null
  return metres < road.fromMetres || metres > road.toMetres ? 'outside' : null
}

/** A village stands for its own middle; a township is too wide for a point and is named only. */
export const villagePlace = (
  { code, name }: { readonly code: string; readonly name: string },
  lngLat: LngLat | null,
): PickedPlace => ({ code, lngLat, words: name, routeCode: null })

/** A stake mark, at its point where the field book draws the road; the division picked before stays. */
export const stakePlace = (
  { routeCode }: Pick<Road, 'routeCode'>,
  metres: number,
  lngLat: LngLat | null,
  former: PickedPlace | null,
): PickedPlace => ({
  code: former?.code ?? null,
  lngLat,
  words: `${shieldOf(routeCode)} ${formatChainage(metres)}`,
  routeCode,
})

/** A division alone, which is too wide for a point. */
export const isTooWide = ({ lngLat, routeCode }: PickedPlace): boolean => lngLat === null && routeCode === null

/** The division whose own point is the position, so that no road is known by it; null where a hand or a device was finer. */
export const divisionMeant = (
  draft: Pick<CaptureDraft, 'place' | 'pin' | 'extent'>,
  position: FieldPosition | null,
): string | null => {
  const meant = placeMeant(draft, position)
  return position?.source === 'place' && meant?.routeCode === null ? meant.code : null
}

/**
 * What was picked from a list, as far as it still tells where this is: a drawing or a pin tells it better, and any fix
 * tells more than a township. Null where it does not, so that no hazard bears two addresses.
 */
export const placeMeant = (
  { place, pin, extent }: Pick<CaptureDraft, 'place' | 'pin' | 'extent'>,
  position: FieldPosition | null,
): PickedPlace | null => {
  if (place === null || pin !== null || extent !== null) return null
  return position !== null && isTooWide(place) ? null : place
}
