import type { CheckVerdict } from '../../db/vocabulary.ts'
import type { CheckedPhoto, Measured, Submission } from './clearance-checks.ts'
import { type LngLat, metresBetween } from './distance.ts'
import type { ExtentGeometry } from './hazard-extent.ts'
import { metresFromDrawing } from './metres-from-drawing.ts'
import { worstOf } from './worst-of.ts'

export type PlaceDoubt = 'far' | 'exif-far' | 'too-rough' | 'no-position' | 'hazard-without-position'

/** To a tenth of a metre, which is more than any phone can tell: what is judged is what is shown. */
const metresFrom = (place: Spot, at: Pick<Measured, 'longitude' | 'latitude'>): number => {
  const stood: LngLat = [at.longitude, at.latitude]
  const metres = place.drawing
    ? metresFromDrawing(place.drawing, stood)
    : metresBetween([place.longitude, place.latitude], stood)
  return Math.round(metres * 10) / 10
}

/** Of what is more than a point every part is the place: the end of a stretch as well as its middle. */
type Spot = Measured & { readonly drawing: ExtentGeometry | null }

/**
 * Was each photo taken within the radius of the hazard? On the rim counts as within. A fix that is rougher than the
 * radius, or that only its roughness brings near, cannot tell. What the camera wrote is the second witness: alone it
 * speaks for the device, beside it it can only raise a doubt.
 */
export const takenAtThePlace = (given: Pick<Submission, 'place' | 'drawing' | 'radiusMetres' | 'photos'>) => {
  const { place, drawing = null, radiusMetres } = given
  const photos = given.photos.map((photo) => judge(photo, place && { ...place, drawing }, radiusMetres))
  return {
    check: 'taken-at-the-place' as const,
    verdict: worstOf(photos.map(({ verdict }) => verdict)),
    // a better fix may move the hazard later: what was judged stays as it was
    evidence: { radiusMetres, place, photos, ...(drawing && { drawing }) },
  }
}

type Placed = Pick<CheckedPhoto, 'fix'> & { readonly exif: Pick<CheckedPhoto['exif'], 'longitude' | 'latitude'> }

/**
 * Metres, to a tenth, between a photo and a hazard (WGS-84 degrees) where the check above doubts it for its distance;
 * null where it does not. For whoever is about to submit it. RangeError on a drawing without positions.
 */
export const metresTooFar = (photo: Placed, place: Spot, radiusMetres: number): number | null => {
  const { metres, exifMetres, because } = judge({ ...photo, photoId: '' }, place, radiusMetres)
  return because === 'far' ? metres : because === 'exif-far' ? exifMetres : null
}

const judge = (
  { photoId, fix, exif }: Placed & Pick<CheckedPhoto, 'photoId'>,
  place: Spot | null,
  radiusMetres: number,
) => {
  const written =
    exif.longitude === null || exif.latitude === null
      ? null
      : { longitude: exif.longitude, latitude: exif.latitude, accuracyMetres: null }
  const metres = place && fix && metresFrom(place, fix)
  const exifMetres = place && written && metresFrom(place, written)
  const seen = { photoId, metres, accuracyMetres: fix?.accuracyMetres ?? null, exifMetres }
  const said = (verdict: CheckVerdict, because: PlaceDoubt | null) => ({ ...seen, verdict, because })

  if (place === null) return said('cannot-tell', 'hazard-without-position')
  const placeSlack = place.accuracyMetres ?? 0
  const slack = (fix?.accuracyMetres ?? 0) + placeSlack
  if (metres === null) {
    if (exifMetres === null) return said('cannot-tell', 'no-position')
    if (exifMetres <= radiusMetres) return said('pass', null)
    return exifMetres > radiusMetres + placeSlack ? said('doubt', 'exif-far') : said('cannot-tell', 'too-rough')
  }
  if (metres > radiusMetres + slack) return said('doubt', 'far')
  if (exifMetres !== null && exifMetres > radiusMetres + slack) return said('doubt', 'exif-far')
  const rough = metres > radiusMetres || (fix?.accuracyMetres ?? 0) > radiusMetres
  return rough ? said('cannot-tell', 'too-rough') : said('pass', null)
}
