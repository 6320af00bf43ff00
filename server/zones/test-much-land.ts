import { Delaunay } from 'd3-delaunay'
import type { LineString, Polygon, Position } from 'geojson'
import type { DrawnRoad, DrawnZone } from '../domain/place-index.ts'

const county = { code: '360424', west: 113.93, south: 28.69, east: 114.94, north: 29.38 }
const roadMetres = 700

export interface MuchLand {
  readonly areas: readonly DrawnZone[]
  readonly segments: readonly DrawnZone[]
  readonly roads: readonly (DrawnRoad & { readonly name: string })[]
}

/** A county's land by the thousand, for tests and measurements: the same for the same numbers from 0 up to 1. */
export const muchLand = (
  asked: { readonly areas: number; readonly segments: number },
  random: () => number,
): MuchLand => {
  const between = (least: number, most: number): number => least + random() * (most - least)
  const somewhere = (): [number, number] => [between(county.west, county.east), between(county.south, county.north)]
  const bare = (id: string) => ({ id, name: id, routeCode: null, fromMetres: null, toMetres: null })

  /** Villages that tile the county, each border broken into short pieces as a surveyed one is. */
  const cells = Delaunay.from(Array.from({ length: asked.areas }, somewhere)).voronoi([
    ...([county.west, county.south, county.east, county.north] as const),
  ])
  const areas = [...cells.cellPolygons()].map((ring, i): DrawnZone => {
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

  const wander = (): LineString => {
    const [lng, lat] = somewhere()
    const [east, north] = [between(-1, 1) * 0.0006, between(-1, 1) * 0.0006]
    const coordinates = Array.from({ length: 12 }, (_, k) => [
      lng + k * east + between(-1, 1) * 0.0001,
      lat + k * north + between(-1, 1) * 0.0001,
    ])
    return { type: 'LineString', coordinates }
  }
  const roads = Array.from({ length: asked.segments }, (_, i) => {
    const routeCode = `C${String((i % 900) + 1).padStart(3, '0')}${county.code}`
    return {
      ...{ id: `road-${i}`, routeCode, name: routeCode, roadClass: 'village' as const, lengthMetres: roadMetres },
      geometry: wander(),
    }
  })
  const segments = roads.map(({ routeCode, geometry }, i): DrawnZone => {
    return {
      ...{ ...bare(`segment-${i}`), shape: 'segment', level: 'village', placeCode: county.code, geometry, routeCode },
      ...(i % 2 === 0 && { fromMetres: 0, toMetres: roadMetres }),
    }
  })
  return { areas, segments, roads }
}
