import type { LineString } from 'geojson'
import { drawnLineOf } from '../../domain/drawn-line.ts'
import { positionAtShare } from '../../domain/position-of-stake.ts'
import { indexZones } from '../../domain/zone-of-point.ts'
import type { ReadRow } from '../read-shape.ts'
import { wordIn } from '../row-values.ts'
import type { ImportChoices } from '../wire.ts'
import { type Became, found, type PlacedRow, type Road, type Setting } from './candidate.ts'
import { joined, type KnownLanes } from './known-lanes.ts'
import { routeIn, shortHash } from './segments.ts'
import { sourceId } from './source-id.ts'
import { becomeUnnumbered } from './unnumbered-roads.ts'

const ends = ({ coordinates }: LineString): string =>
  [coordinates[0], coordinates.at(-1)].map((at) => at?.map((value) => value.toFixed(4)).join(' ')).join(' ')

/**
 * The column of the route's code. Some tables call it just code: that one stands in where no other is the route's own
 * and at least one of its cells is a route code; else the file's roads have none.
 */
export const routeFieldOf = (rows: readonly ReadRow[], fields: ImportChoices['fields']): string | null => {
  if (fields.route !== null) return fields.route
  return rows.some((row) => routeIn(wordIn(row, fields, 'code') ?? '') !== null) ? fields.code : null
}

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

/** A road under its route code, from nought to its length as drawn; without a code, as the rules of those have it. */
export const becomeRoad = (setting: Setting, row: PlacedRow, countsOf: RouteCounts, lanes: KnownLanes): Became => {
  const { choices } = setting
  const { geometry, source } = row
  if (geometry === null) return found('no-geometry')
  if (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString')
    return found('another-shape', geometry.type)
  const written = wordIn(source, choices.fields, 'route')
  if (written === null) return becomeUnnumbered(setting, row, lanes)
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
    const named = `road-${routeCode}-${shortHash(own ?? ends(line), piece)}`
    const isNamed = sameRoute.some(({ id }) => id === named)
    // a road that had no code until today keeps its place among the county's
    const lane = isDrawnAnew || isNamed ? null : lanes.laneOfRoute(row, piece, line, routeCode)
    const id = isDrawnAnew ? onlyKnown.id : (lane ?? named)
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
