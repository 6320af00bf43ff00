import type { RoadClass } from '../../db/vocabulary.ts'
import type { TestCounty } from '../test-county.ts'
import { furnishCounty } from '../zones/furnish-county.ts'

type Place = readonly [lng: number, lat: number]

/** Roads drawn for a test; a road known by its id is drawn anew. */
export const drawRoads = (
  county: TestCounty,
  roads: readonly { readonly code: string; readonly roadClass: RoadClass; readonly line: readonly Place[] }[],
) =>
  furnishCounty(county.world, 'system', {
    ...{ places: [], zones: [], posts: [] },
    roads: roads.map(({ code, roadClass, line }) => ({
      ...{ id: `road-${code}`, routeCode: `${code}360424`, name: code, roadClass, lengthMetres: 3000, invented: true },
      geometry: { type: 'LineString', coordinates: line.map((place) => [...place]) },
    })),
  })

/** Three village roads that end on the county road X001 of the test county, and a fork in another township. */
export const sideRoads = (shift = 0) => {
  const line = (...places: Place[]): readonly Place[] => places
  return [
    { code: 'C101', line: line([114.52 + shift, 29.05], [114.52, 29.06]) },
    { code: 'C102', line: line([114.54 + shift, 29.05], [114.54, 29.06]) },
    { code: 'C103', line: line([114.56, 29.05], [114.56, 29.04]) },
    { code: 'C201', line: line([114.24, 29.05], [114.25, 29.05], [114.26, 29.05]) },
    { code: 'C202', line: line([114.25, 29.05], [114.25, 29.06]) },
  ].map((road) => ({ ...road, roadClass: 'village' as const }))
}
