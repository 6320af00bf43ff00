import type { LineString, MultiLineString, Position } from 'geojson'
import type { LngLat } from './distance.ts'
import { metresBetween, metresPerDegree, radiansPerDegree } from './distance.ts'

/** A straight piece of a drawn line, with its place along the whole. */
export type Edge = {
  readonly from: LngLat
  readonly to: LngLat
  readonly startsAtMetres: number
  readonly lengthMetres: number
}

/** A drawn line cut into edges. Gaps between the parts of a MultiLineString add no length. */
export type DrawnLine = { readonly edges: readonly Edge[]; readonly lengthMetres: number }

/** Where on an edge a position has its nearest point. */
export type Foot = { readonly at: LngLat; readonly distanceMetres: number; readonly alongMetres: number }

/** The first two numbers of a GeoJSON position; an altitude is let go. RangeError if they are not there. */
export function lngLatOfPosition(position: Position): LngLat {
  const [lng, lat] = position
  if (lng === undefined || lat === undefined || !Number.isFinite(lng) || !Number.isFinite(lat)) {
    throw new RangeError(`no position: ${JSON.stringify(position)}`)
  }
  return [lng, lat]
}

/** Cuts a line into edges, lengths on the mean sphere. A line of a single place is one edge of no length; RangeError on none. */
export function drawnLineOf(geometry: LineString | MultiLineString): DrawnLine {
  const parts = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
  const edges: Edge[] = []
  let lengthMetres = 0
  for (const part of parts) {
    const places = part.map(lngLatOfPosition)
    for (const [i, to] of places.entries()) {
      const from = places[i - 1] ?? to
      if (i === 0 && places.length > 1) continue
      const edge = { from, to, startsAtMetres: lengthMetres, lengthMetres: metresBetween(from, to) }
      edges.push(edge)
      lengthMetres += edge.lengthMetres
    }
  }
  if (edges.length === 0) throw new RangeError('a line without positions')
  return { edges, lengthMetres }
}

/** Both ends of an edge and places spread evenly between them, no two further apart than so many metres (above 0). */
export function placesAlong({ from, to, lengthMetres }: Edge, atMostMetres: number): LngLat[] {
  const steps = Math.max(1, Math.ceil(lengthMetres / atMostMetres))
  return Array.from(
    { length: steps + 1 },
    (_, i): LngLat => [from[0] + ((to[0] - from[0]) * i) / steps, from[1] + ((to[1] - from[1]) * i) / steps],
  )
}

/**
 * The point of an edge nearest to a position. The edge is straight in degrees, as GeoJSON has it;
 * worked out on the plane that touches the earth at the position, so exact where it matters, close by.
 */
export function footOnEdge(edge: Edge, place: LngLat): Foot {
  const metresPerDegreeEast = metresPerDegree * Math.cos(place[1] * radiansPerDegree)
  const startEast = (edge.from[0] - place[0]) * metresPerDegreeEast
  const startNorth = (edge.from[1] - place[1]) * metresPerDegree
  const east = (edge.to[0] - edge.from[0]) * metresPerDegreeEast
  const north = (edge.to[1] - edge.from[1]) * metresPerDegree
  const squared = east * east + north * north
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, -(startEast * east + startNorth * north) / squared))
  const at: LngLat = [
    edge.from[0] + (edge.to[0] - edge.from[0]) * share,
    edge.from[1] + (edge.to[1] - edge.from[1]) * share,
  ]
  return {
    at,
    distanceMetres: metresBetween(place, at),
    alongMetres: edge.startsAtMetres + edge.lengthMetres * share,
  }
}
