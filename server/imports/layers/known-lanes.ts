import type { LineString, Position } from 'geojson'
import { type LngLat, metresBetween } from '../../domain/distance.ts'
import { drawnLineOf, lngLatOfPosition, placesAlong } from '../../domain/drawn-line.ts'
import { positionAtShare } from '../../domain/position-of-stake.ts'
import { indexZones } from '../../domain/zone-of-point.ts'
import { wordIn } from '../row-values.ts'
import type { ImportChoices } from '../wire.ts'
import type { PlacedRow, Setting } from './candidate.ts'
import { shortHash } from './segments.ts'
import { sourceId } from './source-id.ts'

/** Roads that came without a route code (lanes): what the county has and the file brings of them, so that none is doubled. */
export interface KnownLanes {
  /** The ids of a row's lines in their order. */
  readonly idsOf: (row: PlacedRow) => readonly string[]
  /** Whether the county has a road without a code under this id. */
  readonly isKnown: (id: string) => boolean
  /** The route that a line runs along all its way, or that the road of this id has become since; null for a road of its own. */
  readonly numberedAlong: (id: string, line: LineString) => string | null
  /** The county's lane that this line of a row now gives a code, or gave it before; null where there is none. */
  readonly laneOfRoute: (row: PlacedRow, piece: number, line: LineString, routeCode: string) => string | null
}

/** What two drawings of one lane differ by; the next lane of a village lies further off (proposed). */
const sameLaneMetres = 15
/** A survey's centre line and one drawn on a picture lie this close; a street beside the road does not (proposed). */
const alongMetres = 10
/** What is shorter may be the mouth of a side road, near the main road by nature. */
const leastAlongMetres = 50

const isSame = ([ax, ay]: Position, [bx, by]: Position): boolean => ax === bx && ay === by

/** Parts that go on where the one before ends are one line. */
export const joined = (parts: readonly Position[][]): Position[][] => {
  const lines: Position[][] = []
  for (const part of parts) {
    const last = lines.at(-1)
    const [end, start] = [last?.at(-1), part[0]]
    if (last && end && start && isSame(end, start)) last.push(...part.slice(1))
    else lines.push([...part])
  }
  return lines
}

export const linesOf = ({ geometry }: PlacedRow): LineString[] => {
  const lines =
    geometry?.type === 'LineString'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiLineString'
        ? joined(geometry.coordinates)
        : []
  return lines.map((coordinates) => ({ type: 'LineString', coordinates }))
}

export const nameOf = ({ source }: PlacedRow, { fields }: Pick<ImportChoices, 'fields'>): string =>
  wordIn(source, fields, 'name') ?? ''

/** A way has one number, however the file at hand writes it. */
const ownNumber = (row: PlacedRow): string | null => sourceId(row)?.replace(/^\S+ (way\/)?/, '') ?? null

const spelt = ({ coordinates }: LineString): string =>
  coordinates.map((at) => at.map((value) => value.toFixed(5)).join(' ')).join()

/** The same lane drawn anew, in whichever direction: its ends, its middle and its length are nearly those of the other. */
const isSameLane = (line: LineString, other: LineString): boolean => {
  const [ends, others] = [line, other].map(({ coordinates }) =>
    [coordinates[0], coordinates.at(-1)].flatMap((at) => (at ? [lngLatOfPosition(at)] : [])),
  )
  const [a, b] = ends ?? []
  const [c, d] = others ?? []
  if (!a || !b || !c || !d) return false
  const off = Math.min(
    Math.max(metresBetween(a, c), metresBetween(b, d)),
    Math.max(metresBetween(a, d), metresBetween(b, c)),
  )
  const share = drawnLineOf(line).lengthMetres / (drawnLineOf(other).lengthMetres || 1)
  return off <= sameLaneMetres && share > 0.9 && share < 1.1
}

/**
 * Which road each row without a code is. One that its source numbers is known by that number; else one of the same name
 * and nearly the same drawing is the county's own; what is new is named after its number or its drawing. Each road of
 * the county is taken once.
 */
