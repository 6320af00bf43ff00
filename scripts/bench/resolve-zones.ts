import { Delaunay } from 'd3-delaunay'
import Flatbush from 'flatbush'
import type { LineString, Polygon, Position } from 'geojson'
import pointInPolygon from 'point-in-polygon-hao'
import type { LngLat } from '../../server/domain/distance.ts'
import { type DrawnRoad, type DrawnZone, makePlaceIndex } from '../../server/domain/place-index.ts'
import { seededRandom } from '../demo-county/seeded-random.ts'
import type { Contest } from './ratio.ts'

const areas = 1_500
const segments = 20_000
const points = 100_000
const county = { code: '360424', west: 113.93, south: 28.69, east: 114.94, north: 29.38 }
const reachMetres = 30

const { between, next: random } = seededRandom('zones')
const somewhere = (): [number, number] => [between(county.west, county.east), between(county.south, county.north)]

/** Villages that tile the county, each border broken into short pieces as a surveyed one is. */
const makeAreas = (): DrawnZone[] => {
  const cells = Delaunay.from(Array.from({ length: areas }, somewhere)).voronoi([
    ...([county.west, county.south, county.east, county.north] as const),
  ])
  return [...cells.cellPolygons()].map((ring, i) => {
    const fine = ring.slice(1).flatMap((to, k): Position[] => {
      const from = ring[k] ?? to
      return Array.from({ length: 6 }, (_, part) => [
        from[0] + ((to[0] - from[0]) * part) / 6,
        from[1] + ((to[1] - from[1]) * part) / 6,
      ])
    })
    const geometry: Polygon = { type: 'Polygon', coordinates: [[...fine, fine[0] ?? []]] }
    const placeCode = `${county.code}${100 + (i % 36)}${200 + Math.floor(i / 36)}`
    return { ...bare(`area-${i}`), shape: 'area', level: 'village', placeCode, geometry }
  })
}

const bare = (id: string) => ({ id, name: id, routeCode: null, fromMetres: null, toMetres: null })

const wander = (): LineString => {
  const [lng, lat] = somewhere()
  const [east, north] = [between(-1, 1) * 0.0006, between(-1, 1) * 0.0006]
  const coordinates = Array.from({ length: 12 }, (_, k) => [
    lng + k * east + between(-1, 1) * 0.0001,
    lat + k * north + between(-1, 1) * 0.0001,
  ])
  return { type: 'LineString', coordinates }
}

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
  const ofAreas = makeAreas()
  const lines = Array.from({ length: segments }, wander)
  const ofSegments = lines.map((geometry, i): DrawnZone => {
    const routeCode = `C${String(i % 900).padStart(3, '0')}${county.code}`
    return {
      ...{ ...bare(`segment-${i}`), shape: 'segment', level: 'village', placeCode: county.code, geometry, routeCode },
      ...(i % 2 === 0 && { fromMetres: 0, toMetres: 700 }),
    }
  })
  const roads = lines.map((geometry, i): DrawnRoad => {
    const routeCode = `C${String(i % 900).padStart(3, '0')}${county.code}`
    return { id: `road-${i}`, routeCode, roadClass: 'village', lengthMetres: 700, geometry }
  })
  const index = makePlaceIndex(
    county.code,
    { segmentMetres: reachMetres, bounds: null },
    [...ofAreas, ...ofSegments],
    roads,
  )
  const ask = bareIndex(ofAreas, lines)
  const asked = Array.from({ length: points }, (): LngLat => {
    // half of them by a road, where hazards are
    const line = lines[Math.floor(random() * lines.length)]
    const [lng = 0, lat = 0] = line?.coordinates[Math.floor(random() * 12)] ?? []
    return random() < 0.5 ? somewhere() : [lng + between(-1, 1) * 0.0004, lat + between(-1, 1) * 0.0004]
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
