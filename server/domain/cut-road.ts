import type { LngLat } from './distance.ts'
import { metresBetween } from './distance.ts'
import { type DrawnLine, drawnLineOf } from './drawn-line.ts'
import type { DrawnRoad, DrawnZone } from './place-index.ts'
import { pastTheEndMetres } from './position-of-stake.ts'

/** A piece of a road between two stakes, drawn in the direction in which they grow. */
export interface CutPiece {
  readonly fromMetres: number
  readonly toMetres: number
  readonly line: DrawnLine
}

/** A line along which stakes are counted; `startMetres` is the stake of its first position, whichever is the greater. */
interface StakedLine {
  readonly startMetres: number
  readonly endMetres: number
  readonly byRoad: boolean
  readonly geometry: Parameters<typeof drawnLineOf>[0]
}

const linesOf = (zones: readonly DrawnZone[], roads: readonly DrawnRoad[], routeCode: string): StakedLine[] => [
  ...zones.flatMap(({ routeCode: route, fromMetres, toMetres, geometry }): StakedLine[] =>
    route !== routeCode ||
    fromMetres === null ||
    toMetres === null ||
    fromMetres === toMetres ||
    geometry.type === 'Polygon' ||
    geometry.type === 'MultiPolygon'
      ? []
      : [{ startMetres: fromMetres, endMetres: toMetres, byRoad: false, geometry }],
  ),
  ...roads.flatMap(({ routeCode: route, lengthMetres, geometry }): StakedLine[] =>
    route !== routeCode || lengthMetres <= 0
      ? []
      : [{ startMetres: 0, endMetres: lengthMetres, byRoad: true, geometry }],
  ),
]

const lowest = ({ startMetres, endMetres }: StakedLine): number => Math.min(startMetres, endMetres)
const highest = ({ startMetres, endMetres }: StakedLine): number => Math.max(startMetres, endMetres)

/**
 * A route's drawing between two stakes (metres, the first the smaller), in pieces: each by the segment zone whose own
 * stakes hold it, else by the road from nought to its measured length, as positionOfStake finds a single stake.
 * Null where a part of it lies on no line, or beyond the end by more than a stake may.
 */
export const cutRoad = (
  zones: readonly DrawnZone[],
  roads: readonly DrawnRoad[],
  routeCode: string,
  { fromMetres, toMetres }: { readonly fromMetres: number; readonly toMetres: number },
): readonly CutPiece[] | null => {
  const lines = linesOf(zones, roads, routeCode)
  const pieces: CutPiece[] = []
  for (let at = fromMetres; at < toMetres; ) {
    const here = lines.find((line) => lowest(line) <= at && at < highest(line))
    if (!here) return pieces.length > 0 && toMetres - at <= pastTheEndMetres ? pieces : null
    const ends = lines.filter((line) => !line.byRoad && lowest(line) > at).map(lowest)
    const until = Math.min(toMetres, highest(here), ...(here.byRoad ? ends : []))
    pieces.push({ fromMetres: at, toMetres: until, line: pieceOf(here, at, until) })
    at = until
  }
  return pieces
}

const pieceOf = ({ startMetres, endMetres, geometry }: StakedLine, from: number, until: number): DrawnLine => {
  const { edges, lengthMetres } = drawnLineOf(geometry)
  const alongOf = (chainage: number): number => ((chainage - startMetres) / (endMetres - startMetres)) * lengthMetres
  const [low, high] = [Math.min(alongOf(from), alongOf(until)), Math.max(alongOf(from), alongOf(until))]
  const parts: LngLat[][] = []
  for (const { from: a, to: b, startsAtMetres, lengthMetres: long } of edges) {
    if (startsAtMetres + long <= low || startsAtMetres >= high) continue
    const on = (along: number): LngLat => {
      const share = long > 0 ? Math.min(1, Math.max(0, (along - startsAtMetres) / long)) : 0
      // the end of one edge is the beginning of the next to the last decimal
      return share === 1 ? b : [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
    }
    const last = parts.at(-1)
    const begins = on(low)
    if (last && isSame(last.at(-1), begins)) last.push(on(high))
    else parts.push([begins, on(high)])
  }
  if (endMetres < startMetres) for (const part of parts.reverse()) part.reverse()
  return drawnLineOf({
    type: 'MultiLineString',
    coordinates: parts.map((part) => part.map(([lng, lat]) => [lng, lat])),
  })
}

const isSame = (a: LngLat | undefined, b: LngLat): boolean => a !== undefined && a[0] === b[0] && a[1] === b[1]

/** The position of a stake on what was cut; the nearest end for a stake outside. RangeError on nothing cut. */
export const positionOnCut = (pieces: readonly CutPiece[], chainageMetres: number): LngLat => {
  const piece = pieces.find(({ toMetres }) => chainageMetres <= toMetres) ?? pieces.at(-1)
  if (!piece) throw new RangeError('nothing was cut')
  const { fromMetres, toMetres, line } = piece
  const share = Math.min(1, Math.max(0, (chainageMetres - fromMetres) / (toMetres - fromMetres)))
  const along = share * line.lengthMetres
  const edge = line.edges.find((one) => along <= one.startsAtMetres + one.lengthMetres) ?? line.edges.at(-1)
  if (!edge) throw new RangeError('a line without positions')
  const on = edge.lengthMetres > 0 ? Math.min(1, (along - edge.startsAtMetres) / edge.lengthMetres) : 0
  return [edge.from[0] + (edge.to[0] - edge.from[0]) * on, edge.from[1] + (edge.to[1] - edge.from[1]) * on]
}

/** Two lines that were surveyed apart still meet; further from each other they are shown as two. */
const meetsWithinMetres = 20

/** What was cut as lines of positions, in the order of its stakes; more than one where the drawing has gaps. */
export const linesOfCut = (pieces: readonly CutPiece[]): LngLat[][] => {
  const lines: LngLat[][] = []
  for (const { line } of pieces)
    for (const { from, to } of line.edges) {
      const last = lines.at(-1)
      const end = last?.at(-1)
      if (last && end && metresBetween(end, from) <= meetsWithinMetres) {
        if (metresBetween(end, from) > 0.5) last.push(from)
        last.push(to)
      } else lines.push([from, to])
    }
  return lines
}
