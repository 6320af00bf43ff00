import Flatbush from 'flatbush'
import type { LineString } from 'geojson'
import pointInPolygon from 'point-in-polygon-hao'
import type { LngLat } from '../../server/domain/distance.ts'
import { type DrawnZone, makePlaceIndex } from '../../server/domain/place-index.ts'
import { muchLand } from '../../server/zones/test-much-land.ts'
import { seededRandom } from '../demo-county/seeded-random.ts'
import type { Contest } from './ratio.ts'

const areas = 1_500
const segments = 20_000
const points = 100_000
const reachMetres = 30

const { between, next: random } = seededRandom('zones')

/** Boxes and shapes and nothing else: no order of size, no names, no stakes, no chainage. */
const bareIndex = (zones: readonly DrawnZone[], lines: readonly LineString[]) => {
  const polygons = zones.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : []))
  const areaTree = new Flatbush(polygons.length)
  for (const [ring = []] of polygons) {
    const [xs, ys] = [ring.map(([x = 0]) => x), ring.map(([, y = 0]) => y)]
    areaTree.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
  }
  areaTree.finish()
  const edges = lines.flatMap(({ coordinates }) =>
    coordinates.slice(1).map((to, k) => [...(coordinates[k] ?? to), ...to] as const),
  )
  const edgeTree = new Flatbush(edges.length)
  for (const [ax = 0, ay = 0, bx = 0, by = 0] of edges)
    edgeTree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
  edgeTree.finish()
  const perLat = 111_320
  const nearestEdge = (lng: number, lat: number, metres: number): number => {
    const perLng = perLat * Math.cos((lat * Math.PI) / 180)
    let least = Number.POSITIVE_INFINITY
    const [dx, dy] = [metres / perLng, metres / perLat]
    for (const i of edgeTree.search(lng - dx, lat - dy, lng + dx, lat + dy)) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = edges[i] ?? []
      const [ex, ey] = [(bx - ax) * perLng, (by - ay) * perLat]
      const [px, py] = [(lng - ax) * perLng, (lat - ay) * perLat]
      const along = Math.max(0, Math.min(1, (px * ex + py * ey) / (ex * ex + ey * ey || 1)))
      least = Math.min(least, Math.hypot(px - along * ex, py - along * ey))
    }
    return least
  }
  return (lng: number, lat: number): number => {
    const held = areaTree
      .search(lng, lat, lng, lat)
      .findIndex((i) => pointInPolygon([lng, lat], polygons[i] ?? []) !== false)
    // the chief's stretch and the road itself are two questions, of two reaches
    return held + nearestEdge(lng, lat, reachMetres) + nearestEdge(lng, lat, 50)
  }
}

/** Who answers for a position, with place, road, stake mark: as the server and the phone ask it. */
export const resolveZones = async (): Promise<Contest> => {
  const land = muchLand({ areas, segments }, random)
  const lines = land.roads.map(({ geometry }) => geometry)
  const zones = [...land.areas, ...land.segments]
  const index = makePlaceIndex('360424', { segmentMetres: reachMetres, bounds: null }, zones, land.roads)
  const ask = bareIndex(land.areas, lines)
  const asked = Array.from({ length: points }, (): LngLat => {
    // half of them by a road, where hazards are
    const line = lines[Math.floor(random() * lines.length)]
    const [lng = 0, lat = 0] = line?.coordinates[Math.floor(random() * 12)] ?? []
    return random() < 0.5
      ? [between(113.93, 114.94), between(28.69, 29.38)]
      : [lng + between(-1, 1) * 0.0004, lat + between(-1, 1) * 0.0004]
  })
  return {
    name: `who answers for ${points} positions, over ${areas} areas and ${segments} segments`,
    yardstick: 'flatbush, point-in-polygon and nearest piece of line, nothing else',
    unit: 'position',
    ours: async () => {
      let answered = 0
      for (const lngLat of asked) if (index.locate(lngLat).zoneId !== null) answered++
      if (answered < points * 0.9) throw new Error(`only ${answered} of ${points} positions have a zone`)
      return points
    },
    bare: async () => {
      let sum = 0
      for (const [lng, lat] of asked) sum += ask(lng, lat)
      if (Number.isNaN(sum)) throw new Error('the yardstick did nothing')
      return points
    },
  }
}
