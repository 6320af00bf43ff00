import { type LngLat, metresBetween } from '../../server/domain/distance.ts'
import { shortCodeOf } from '../../server/domain/short-code.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import type { KnownNearby } from './known-here.tsx'

/** What is on file nearby, and what this device has kept there itself and not yet sent; nearest first. */
export const withWaiting = (
  onFile: readonly KnownNearby[],
  entries: readonly Pick<OutboxEntry, 'what' | 'photos'>[],
  lngLat: LngLat | null,
  radiusMetres: number,
): readonly KnownNearby[] => {
  if (lngLat === null) return onFile
  const known = new Set(onFile.map(({ id }) => id))
  const waiting = entries.flatMap(({ what, photos }): KnownNearby[] => {
    if (what.kind !== 'report' || what.position === null || known.has(what.hazardId)) return []
    const metres = metresBetween(lngLat, [what.position.longitude, what.position.latitude])
    if (metres > radiusMetres) return []
    return [
      {
        ...{ id: what.hazardId, shortCode: shortCodeOf(what.hazardId), registerNumber: null, code: what.code },
        ...{ stage: 'camera', severity: null, colour: null, photoSha256: null, version: null },
        ...{ distanceMetres: Math.round(metres), waitingPhotoId: photos[0]?.id ?? null },
      },
    ]
  })
  return [...onFile, ...waiting].sort((a, b) => a.distanceMetres - b.distanceMetres)
}
