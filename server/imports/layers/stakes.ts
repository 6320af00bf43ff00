import type { LineString, Position } from 'geojson'
import { formatChainage } from '../../domain/chainage.ts'
import { drawnLineOf } from '../../domain/drawn-line.ts'
import { positionOfStake } from '../../domain/position-of-stake.ts'
import type { Found } from '../geometry-checks.ts'
import { found, type Setting } from './candidate.ts'

const pastTheEndMetres = 30

/** The point of a route that has a stake mark; a fault where the county's roads do not reach it. */
export const pointAtStake = ({ known }: Setting, routeCode: string, metres: number): Position | Found => {
  const roads = known.roads.filter((road) => road.routeCode === routeCode)
  if (roads.length === 0) return found('unknown-route', routeCode)
  const at = positionOfStake([], roads, routeCode, metres)
  return at ? [...at] : found('beyond-the-road', formatChainage(metres))
}

/** The part of a known road between two stake marks, in the order given. */
export const lineBetweenStakes = (
  { known }: Setting,
  routeCode: string,
  from: number,
  to: number,
): LineString | Found => {
  const roads = known.roads.filter((road) => road.routeCode === routeCode)
  if (roads.length === 0) return found('unknown-route', routeCode)
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  const road = roads.find(({ lengthMetres }) => last <= lengthMetres + pastTheEndMetres)
  if (!road) return found(roads.length > 1 ? 'not-one-line' : 'beyond-the-road', formatChainage(last))
  const { edges, lengthMetres } = drawnLineOf(road.geometry)
  const along = (metres: number): number => Math.min(lengthMetres, (metres / road.lengthMetres) * lengthMetres)
  const [start, end] = [along(first), along(last)]
  const coordinates: Position[] = []
  for (const { from: a, to: b, startsAtMetres, lengthMetres: own } of edges) {
    const at = (metres: number): Position => {
      const share = own === 0 ? 0 : (metres - startsAtMetres) / own
      return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
    }
    const ends = startsAtMetres + own
    if (ends < start || startsAtMetres > end) continue
    if (coordinates.length === 0) coordinates.push(at(Math.max(start, startsAtMetres)))
    coordinates.push(ends <= end ? [...b] : at(end))
  }
  if (coordinates.length < 2 || !(end > start)) return found('no-length')
  return { type: 'LineString', coordinates: from <= to ? coordinates : coordinates.reverse() }
}
