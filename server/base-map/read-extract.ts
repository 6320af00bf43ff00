import type { Feature, Position } from 'geojson'
import type { Bounds } from '../domain/distance.ts'
import type { OsmSink, OsmWay, Tags } from '../imports/readers/gather-osm.ts'
import { closeRings, withHoles } from './close-rings.ts'
import { type GroundFeature, groundFeature } from './ground-feature.ts'
import { metresWritten, nameOf, type OsmKind, pointKind, relationKind, wayKind } from './osm-kinds.ts'

interface Area {
  readonly kind: OsmKind
  readonly tags: Tags
  readonly ways: readonly { readonly id: number; readonly role: string }[]
}

const isClosed = (nodes: readonly number[]): boolean => nodes.length > 3 && nodes[0] === nodes.at(-1)

const properties = ({ layer, kind }: OsmKind, tags: Tags): Record<string, string | number> => {
  if (layer === 'buildings') return {}
  if (layer === 'land') return { kind }
  const name = nameOf(tags)
  const ref = layer === 'ways' ? tags['ref'] : undefined
  const metres = layer === 'names' ? metresWritten(tags['ele']) : null
  return {
    ...{ kind },
    ...(name === '' ? {} : { name }),
    ...(ref === undefined ? {} : { ref }),
    ...(metres === null ? {} : { metres }),
  }
}

/**
 * What an extract holds of the ground within the bounds. It is gone through three times, so that only what is drawn
 * there is ever kept: which nodes lie within, which ways touch them, and where all the nodes of those ways lie.
 */
export const readExtract = (read: (sink: OsmSink) => void, bounds: Bounds): GroundFeature[] => {
  const { west, south, east, north } = bounds
  const within = new Set<number>()
  const areas: Area[] = []
  const membersOfAreas = new Set<number>()
  const features: GroundFeature[] = []
  read({
    node: (id, longitude, latitude, tags) => {
      if (longitude < west || longitude > east || latitude < south || latitude > north) return
      within.add(id)
      const kind = tags && pointKind(tags)
      if (!kind) return
      const geometry = { type: 'Point' as const, coordinates: [longitude, latitude] }
      features.push(groundFeature(kind.layer, kind.fromZoom, geometry, properties(kind, tags)))
    },
    way: () => undefined,
    relation: ({ tags, ways }) => {
      const kind = relationKind(tags)
      if (!kind) return
      areas.push({ kind, tags, ways })
      for (const { id } of ways) membersOfAreas.add(id)
    },
  })
  const drawn: (OsmWay & { readonly kind: OsmKind })[] = []
  const members = new Map<number, readonly number[]>()
  const touching = new Set<number>()
  read({
    node: () => undefined,
    way: (way) => {
      const touches = way.nodes.some((node) => within.has(node))
      if (membersOfAreas.has(way.id)) {
        members.set(way.id, way.nodes)
        if (touches) touching.add(way.id)
      }
      const kind = touches ? wayKind(way.tags, isClosed(way.nodes)) : null
      if (kind) drawn.push({ ...way, kind })
    },
  })
  const near = areas.filter(({ ways }) => ways.some(({ id }) => touching.has(id)))
  const wanted = new Map<number, Position | null>()
  for (const { nodes } of drawn) for (const node of nodes) wanted.set(node, null)
  for (const { ways } of near)
    for (const { id } of ways) for (const node of members.get(id) ?? []) wanted.set(node, null)
  read({
    node: (id, longitude, latitude) => {
      if (wanted.has(id)) wanted.set(id, [longitude, latitude])
    },
    way: () => undefined,
  })
  // an extract is cut along a border: nodes beyond it are missing
  const placed = (nodes: readonly number[]): Position[] => {
    const line: Position[] = []
    for (const node of nodes) {
      const place = wanted.get(node)
      if (place) line.push(place)
    }
    return line
  }
  for (const { kind, tags, nodes } of drawn) {
    const geometry = geometryOf(kind, placed(nodes))
    if (geometry) features.push(groundFeature(kind.layer, kind.fromZoom, geometry, properties(kind, tags)))
  }
  for (const { kind, tags, ways } of near) {
    const rings = (inner: boolean): Position[][] =>
      closeRings(ways.flatMap(({ id, role }) => ((role === 'inner') === inner ? [members.get(id) ?? []] : [])))
        .map((nodes) => {
          const ring = placed(nodes)
          return ring.length < 3 ? [] : [...ring, ...ring.slice(0, 1)]
        })
        .filter(({ length }) => length >= 4)
    const polygons = withHoles(rings(false), rings(true))
    if (polygons.length === 0) continue
    const geometry = { type: 'MultiPolygon' as const, coordinates: polygons }
    features.push(groundFeature(kind.layer, kind.fromZoom, geometry, properties(kind, tags)))
  }
  return features
}

const geometryOf = ({ form }: OsmKind, line: Position[]): Feature['geometry'] | null => {
  if (form === 'line') return line.length < 2 ? null : { type: 'LineString', coordinates: line }
  const [first] = line
  const last = line.at(-1)
  if (!first || !last || line.length < 4) return null
  const closed = first[0] === last[0] && first[1] === last[1]
  return { type: 'Polygon', coordinates: [closed ? line : [...line, first]] }
}
