import Flatbush from 'flatbush'
import type { MultiPolygon, Polygon } from 'geojson'
import { type DrawnArea, drawnAreaOf, polygonHolds } from '../domain/drawn-area.ts'

export interface LevelArea {
  readonly key: string
  readonly geometry: Polygon | MultiPolygon
}

const steps = 24
/** Borders digitised twice never quite meet: less than a hundredth of the smaller area is no overlap. */
const leastShare = 0.01

const holds = ({ polygons }: DrawnArea, at: readonly [number, number]): boolean =>
  polygons.some((polygon) => polygonHolds(polygon, at))

const boundsOf = ({ polygons }: DrawnArea) => ({
  west: Math.min(...polygons.map(({ bounds }) => bounds.west)),
  south: Math.min(...polygons.map(({ bounds }) => bounds.south)),
  east: Math.max(...polygons.map(({ bounds }) => bounds.east)),
  north: Math.max(...polygons.map(({ bounds }) => bounds.north)),
})

/** Asked on a grid laid over the smaller of the two. */
const overlap = (a: DrawnArea, b: DrawnArea): boolean => {
  const [small, large] = a.areaSquareMetres <= b.areaSquareMetres ? [a, b] : [b, a]
  const { west, south, east, north } = boundsOf(small)
  let [own, shared] = [0, 0]
  for (let i = 0; i < steps; i++)
    for (let k = 0; k < steps; k++) {
      const at = [west + ((i + 0.5) / steps) * (east - west), south + ((k + 0.5) / steps) * (north - south)] as const
      if (!holds(small, at)) continue
      own++
      if (holds(large, at)) shared++
    }
  return own > 0 && shared / own > leastShare
}

/** Pairs of areas of one level that share ground, as their keys. */
export const overlapsAmong = (areas: readonly LevelArea[]): (readonly [string, string])[] => {
  if (areas.length < 2) return []
  const drawn = areas.map(({ key, geometry }) => ({ key, area: drawnAreaOf(geometry) }))
  const tree = new Flatbush(drawn.length)
  for (const { area } of drawn) {
    const { west, south, east, north } = boundsOf(area)
    tree.add(west, south, east, north)
  }
  tree.finish()
  return drawn.flatMap(({ key, area }, i) => {
    const { west, south, east, north } = boundsOf(area)
    return tree
      .search(west, south, east, north, (k) => k > i)
      .flatMap((k) => {
        const other = drawn[k]
        return other && overlap(area, other.area) ? [[key, other.key] as const] : []
      })
  })
}
