import type { Feature, Polygon } from 'geojson'
import { metresPerDegree, radiansPerDegree } from '../../server/domain/distance.ts'

const corners = 64

/** A circle on the ground as a polygon; good to a hair for the few hundred metres drawn here. */
export const circleAround = (
  [longitude, latitude]: readonly [number, number],
  radiusMetres: number,
  kind: string,
): Feature<Polygon, { kind: string }> => {
  const north = radiusMetres / metresPerDegree
  const east = north / Math.cos(latitude * radiansPerDegree)
  const ring = Array.from({ length: corners + 1 }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / corners
    return [longitude + east * Math.cos(angle), latitude + north * Math.sin(angle)]
  })
  return { type: 'Feature', properties: { kind }, geometry: { type: 'Polygon', coordinates: [ring] } }
}
