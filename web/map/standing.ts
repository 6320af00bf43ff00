import type { FeatureCollection } from 'geojson'
import type { LngLat } from '../../server/domain/distance.ts'

const metresPerDegree = 111_195
const corners = 48

/** The device's position and the circle it may be off by, in degrees; exact enough up to some kilometres. */
export const standingAt = ([longitude, latitude]: LngLat, accuracyMetres: number): FeatureCollection => {
  const north = accuracyMetres / metresPerDegree
  const east = north / Math.cos((latitude * Math.PI) / 180)
  const ring = Array.from({ length: corners + 1 }, (_, corner) => {
    const angle = ((corner % corners) / corners) * 2 * Math.PI
    return [longitude + east * Math.cos(angle), latitude + north * Math.sin(angle)]
  })
  return {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties: {} },
      { type: 'Feature', geometry: { type: 'Point', coordinates: [longitude, latitude] }, properties: {} },
    ],
  }
}