export const knownLanesOf = (
  { known, choices }: Pick<Setting, 'known' | 'choices'>,
  rows: readonly PlacedRow[],
): KnownLanes => {
  const ours = rows.filter(({ source }) => wordIn(source, choices.fields, 'route') === null)
  const roads = new Map(known.roads.map((road) => [road.id, road]))
  const isKnown = (id: string): boolean => roads.get(id)?.routeCode === null
  const lanes = indexOf(known.roads.filter(({ id, routeCode }) => routeCode === null || id.startsWith(prefix)))
  const routes = indexOf(known.roads.filter(({ routeCode }) => routeCode !== null))
  const timesNumbered = new Map<string, number>()
  for (const row of rows) {
    const own = ownNumber(row)
    if (own !== null) timesNumbered.set(own, (timesNumbered.get(own) ?? 0) + 1)
  }
  // a way cut into several rows is not told by its number alone
  const idByNumber = (row: PlacedRow, piece: number): string | null => {
    const own = ownNumber(row)
    return own !== null && timesNumbered.get(own) === 1 ? `${prefix}${shortHash(own, piece)}` : null
  }
  const firstIds = ours.map((row) => {
    const name = nameOf(row, choices)
    return linesOf(row).map((line, piece) => idByNumber(row, piece) ?? `${prefix}${shortHash(name, spelt(line))}`)
  })
  const taken = new Set(firstIds.flat().filter((id) => roads.has(id)))
  const likeThis = (line: LineString, suits: (road: KnownRoad) => boolean): string | null => {
    const middle = positionAtShare(line, 0.5)
    const near = middle === null ? [] : lanes.nearestSegments(middle, sameLaneMetres)
    const like = near
      .map(({ zoneId }) => roads.get(zoneId))
      .find((one) => one && !taken.has(one.id) && suits(one) && isSameLane(line, one.geometry))
    if (like) taken.add(like.id)
    return like?.id ?? null
  }
  const idsOf = new Map(
    ours.map((row, i) => {
      const name = nameOf(row, choices)
      const suits = (road: KnownRoad): boolean => road.routeCode === null && road.name === name
      const ids = linesOf(row).map((line, piece) => {
        const id = firstIds[i]?.[piece] ?? ''
        return roads.has(id) ? id : (likeThis(line, suits) ?? id)
      })
      return [row.source, ids] as const
    }),
  )
  const codesAt = (place: LngLat): string[] =>
    routes.nearestSegments(place, alongMetres).flatMap(({ zoneId }) => roads.get(zoneId)?.routeCode ?? [])
  return {
    isKnown,
    idsOf: ({ source }) => idsOf.get(source) ?? [],
    numberedAlong: (id, line) => {
      const become = roads.get(id)?.routeCode ?? null
      const { edges, lengthMetres } = drawnLineOf(line)
      const [first] = edges
      if (become !== null || isKnown(id) || !first || lengthMetres < leastAlongMetres) return become
      // most lie by no such road, which their beginning tells
      let along = codesAt(first.from)
      for (const edge of edges) {
        if (along.length === 0) return null
        for (const place of placesAlong(edge, 2 * alongMetres)) {
          const here = codesAt(place)
          along = along.filter((code) => here.includes(code))
        }
      }
      return along[0] ?? null
    },
    laneOfRoute: (row, piece, line, routeCode) => {
      const suits = (road: KnownRoad | undefined): boolean =>
        road !== undefined && (road.routeCode === null || (road.routeCode === routeCode && road.id.startsWith(prefix)))
      const id = idByNumber(row, piece)
      return id !== null && suits(roads.get(id)) ? id : likeThis(line, suits)
    },
  }
}

type KnownRoad = Setting['known']['roads'][number]

const prefix = 'lane-'

const indexOf = (roads: readonly KnownRoad[]) =>
  indexZones(roads.map(({ id: zoneId, geometry }) => ({ zoneId, shape: 'segment', geometry }) as const))
