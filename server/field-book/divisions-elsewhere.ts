import { positionsOf } from '../domain/geometry-runs.ts'
import type { DrawnZone } from '../domain/place-index.ts'
import type { BookDivision } from './wire.ts'

/** Villages as surveyed may have more vertices than all else in a book; packed, ten thousand are some 100 KB (proposed). */
export const mostVillageVertices = 10_000

/**
 * Outlines of the divisions outside somebody's own ground, so that a phone without a signal can name where it stands:
 * every township, and the villages, all of them or none, where they are worth their bytes.
 */
export const divisionsElsewhere = (
  ownCodes: readonly string[],
  zones: readonly DrawnZone[],
  names: ReadonlyMap<string, string>,
): BookDivision[] => {
  const elsewhere = zones.flatMap(({ shape, placeCode: code, name, geometry }): BookDivision[] => {
    if (shape !== 'area' || code.length < 9 || ownCodes.some((own) => code.startsWith(own))) return []
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return []
    return [{ code, name: names.get(code) ?? name, geometry }]
  })
  const townships = elsewhere.filter(({ code }) => code.length === 9)
  const vertices = elsewhere.reduce(
    (sum, { code, geometry }) => sum + (code.length > 9 ? positionsOf(geometry).length : 0),
    0,
  )
  return vertices <= mostVillageVertices ? elsewhere : townships
}
