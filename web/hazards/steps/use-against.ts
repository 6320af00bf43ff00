import type { HazardWhole, PhotoView } from '../../../server/hazards/answers.ts'
import { photoUrl } from '../../api.ts'
import type { Against } from '../../camera/full-camera.tsx'
import { usePhotoFacts } from '../use-photo-facts.ts'

/** What a photo of this hazard is taken against; a position known only by a place's name is none to walk to. */
export const useAgainst = (hazard: HazardWhole, photos: readonly PhotoView[]): Against | null => {
  const facts = usePhotoFacts(hazard)
  if (photos.length === 0) return null
  const { position } = hazard
  return {
    photos: photos.map((photo) => ({
      ...{ id: photo.id, src: photoUrl(photo.sha256, 'large'), alt: facts.alt(photo) },
    })),
    spot:
      position === null || position.source === 'place'
        ? null
        : { lngLat: [position.longitude, position.latitude], accuracyMetres: position.accuracyMetres },
  }
}
