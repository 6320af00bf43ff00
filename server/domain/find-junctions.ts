import { bearingDegrees, type LngLat, metresBetween } from './distance.ts'
import {
  type JoiningRule,
  type Joint,
  type RoadLine,
  type RoadNode,
  type RoadPiece,
  roadGraphOf,
} from './road-graph.ts'

export interface MergingRule {
  /** Nodes joined by so short a piece of road are one junction: staggered Ts, both sides of a dual carriageway. */
  readonly mergeMetres: number
  /** The same along a link road. */
  readonly linkMetres: number
  /** No merged junction is wider, a roundabout apart. */
  readonly spanMetres: number
  /** A closed line no longer than this is a roundabout, whether it says so or not. */
  readonly ringMetres: number
}

export type JunctionRule = JoiningRule & MergingRule

/** All four figures are this project's choice (proposed): what one team at one place sees without walking on. */
export const usualJunctionRule: JunctionRule = {
  ...{ touchMetres: 2, crossingsMeet: true },
  ...{ mergeMetres: 25, linkMetres: 60, spanMetres: 60, ringMetres: 160 },
}

/** Three or more arms at one node of the network, before anything is merged. */
export interface JunctionNode {
  readonly lngLat: LngLat
  readonly arms: number
  readonly joint: Joint
}

export interface FoundJunction {
  /** Mean of the merged nodes; WGS-84. */
  readonly lngLat: LngLat
  /** Ways that leave it; both carriageways of one road are one way. */
  readonly arms: number
  /** Of every line that meets there, in the order of their letters. */
  readonly routeCodes: readonly string[]
  /** Of the lines without a code, those that have one. */
  readonly roadNames: readonly string[]
  readonly roadClasses: readonly string[]
  readonly nodes: readonly JunctionNode[]
}

export interface Finding {
  readonly junctions: readonly FoundJunction[]
  readonly nodes: readonly JunctionNode[]
  /** Merged places left with fewer than three arms: a carriageway that divides and joins again. */
  readonly onlyDivided: number
}

/** A way along the network from one junction node to the next, or to where the road ends. */
interface Chain {
  readonly from: RoadNode
  readonly to: RoadNode
  readonly pieces: readonly RoadPiece[]
  readonly metres: number
  /** Degrees from north in which it leaves `from`, looking some way along. */
  readonly bearing: number
}

/** Junctions where three or more drivable arms meet, in the order of longitude, then latitude. */
export const findJunctions = (lines: readonly RoadLine[], rule: JunctionRule = usualJunctionRule): Finding => {
  const graph = roadGraphOf(lines, rule)
  const nodes = graph.filter(({ pieces }) => pieces.length >= 3).sort(westFirst)
  const chains = new Map(nodes.map((node) => [node, node.pieces.map((piece) => chainFrom(node, piece))]))
  const groups = mergedNodes(nodes, chains, rule)
  const found = groups.map((group) => junctionOf(group, chains, rule))
  const junctions = found.filter(({ arms }) => arms >= 3).sort(westFirst)
  return { junctions, nodes: nodes.map(plainNode), onlyDivided: found.length - junctions.length }
}

const westFirst = ({ lngLat: [a, b] }: { lngLat: LngLat }, { lngLat: [c, d] }: { lngLat: LngLat }): number =>
  a - c || b - d
const plainNode = ({ lngLat, joint, pieces }: RoadNode): JunctionNode => ({ lngLat, joint, arms: pieces.length })

/** Looking so far along an arm tells its direction better than its first half metre. */
const lookMetres = 30

const chainFrom = (from: RoadNode, first: RoadPiece): Chain => {
  const pieces = [first]
  let [at, last, metres] = [first.a === from ? first.b : first.a, first, first.metres]
  let looked = at
  while (at.pieces.length === 2 && at !== from) {
    const next = at.pieces.find((piece) => piece !== last)
    if (!next) break
    ;[at, last, metres] = [next.a === at ? next.b : next.a, next, metres + next.metres]
    pieces.push(next)
    if (metres <= lookMetres) looked = at
  }
  return { from, to: at, pieces, metres, bearing: bearingDegrees(from.lngLat, looked.lngLat) }
}

type Chains = ReadonlyMap<RoadNode, readonly Chain[]>

const mergedNodes = (nodes: readonly RoadNode[], chains: Chains, rule: MergingRule): readonly RoadNode[][] => {
  const groupOf = new Map(nodes.map((node) => [node, [node]]))
  const join = (a: RoadNode, b: RoadNode, widest: number): void => {
    const [one, other] = [groupOf.get(a), groupOf.get(b)]
    if (!one || !other || one === other) return
    if (one.some((p) => other.some((q) => metresBetween(p.lngLat, q.lngLat) > widest))) return
    one.push(...other)
    for (const node of other) groupOf.set(node, one)
  }
  for (const ring of ringsOf(nodes, chains, rule.ringMetres)) {
    const [first] = ring
    if (first) for (const node of ring) join(first, node, Infinity)
  }
  const between = nodes
    .flatMap((node) => chains.get(node) ?? [])
    .filter(({ pieces, metres }) => metres <= (isLink(pieces) ? rule.linkMetres : rule.mergeMetres))
  // the shortest first, so that what is cut off by the span is what is furthest
  between.sort((p, q) => p.metres - q.metres || westFirst(p.from, q.from))
  for (const { from, to } of between) join(from, to, rule.spanMetres)
  // the corner that a slip road cuts off lies further from its ends than any staggered T
  const short = (node: RoadNode) => (chains.get(node) ?? []).filter(({ metres }) => metres <= rule.linkMetres)
  for (const { from, to } of between.filter(({ pieces }) => isLink(pieces)))
    for (const { to: corner } of short(from))
      if (short(to).some((chain) => chain.to === corner)) join(corner, from, rule.spanMetres)
  return [...new Set(groupOf.values())]
}

