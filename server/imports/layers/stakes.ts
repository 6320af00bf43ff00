import type { LineString, MultiLineString, Position } from 'geojson'
import { formatChainage } from '../../domain/chainage.ts'
import { cutRoad, linesOfCut } from '../../domain/cut-road.ts'
import { positionOfStake } from '../../domain/position-of-stake.ts'
import type { Found } from '../geometry-checks.ts'
import { found, type Setting } from './candidate.ts'

/** A road in several pieces counts each from its own nought: then only the stakes of its segments tell which is meant. */
const onlyRoadOf = ({ known }: Setting, routeCode: string, stake: number) => {
  const [road, another] = known.roads.filter((one) => one.routeCode === routeCode)
  if (!road) return found('unknown-route', routeCode)
  return another ? found('not-one-line', formatChainage(stake)) : road
}

/** The point of a route that has a stake mark; a fault where nothing tells where on the route it stands. */
export const pointAtStake = (setting: Setting, routeCode: string, metres: number): Position | Found => {
  const staked = positionOfStake(setting.known.zones, [], routeCode, metres)
  if (staked) return [...staked]
  const road = onlyRoadOf(setting, routeCode, metres)
  if ('fault' in road) return road
  const at = positionOfStake([], [road], routeCode, metres)
  return at ? [...at] : found('beyond-the-road', formatChainage(metres))
}

/** The part of a known road between two stake marks, in the order given. */
export const lineBetweenStakes = (
  setting: Setting,
  routeCode: string,
  from: number,
  to: number,
): LineString | MultiLineString | Found => {
  const between = { fromMetres: Math.min(from, to), toMetres: Math.max(from, to) }
  if (from === to) return found('no-length')
  const road = onlyRoadOf(setting, routeCode, between.toMetres)
  // a road that is drawn whole and anew moves the stretches along it
  const cut =
    'fault' in road ? cutRoad(setting.known.zones, [], routeCode, between) : cutRoad([], [road], routeCode, between)
  if (!cut) return 'fault' in road ? road : found('beyond-the-road', formatChainage(between.toMetres))
  const lines = linesOfCut(cut).map((line) => line.map(([lng, lat]): Position => [lng, lat]))
  if (to < from) for (const line of lines.reverse()) line.reverse()
  const [only, another] = lines
  if (!only) return found('no-length')
  return another ? { type: 'MultiLineString', coordinates: lines } : { type: 'LineString', coordinates: only }
}
