import type { LineString } from 'geojson'

/**
 * Roads as far as they are worth their bytes: those without a route code are left out, all of them, where together they
 * have more vertices than so many. There may be ten of them to each numbered road, and a part of them would mislead.
 */
export const roadsThatFit = <Road extends { readonly routeCode: string | null; readonly geometry: LineString }>(
  roads: readonly Road[],
  mostVertices: number,
): readonly Road[] => {
  let vertices = 0
  for (const { routeCode, geometry } of roads) if (routeCode === null) vertices += geometry.coordinates.length
  return vertices <= mostVertices ? roads : roads.filter(({ routeCode }) => routeCode !== null)
}
