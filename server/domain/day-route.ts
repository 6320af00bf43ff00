import { type LngLat, metresBetween } from './distance.ts'

/** As many as one car looks at in a day, and as a link still carries. */
export const mostStops = 50

export interface DayRoute {
  /** Indexes of the places in the order to go to them. */
  readonly order: readonly number[]
  /** Straight metres to each of them from the one before; to the first from where one sets out, else 0. */
  readonly legMetres: readonly number[]
  readonly totalMetres: number
}

/** A shorter way must be shorter by this much: rounding never turns the search in circles. */
const leastGainMetres = 0.01

/**
 * A sensible order through so many WGS-84 places, from where one stands, or from the first of them where that is null;
 * it need not come back. Nearest neighbour and the given order, each put right by turning and moving stretches (2-opt
 * and or-opt), the shorter of both: never longer than the order given. By straight distance, so a guide and no promise
 * of road kilometres. RangeError beyond `mostStops`.
 */
export function dayRoute(places: readonly LngLat[], from: LngLat | null): DayRoute {
  if (places.length > mostStops) throw new RangeError(`no more than ${mostStops} stops: ${places.length}`)
  const spots = from === null ? places : [from, ...places]
  const between = spots.map((a) => spots.map((b) => metresBetween(a, b)))
  const metres = (a: number | undefined, b: number | undefined): number =>
    a === undefined || b === undefined ? 0 : (between[a]?.[b] ?? 0)
  const length = (way: readonly number[]): number =>
    way.reduce((sum, spot, at) => sum + (at === 0 ? 0 : metres(way[at - 1], spot)), 0)
  const given = spots.map((_, spot) => spot)
  const ways = [nearestFirst(given, metres), given].map((way) => improved(way, metres, length))
  const best = ways.reduce((shortest, way) => (length(way) < length(shortest) ? way : shortest), given)
  const stops = from === null ? best : best.slice(1)
  const legMetres = best.map((spot, at) => (at === 0 ? 0 : metres(best[at - 1], spot)))
  return {
    order: from === null ? stops : stops.map((spot) => spot - 1),
    legMetres: from === null ? legMetres : legMetres.slice(1),
    totalMetres: length(best),
  }
}

type Metres = (a: number | undefined, b: number | undefined) => number

const nearestFirst = (spots: readonly number[], metres: Metres): number[] => {
  const left = new Set(spots)
  const way: number[] = []
  for (let next = spots[0]; next !== undefined; ) {
    const here = next
    way.push(here)
    left.delete(here)
    next = undefined
    for (const spot of left) if (next === undefined || metres(here, spot) < metres(here, next)) next = spot
  }
  return way
}

/** Stretches are turned round, or carried elsewhere, as long as that makes the way shorter; the first spot stays first. */
const improved = (first: readonly number[], metres: Metres, length: (way: readonly number[]) => number): number[] => {
  let way = [...first]
  for (let shorter = true; shorter; ) {
    shorter = false
    for (let from = 1; from < way.length; from++)
      for (let to = from; to < way.length; to++) {
        const [before, begin, end, after] = [way[from - 1], way[from], way[to], way[to + 1]]
        const turned = metres(before, end) + metres(begin, after) - metres(before, begin) - metres(end, after)
        if (turned < -leastGainMetres) {
          way = [...way.slice(0, from), ...way.slice(from, to + 1).reverse(), ...way.slice(to + 1)]
          shorter = true
        }
      }
    const carried = carriedShorter(way, length)
    if (carried !== null) {
      way = carried
      shorter = true
    }
  }
  return way
}

const longestCarried = 3

/** The way with one to three neighbours put in at another place, where that is shorter; null where it never is. */
const carriedShorter = (way: readonly number[], length: (way: readonly number[]) => number): number[] | null => {
  const now = length(way)
  for (let size = 1; size <= longestCarried; size++)
    for (let from = 1; from + size <= way.length; from++) {
      const carried = way.slice(from, from + size)
      const rest = [...way.slice(0, from), ...way.slice(from + size)]
      for (let to = 1; to <= rest.length; to++) {
        const tried = [...rest.slice(0, to), ...carried, ...rest.slice(to)]
        if (length(tried) < now - leastGainMetres) return tried
      }
    }
  return null
}
