import type { LngLat } from '../../server/domain/distance.ts'

/** Where a page that led here says the hazard is, as `?at=114.5,29.05`; null where none does, or it is no place. */
export const askedPin = (search: string): LngLat | null => {
  const [, lng, lat] =
    /^(-?\d{1,3}(?:\.\d+)?),(-?\d{1,2}(?:\.\d+)?)$/.exec(new URLSearchParams(search).get('at') ?? '') ?? []
  if (lng === undefined || lat === undefined) return null
  const [longitude, latitude] = [Number(lng), Number(lat)]
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [longitude, latitude] : null
}
