import type { Geometry, Position } from 'geojson'
import {
  fieldsOf,
  mostRows,
  partOf,
  propertiesOf,
  type ReadFile,
  type ReadRow,
  type RowFault,
  Unreadable,
} from '../read-shape.ts'

export type Tags = Readonly<Record<string, string>>

export interface OsmWay {
  readonly id: number
  readonly tags: Tags
  readonly nodes: readonly number[]
}

export interface OsmRelation {
  readonly id: number
  readonly tags: Tags
  /** Ways alone, in their order; an area is made of outer and inner ones. */
  readonly ways: readonly { readonly id: number; readonly role: string }[]
}

/** What a reader of OpenStreetMap's formats hands over, element by element in the file's order. */
export interface OsmSink {
  readonly node: (id: number, longitude: number, latitude: number, tags: Tags | null) => void
  readonly way: (way: OsmWay) => void
  /** Read only where somebody asks. */
  readonly relation?: (relation: OsmRelation) => void
}

export const osmParts = ['roads', 'schools', 'villages'] as const
type OsmPart = (typeof osmParts)[number]

/**
 * What the public drives on, as junctions are counted there: tracks, paths and steps are nobody's road, and a service
 * way is a yard's own drive or a car park's aisle, whose mouths are no junctions.
 */
export const isDrivable = (highway: string): boolean =>
  /^(motorway|trunk|primary|secondary|tertiary)(_link)?$|^(unclassified|residential|living_street|road)$/.test(highway)

const belongsTo: Readonly<Record<OsmPart, (tags: Tags) => boolean>> = {
  roads: ({ highway }) => highway !== undefined && isDrivable(highway),
  schools: ({ amenity }) => amenity === 'school' || amenity === 'kindergarten',
  villages: ({ place }) => place === 'village' || place === 'hamlet' || place === 'town',
}

const mostNodes = 5_000_000

const middleOf = (positions: readonly Position[]): Position => {
  const sum = positions.reduce(([x = 0, y = 0], [lng = 0, lat = 0]) => [x + lng, y + lat], [0, 0])
  return sum.map((value) => Math.round((value / positions.length) * 1e7) / 1e7)
}

/** Roads, schools and villages of an extract, one of the three at a time; places drawn as an area by their middle. */
export const gatherOsm = (
  format: 'osm-pbf' | 'osm-xml',
  askedPart: string | null,
  read: (sink: OsmSink) => void,
): ReadFile => {
  const part = osmParts.find((one) => one === partOf(osmParts, askedPart)) ?? 'roads'
  const belongs = belongsTo[part]
  const places = new Map<number, readonly [number, number]>()
  const found: { readonly id: string; readonly tags: Tags; readonly at: Position | readonly number[] }[] = []
  read({
    node: (id, longitude, latitude, tags) => {
      if (places.size >= mostNodes) throw new Unreadable('too-many-rows', String(mostNodes))
      places.set(id, [longitude, latitude])
      if (part !== 'roads' && tags && belongs(tags)) found.push({ id: `node/${id}`, tags, at: [longitude, latitude] })
    },
    way: ({ id, tags, nodes }) => {
      if (belongs(tags)) found.push({ id: `way/${id}`, tags, at: nodes })
    },
  })
  if (found.length > mostRows) throw new Unreadable('too-many-rows', String(mostRows))
  const unreadable: RowFault[] = []
  const rows = found.flatMap(({ id, tags, at }, i): ReadRow[] => {
    const row = i + 1
    const properties = propertiesOf({ '@id': id, ...tags })
    if (id.startsWith('node/')) return [{ row, geometry: { type: 'Point', coordinates: [...at] }, properties }]
    // an extract is cut along a border: nodes beyond it are missing
    const line = at.flatMap((node): Position[] => {
      const place = places.get(node)
      return place ? [[...place]] : []
    })
    if (line.length < (part === 'roads' ? 2 : 1)) {
      unreadable.push({ row, fault: 'no-nodes', detail: id })
      return []
    }
    const geometry: Geometry =
      part === 'roads'
        ? { type: 'LineString', coordinates: line }
        : { type: 'Point', coordinates: middleOf(line.length > 1 ? line.slice(1) : line) }
    return [{ row, geometry, properties }]
  })
  return {
    ...{ format, rows, unreadable, fields: fieldsOf(rows), said: null, saidDatum: 'wgs84' },
    ...{ parts: osmParts, part, encoding: null, isTable: false },
  }
}
