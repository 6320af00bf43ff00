import { Delaunay } from 'd3-delaunay'
import { distanceMetres, distanceToRingMetres, isInRing, type PlanePoint } from './plane.ts'

export type Link = { id: number; a: number; b: number; metres: number }
export type PlaceGraph = {
  places: readonly PlanePoint[]
  links: readonly Link[]
  linksAt: ReadonlyMap<number, readonly Link[]>
}

/** Neighbouring places joined where the straight way between them keeps well inside the county. */
export const makePlaceGraph = (places: readonly PlanePoint[], outline: readonly PlanePoint[]): PlaceGraph => {
  const { triangles, halfedges } = new Delaunay(places.flat())
  const links: Link[] = []
  halfedges.forEach((twin, edge) => {
    if (twin > edge) return
    const a = triangles[edge] ?? 0
    const b = triangles[edge % 3 === 2 ? edge - 2 : edge + 1] ?? 0
    const [from, to] = [places[a], places[b]]
    if (!from || !to) return
    const metres = distanceMetres(from, to)
    const isInside = [0.15, 0.3, 0.45, 0.6, 0.75, 0.9].every((t) => {
      const p: PlanePoint = [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]
      return isInRing(p, outline) && distanceToRingMetres(p, outline) > 0.09 * metres + 250
    })
    if (isInside) links.push({ id: links.length, a, b, metres })
  })
  const linksAt = new Map<number, Link[]>(places.map((_, i) => [i, []]))
  for (const link of links) for (const end of [link.a, link.b]) linksAt.get(end)?.push(link)
  return { places, links, linksAt }
}

export type Route = { places: number[]; links: Link[]; cost: number }

/**
 * The cheapest way from a place to the first place that is a goal (Dijkstra; a few hundred places, so a plain scan).
 * `cost` may be Infinity for a link that must not be used. Undefined where there is no way.
 */
export const cheapestRoute = (
  graph: PlaceGraph,
  from: number,
  isGoal: (place: number) => boolean,
  cost: (link: Link, to: number) => number,
): Route | undefined => {
  const best = new Map<number, { cost: number; via?: Link; before?: number }>([[from, { cost: 0 }]])
  const done = new Set<number>()
  for (;;) {
    let here = -1
    let least = Infinity
    for (const [place, known] of best) if (!done.has(place) && known.cost < least) [here, least] = [place, known.cost]
    if (here < 0) return undefined
    if (here !== from && isGoal(here)) {
      const places = [here]
      const links: Link[] = []
      let step = best.get(here)
      while (step?.via !== undefined && step.before !== undefined) {
        links.unshift(step.via)
        places.unshift(step.before)
        step = best.get(step.before)
      }
      return { places, links, cost: least }
    }
    done.add(here)
    for (const link of graph.linksAt.get(here) ?? []) {
      const to = link.a === here ? link.b : link.a
      const total = least + cost(link, to)
      if (total < (best.get(to)?.cost ?? Infinity)) best.set(to, { cost: total, via: link, before: here })
    }
  }
}
