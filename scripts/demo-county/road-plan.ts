import { cheapestRoute, type Link, makePlaceGraph, type PlaceGraph, type Route } from './place-graph.ts'
import type { PlanePoint } from './plane.ts'
import type { SeededRandom } from './seeded-random.ts'

export type PlannedRoad = { letter: 'G' | 'S' | 'X' | 'Y' | 'C'; places: number[] }
export type RoadPlan = { places: readonly PlanePoint[]; roads: PlannedRoad[] }

export type PlaceToServe = { point: PlanePoint; township: number; isSeat: boolean; isCountySeat: boolean }

/** What is wanted of each class. Village roads are made up to their number by spurs, see spur-roads.ts. */
const wanted = { county: 15, township: 62, villageLinks: 70 } as const

type Desk = {
  graph: PlaceGraph
  used: Set<number>
  reached: Set<number>
  roads: PlannedRoad[]
  hills: Map<number, number>
}

const build = (desk: Desk, letter: PlannedRoad['letter'], route: Route) => {
  for (const link of route.links) desk.used.add(link.id)
  for (const place of route.places) desk.reached.add(place)
  desk.roads.push({ letter, places: route.places })
}

/** A link costs its length, more where it is hilly, and cannot be used twice. */
const costOf = (desk: Desk, link: Link) =>
  desk.used.has(link.id) ? Infinity : link.metres * (desk.hills.get(link.id) ?? 1)

const planMainRoads = (desk: Desk, served: readonly PlaceToServe[], middle: number) => {
  const places = desk.graph.places
  const extreme = (score: (p: PlanePoint) => number) =>
    places.reduce((best, p, i) => (score(p) > score(places[best] ?? p) ? i : best), 0)
  const favourSeats = (link: Link, to: number) => costOf(desk, link) * (served[to]?.isSeat ? 0.42 : 1)
  const through = (from: number, by: number, to: number) => {
    const [first, second] = [from, to].map((end) => cheapestRoute(desk.graph, by, (p) => p === end, favourSeats))
    if (!first || !second) return undefined
    return {
      places: [...first.places.toReversed(), ...second.places.slice(1)],
      links: [...first.links, ...second.links],
      cost: 0,
    }
  }
  const west = extreme((p) => -p[0] - 0.2 * Math.abs(p[1]))
  const east = extreme((p) => p[0] - 0.2 * Math.abs(p[1]))
  const national = through(west, middle, east)
  if (national) build(desk, 'G', national)
  const south = extreme((p) => -p[1] - 0.2 * Math.abs(p[0]))
  const north = extreme((p) => p[1] - 0.2 * Math.abs(p[0]))
  const provincial = through(north, middle, south)
  if (provincial) build(desk, 'S', provincial)
  const corner = extreme((p) => 0.8 * p[0] + p[1])
  const other = extreme((p) => -0.8 * p[0] - p[1])
  const second = cheapestRoute(desk.graph, corner, (p) => p === other, favourSeats)
  if (second) build(desk, 'S', second)
}

/**
 * A tree from the network out to every place it can reach: each place hangs on the one before it on its way in.
 * Between the shortest tree and the one of shortest ways (Prim with a share of Dijkstra), as roads really grow.
 */
const growTree = (desk: Desk, shareOfWay: number, favour: (place: number) => number) => {
  const inward = new Map<number, { link: Link; to: number; metres: number }>()
  const metresOut = new Map<number, number>([...desk.reached].map((place) => [place, 0]))
  const offers: { link: Link; place: number; to: number; metres: number; key: number }[] = []
  const offer = (from: number) => {
    for (const link of desk.graph.linksAt.get(from) ?? []) {
      const place = link.a === from ? link.b : link.a
      const step = costOf(desk, link)
      const before = metresOut.get(from) ?? 0
      if (!metresOut.has(place) && step < Infinity)
        offers.push({ link, place, to: from, metres: before + step, key: step * favour(place) + shareOfWay * before })
    }
  }
  for (const place of desk.reached) offer(place)
  for (;;) {
    const open = offers.filter((o) => !metresOut.has(o.place))
    const best = open.reduce(
      (a, b) => (b.key < a.key ? b : a),
      open[0] ?? { key: Infinity, place: -1, to: -1, metres: 0 },
    )
    if (!('link' in best)) return inward
    inward.set(best.place, { link: best.link, to: best.to, metres: best.metres })
    metresOut.set(best.place, best.metres)
    offer(best.place)
  }
}

