import type { LineString, Position } from 'geojson'
import { drawnLineOf } from '../../domain/drawn-line.ts'
import { positionAtShare } from '../../domain/position-of-stake.ts'
import { indexZones } from '../../domain/zone-of-point.ts'
import type { ReadRow } from '../read-shape.ts'
import { wordIn } from '../row-values.ts'
import type { ImportChoices } from '../wire.ts'
import { type Became, found, type PlacedRow, type Road, type Setting } from './candidate.ts'
import { routeIn, shortHash } from './segments.ts'

const isSame = ([ax, ay]: Position, [bx, by]: Position): boolean => ax === bx && ay === by

/** Parts that go on where the one before ends are one line. */
const joined = (parts: readonly Position[][]): Position[][] => {
  const lines: Position[][] = []
  for (const part of parts) {
    const last = lines.at(-1)
    const [end, start] = [last?.at(-1), part[0]]
    if (last && end && start && isSame(end, start)) last.push(...part.slice(1))
    else lines.push([...part])
  }
  return lines
}

/** Numbers that mean the same line in every file; a table's own count of its rows does not. */
const sourceId = ({ source: { properties } }: PlacedRow): string | null => {
  for (const name of ['@id', 'osm_id', 'osm_way']) {
    const value = properties[name]
    if (value !== null && value !== undefined && value !== '') return `${name} ${value}`
  }
  return null
}

const ends = ({ coordinates }: LineString): string =>
  [coordinates[0], coordinates.at(-1)].map((at) => at?.map((value) => value.toFixed(4)).join(' ')).join(' ')

/** Some tables call the route's code just code; where a column is the route's own, no other stands in for it. */
export const writtenRoute = (source: ReadRow, fields: ImportChoices['fields']): string | null =>
  wordIn(source, fields, fields.route === null ? 'code' : 'route')

type KnownRoad = Setting['known']['roads'][number]

/** How often each route is met in the file, and the county's roads of it. */
export type RouteCounts = (routeCode: string) => { readonly inFile: number; readonly known: readonly KnownRoad[] }

const sameRoadMetres = 100

const liesOn = (line: LineString, other: LineString): boolean => {
  const middle = positionAtShare(line, 0.5)
  const index = indexZones([{ zoneId: 'other', shape: 'segment', geometry: other }])
  return middle !== null && index.nearestSegments(middle, sameRoadMetres).length > 0
}

/** Drawn anew, and not another piece of its route: each lies on the other, and neither is a small part of it. */
const isSameRoad = (line: LineString, road: KnownRoad): boolean => {
  const share = drawnLineOf(line).lengthMetres / (drawnLineOf(road.geometry).lengthMetres || 1)
  return share > 0.5 && share < 2 && liesOn(line, road.geometry) && liesOn(road.geometry, line)
}

/** A road under its route code, from nought to its length as drawn. */
export const becomeRoad = (setting: Setting, row: PlacedRow, countsOf: RouteCounts): Became => {
  const { choices } = setting
  const { geometry, source } = row
  if (geometry === null) return found('no-geometry')
  if (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString')
    return found('another-shape', geometry.type)
  const written = writtenRoute(source, choices.fields)
  if (written === null) return found('no-route-code')
  const route = routeIn(written)
  if (route === null) return found('not-a-route-code', written)
  const { code: routeCode, roadClass } = route
  const { inFile, known: sameRoute } = countsOf(routeCode)
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : joined(geometry.coordinates)
  const [[onlyKnown, another], [onlyLine = [], more]] = [sameRoute, lines]
  const isDrawnAnew =
    inFile === 1 &&
    onlyKnown &&
    !another &&
    !more &&
    isSameRoad({ type: 'LineString', coordinates: onlyLine }, onlyKnown)
  const name = wordIn(source, choices.fields, 'name') ?? setting.lines.nameOfRoute(routeCode) ?? routeCode
  const own = sourceId(row)
  const roads = lines.map((coordinates, piece): Road => {
    const line: LineString = { type: 'LineString', coordinates }
    const id = isDrawnAnew ? onlyKnown.id : `road-${routeCode}-${shortHash(own ?? ends(line), piece)}`
    const lengthMetres = Math.round(drawnLineOf(line).lengthMetres)
    return { id, routeCode, name, roadClass, lengthMetres, geometry: line, invented: false }
  })
  if (roads.length === 0) return found('empty')
  if (roads.every(({ lengthMetres }) => lengthMetres === 0)) return found('no-length')
  return {
    roads: roads.filter(({ lengthMetres }) => lengthMetres > 0),
    notes: roads.length > 1 ? [found('many-pieces', String(roads.length))] : [],
  }
}