const isLink = (pieces: readonly RoadPiece[]): boolean =>
  pieces.every(({ lines }) => lines.every(({ link }) => link === true))

/** Nodes on each roundabout: on connected ways that say so, or on a short line that ends where it begins. */
const ringsOf = (nodes: readonly RoadNode[], chains: Chains, ringMetres: number): readonly RoadNode[][] => {
  const closed = new Map<RoadLine, boolean>()
  const onRing = (piece: RoadPiece): boolean =>
    piece.lines.some((line) => {
      const known = closed.get(line) ?? (line.roundabout === true || isSmallRing(line, ringMetres))
      closed.set(line, known)
      return known
    })
  const seen = new Set<RoadNode>()
  return nodes.flatMap((start) => {
    const ring: RoadNode[] = []
    for (const waiting = [start]; waiting.length > 0; ) {
      const node = waiting.pop()
      if (!node || seen.has(node)) continue
      seen.add(node)
      ring.push(node)
      for (const { pieces, to } of chains.get(node) ?? []) if (pieces.every(onRing) && chains.has(to)) waiting.push(to)
    }
    return ring.length > 1 ? [ring] : []
  })
}

const isSmallRing = ({ geometry: { coordinates } }: RoadLine, ringMetres: number): boolean => {
  const [[west, south] = [], last = []] = [coordinates[0], coordinates.at(-1)]
  if (coordinates.length < 4 || west !== last[0] || south !== last[1]) return false
  let metres = 0
  for (const [i, [lng = 0, lat = 0]] of coordinates.entries()) {
    const [fromLng = lng, fromLat = lat] = coordinates[i - 1] ?? []
    metres += metresBetween([fromLng, fromLat], [lng, lat])
  }
  return metres <= ringMetres
}

const junctionOf = (group: readonly RoadNode[], chains: Chains, rule: MergingRule): FoundJunction => {
  const inside = new Set(group)
  // a road that leaves and comes back from afar is two arms; a piece across the junction is none
  const isWithin = ({ from, to, pieces, metres }: Chain): boolean =>
    from !== to && inside.has(to) && (metres <= Math.max(rule.spanMetres, rule.linkMetres) || isRound(pieces))
  const isRound = (pieces: readonly RoadPiece[]): boolean =>
    pieces.every(({ lines }) => lines.some((line) => line.roundabout === true || isSmallRing(line, rule.ringMetres)))
  const all = group.flatMap((node) => chains.get(node) ?? [])
  const arms = all.filter((chain) => !isWithin(chain))
  const lines = all.flatMap(({ pieces: [first] }) => first?.lines ?? [])
  const mean = (axis: 0 | 1): number => group.reduce((sum, { lngLat }) => sum + lngLat[axis], 0) / group.length
  return {
    lngLat: [mean(0), mean(1)],
    arms: group.length === 1 ? arms.length : waysOf(arms),
    routeCodes: inOrder(lines.flatMap(({ routeCode }) => routeCode ?? [])),
    roadNames: inOrder(lines.flatMap(({ routeCode, name = '' }) => (routeCode === null && name !== '' ? [name] : []))),
    roadClasses: inOrder(lines.map(({ roadClass }) => roadClass)),
    nodes: group.map(plainNode).sort(westFirst),
  }
}

const inOrder = (words: readonly string[]): readonly string[] => [...new Set(words)].sort()

/** Carriageways of one road leave from two nodes of a junction in nearly the same direction (proposed). */
const carriagewayDegrees = 25

const waysOf = (arms: readonly Chain[]): number => {
  const ways: Chain[] = []
  for (const arm of arms) if (!ways.some((way) => isTwin(way, arm))) ways.push(arm)
  return ways.length
}

const isTwin = (p: Chain, q: Chain): boolean => {
  if (p.from === q.from) return false
  const turn = Math.abs(p.bearing - q.bearing)
  if (Math.min(turn, 360 - turn) > carriagewayDegrees) return false
  const [ofP, ofQ] = [p.pieces[0]?.lines ?? [], q.pieces[0]?.lines ?? []]
  return ofP.some((one) =>
    ofQ.some((other) =>
      one.routeCode === null && other.routeCode === null
        ? one.oneway === true && other.oneway === true
        : one.routeCode === other.routeCode && (one.oneway ?? true) && (other.oneway ?? true),
    ),
  )
}
