import { metresBetween } from '../../server/domain/distance.ts'
import type { FieldPosition } from '../outbox/entry.ts'
import type { CaptureDraft, Shot } from './capture-draft.ts'

/** So long a fix stands for where its device is; on foot or in a car it is then somewhere else. */
export const freshMs = 2 * 60_000
/** An older one is no position of this photo any more. */
const stillMs = 10 * 60_000

/** The position of a photo at its shutter: the fix of that moment, none where the last one is too old. */
export const atShutter = (fix: FieldPosition | null, takenAtMs: number): FieldPosition | null =>
  fix !== null && takenAtMs - fix.atMs <= stillMs ? fix : null

/** A device before a camera's own record, then the finer. */
const rank = ({ source, accuracyMetres }: FieldPosition): number =>
  (source === 'device' ? 0 : 1_000_000) + (accuracyMetres ?? 500_000)

/** Within what the photo's own position left open, and soon after it: the device has learned more, and has not moved on. */
const refines = (later: FieldPosition, ofPhoto: FieldPosition): boolean =>
  rank(later) < rank(ofPhoto) &&
  Math.abs(later.atMs - ofPhoto.atMs) <= freshMs &&
  metresBetween([later.longitude, later.latitude], [ofPhoto.longitude, ofPhoto.latitude]) <=
    (ofPhoto.accuracyMetres ?? 0)

/** Where a device or a camera measured it: the finest among the photos; the page's own fix where no device measured theirs, or it refines it. */
export const measuredPosition = (
  shots: readonly Pick<Shot, 'position'>[],
  fix: FieldPosition | null,
  nowMs: number,
): FieldPosition | null => {
  const ofPhotos = shots.flatMap(({ position }) => (position === null ? [] : [position]))
  const [finest = null] = ofPhotos.sort((a, b) => rank(a) - rank(b))
  const own = atShutter(fix, nowMs)
  if (own === null || finest === null) return own ?? finest
  return finest.source !== 'device' || refines(own, finest) ? own : finest
}

/** What stands for a drawn extent, the pin where a hand put it, else as measured, else the point of the place picked from a list; null is allowed. */
export const positionOf = (
  { pin, place, extent }: Pick<CaptureDraft, 'pin' | 'place'> & Partial<Pick<CaptureDraft, 'extent'>>,
  shots: readonly Pick<Shot, 'position'>[],
  fix: FieldPosition | null,
  nowMs: number,
): FieldPosition | null => {
  const byHand = (lngLat: readonly [number, number], source: 'pin' | 'place'): FieldPosition => ({
    ...{ longitude: lngLat[0], latitude: lngLat[1], accuracyMetres: null, source, atMs: nowMs },
  })
  if (extent) return byHand([extent.longitude, extent.latitude], 'pin')
  if (pin !== null) return byHand(pin, 'pin')
  // what was picked by hand is meant, however good the fix became afterwards
  if (place?.lngLat) return byHand(place.lngLat, 'place')
  return measuredPosition(shots, fix, nowMs)
}