/** Lays the tree's ways in from the chosen places as roads, the longest first, each up to where it meets one laid. */
const layTree = (desk: Desk, letter: 'X' | 'Y' | 'C', starts: readonly number[], most: number) => {
  const ours = new Set(starts)
  const inward =
    letter === 'X' ? growTree(desk, 0.12, (place) => (ours.has(place) ? 0.5 : 1)) : growTree(desk, 0, () => 1)
  const waiting = new Set(starts.filter((place) => inward.has(place)))
  for (let laid = 0; laid < most && waiting.size > 0; laid++) {
    let best: Route = { places: [], links: [], cost: -1 }
    for (const start of waiting) {
      const route: Route = { places: [start], links: [], cost: 0 }
      for (let at = start; !desk.reached.has(at); ) {
        const step = inward.get(at)
        if (!step) break
        at = step.to
        route.places.push(at)
        route.links.push(step.link)
        route.cost += step.link.metres
      }
      if (route.cost > best.cost) best = route
    }
    if (best.links.length > 0) build(desk, letter, best)
    for (const place of best.places) waiting.delete(place)
  }
}

const addLinks = (
  desk: Desk,
  letter: 'X' | 'Y' | 'C',
  random: SeededRandom,
  upTo: number,
  fits: (link: Link) => boolean,
) => {
  const free = random.shuffle(desk.graph.links.filter((link) => !desk.used.has(link.id) && fits(link)))
  for (const link of free) {
    if (desk.roads.filter((road) => road.letter === letter).length >= upTo) return
    build(desk, letter, { places: [link.a, link.b], links: [link], cost: link.metres })
  }
}

/**
 * Decides which places each road joins: the main roads first, then county roads to every seat, township roads to
 * every village, then links between neighbours. No link of the graph carries two roads.
 */
export const planRoads = (
  random: SeededRandom,
  served: readonly PlaceToServe[],
  outline: readonly PlanePoint[],
): RoadPlan => {
  const graph = makePlaceGraph(
    served.map((place) => place.point),
    outline,
  )
  // Between townships lies a ridge: roads cross it seldom, so that a township's villages meet at its own seat.
  const ridge = (link: Link) => (served[link.a]?.township === served[link.b]?.township ? 1 : 1.6)
  const hills = new Map(graph.links.map((link) => [link.id, ridge(link) * random.between(0.85, 1.35)]))
  const desk: Desk = { graph, used: new Set(), reached: new Set(), roads: [], hills }
  const notReached = () => served.flatMap((_, i) => (desk.reached.has(i) ? [] : [i]))
  const middle = Math.max(
    0,
    served.findIndex((place) => place.isCountySeat),
  )
  planMainRoads(desk, served, middle)
  const seats = served.flatMap((place, i) => (place.isSeat && !desk.reached.has(i) ? [i] : []))
  layTree(desk, 'X', seats, wanted.county)
  const betweenSeats = (link: Link) => served[link.a]?.isSeat === true || served[link.b]?.isSeat === true
  addLinks(desk, 'X', random, wanted.county, (link) => betweenSeats(link) && link.metres > 4500)
  layTree(desk, 'Y', notReached(), wanted.township)
  addLinks(desk, 'Y', random, wanted.township, (link) => link.metres > 2500)
  layTree(desk, 'C', notReached(), wanted.villageLinks)
  addLinks(desk, 'C', random, wanted.villageLinks, (link) => link.metres < 7500)
  return { places: graph.places, roads: desk.roads }
}
