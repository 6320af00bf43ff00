import { metresTooFar } from '../../../server/domain/taken-at-the-place.ts'
import type { HazardWhole } from '../../../server/hazards/answers.ts'
import type { KeptPhoto } from '../../photos/photo-tray.ts'

/**
 * How many metres a photo was taken from its hazard, where the server's check of the cure will find them too many; null
 * where it will not, or cannot tell.
 */
export const tooFarFrom = (
  { position, drawn }: Pick<HazardWhole, 'position' | 'drawn'>,
  radiusMetres: number,
  photo: Pick<KeptPhoto, 'position'>,
): number | null => {
  // a position known only by a place's name is none to measure from
  if (position === null || position.source === 'place') return null
  const written = photo.position?.source === 'exif' ? photo.position : null
  return metresTooFar(
    {
      fix: photo.position?.source === 'device' ? photo.position : null,
      exif: { longitude: written?.longitude ?? null, latitude: written?.latitude ?? null },
    },
    { ...position, drawing: drawn?.geometry ?? null },
    radiusMetres,
  )
}
