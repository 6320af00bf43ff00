import Flatbush from 'flatbush'
import type { LineString } from 'geojson'
import { type LngLat, metresPerDegree, radiansPerDegree } from './distance.ts'
import { lngLatOfPosition } from './drawn-line.ts'

/** A drivable road as drawn; WGS-84. What is not known of it is left out. */
export interface RoadLine {
  readonly id: string
  readonly routeCode: string | null
  /** What people call it; told only of roads without a code. */
  readonly name?: string
  /** The county's class or OpenStreetMap's highway word; only handed on. */
  readonly roadClass: string
  readonly geometry: LineString
  /** 0 on the ground (usual), above it on a bridge, below in a tunnel: lines of two levels only meet where they share a vertex. */
  readonly level?: number
  readonly oneway?: boolean
  /** A ramp or slip road. */
  readonly link?: boolean
  readonly roundabout?: boolean
}

/** How lines came to meet at a node: in a vertex they share, an end that stops short, or lines drawn across each other. */
export type Joint = 'shared' | 'touching' | 'crossing'

export interface RoadNode {
  readonly lngLat: LngLat
  readonly joint: Joint
  readonly pieces: RoadPiece[]
}

/** A straight piece of road between two nodes; several lines where they are drawn over one another. */
export interface RoadPiece {
  readonly a: RoadNode
  readonly b: RoadNode
  readonly metres: number
  readonly lines: RoadLine[]
}

export interface JoiningRule {
  /** An end this close to another line meets it. 2 m, about what a hand on a screen misses by (proposed). */
  readonly touchMetres: number
  /** Whether lines of one level that are drawn across each other without a common vertex meet there. */
  readonly crossingsMeet: boolean
}

interface Vertex {
  readonly x: number
  readonly y: number
  readonly lngLat: LngLat
  joint: Joint
  /** The vertex this one was found to be the same as. */
  same: Vertex | null
}
interface Edge {
  readonly a: Vertex
  readonly b: Vertex
  readonly line: RoadLine
  readonly cuts: { readonly share: number; readonly at: Vertex }[]
}

/** Two spellings of one place: the seventh decimal is a centimetre. */
const keyOf = ([lng, lat]: LngLat): string => `${Math.round(lng * 1e7)} ${Math.round(lat * 1e7)}`

const rootOf = (vertex: Vertex): Vertex => {
  let root = vertex
  while (root.same) root = root.same
  return root
}

/**
 * The network that drawn lines make: every vertex a node, lines joined by the rule. Worked out on a plane touching the
 * earth at the lines' middle: lengths are right to 1 % within 0.7 degrees of latitude. RangeError on a position that is none.
 */
export const roadGraphOf = (lines: readonly RoadLine[], rule: JoiningRule): readonly RoadNode[] => {
  const edges = edgesOf(lines)
  if (edges.length === 0) return []
  const near = finderOf(edges)
  joinEnds(edges, near, rule.touchMetres)
  if (rule.crossingsMeet) joinCrossings(edges, near)
  return nodesOf(edges)
}

const edgesOf = (lines: readonly RoadLine[]): readonly Edge[] => {
  const drawn = lines.map((line) => ({ line, places: line.geometry.coordinates.map(lngLatOfPosition) }))
  let [south, north] = [90, -90]
  for (const { places } of drawn)
    for (const [, lat] of places) [south, north] = [Math.min(south, lat), Math.max(north, lat)]
  const east = metresPerDegree * Math.cos(((south + north) / 2) * radiansPerDegree)
  const vertices = new Map<string, Vertex>()
  const vertexAt = (lngLat: LngLat): Vertex => {
    const key = keyOf(lngLat)
    const known = vertices.get(key)
    if (known) return known
    const [lng, lat] = lngLat
    const made: Vertex = { x: lng * east, y: lat * metresPerDegree, lngLat, joint: 'shared', same: null }
    vertices.set(key, made)
    return made
  }
  return drawn.flatMap(({ line, places }) => {
    const along = places.map(vertexAt)
    return along.flatMap((b, i): Edge[] => {
      const a = along[i - 1]
      return a === undefined || a === b ? [] : [{ a, b, line, cuts: [] }]
    })
  })
}

type Finder = (x: number, y: number, reach: number) => readonly Edge[]
type Boxes = { readonly around: Finder; readonly over: (edge: Edge) => readonly Edge[] }

const finderOf = (edges: readonly Edge[]): Boxes => {
  const tree = new Flatbush(edges.length)
  for (const { a, b } of edges) tree.add(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y))
  tree.finish()
  const among = (found: readonly number[]): readonly Edge[] =>
    [...found].sort((p, q) => p - q).flatMap((i) => edges[i] ?? [])
  return {
    around: (x, y, reach) => among(tree.search(x - reach, y - reach, x + reach, y + reach)),
    over: ({ a, b }) =>
      among(tree.search(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y))),
  }
}

const levelOf = ({ line }: Edge): number => line.level ?? 0
const touches = (edge: Edge, vertex: Vertex): boolean =>
  [edge.a, edge.b, ...edge.cuts.map(({ at }) => at)].some((other) => rootOf(other) === rootOf(vertex))

/** Ends that nothing shares are carried to the nearest line within reach: to its vertex where one is as near, else into it. */
const joinEnds = (edges: readonly Edge[], { around }: Boxes, touchMetres: number): void => {
  const uses = new Map<Vertex, Edge[]>()
  for (const edge of edges) for (const end of [edge.a, edge.b]) uses.set(end, [...(uses.get(end) ?? []), edge])
  for (const [end, [own, ...others]] of uses) {
    if (own === undefined || others.length > 0) continue
    let best: { edge: Edge; share: number; metres: number } | null = null
    for (const edge of around(end.x, end.y, touchMetres)) {
      if (edge === own || levelOf(edge) !== levelOf(own) || touches(edge, end) || adjoins(edge, own, end)) continue
      const { share, metres } = footOf(edge, end)
      if (metres <= touchMetres && (best === null || metres < best.metres)) best = { edge, share, metres }
    }
    if (best === null) continue
    const { edge, share } = best
    const corner = [edge.a, edge.b].find(({ x, y }) => Math.hypot(x - end.x, y - end.y) <= touchMetres)
    if (corner && rootOf(corner) !== end) {
      rootOf(corner).joint = 'touching'
      end.same = rootOf(corner)
    } else if (!corner) {
      end.joint = 'touching'
      edge.cuts.push({ share, at: end })
    }
  }
}

/** The piece before the last one of the same line lies near its end by nature. */
const adjoins = (edge: Edge, own: Edge, end: Vertex): boolean => {
  const inner = own.a === end ? own.b : own.a
  return edge.line === own.line && (edge.a === inner || edge.b === inner)
}

const footOf = ({ a, b }: Edge, { x, y }: Vertex): { share: number; metres: number } => {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const share = Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy)))
  return { share, metres: Math.hypot(a.x + dx * share - x, a.y + dy * share - y) }
}

const joinCrossings = (edges: readonly Edge[], { over }: Boxes): void => {
  const order = new Map(edges.map((edge, i) => [edge, i]))
  for (const [i, edge] of edges.entries())
    for (const other of over(edge)) {
      if ((order.get(other) ?? 0) <= i || levelOf(edge) !== levelOf(other)) continue
      const ends = [edge.a, edge.b, ...edge.cuts.map(({ at }) => at)]
      if (ends.some((vertex) => touches(other, vertex))) continue
      const shares = crossingOf(edge, other)
      if (!shares) continue
      const at = vertexOn(edge, shares[0])
      if (at !== edge.a && at !== edge.b) edge.cuts.push({ share: shares[0], at })
      other.cuts.push({ share: shares[1], at })
      at.joint = 'crossing'
    }
}

/** Nearer than this share to its end, a crossing is the end itself. */
const nearEnd = 1e-6

const vertexOn = ({ a, b }: Edge, share: number): Vertex => {
  if (share <= nearEnd) return rootOf(a)
  if (share >= 1 - nearEnd) return rootOf(b)
  const between = (p: number, q: number): number => p + (q - p) * share
  const lngLat: LngLat = [between(a.lngLat[0], b.lngLat[0]), between(a.lngLat[1], b.lngLat[1])]
  return { x: between(a.x, b.x), y: between(a.y, b.y), lngLat, joint: 'crossing', same: null }
}

/** Shares of both edges at which they meet, or null; parallel ones never do. */
const crossingOf = (p: Edge, q: Edge): readonly [number, number] | null => {
  const [rx, ry] = [p.b.x - p.a.x, p.b.y - p.a.y]
  const [sx, sy] = [q.b.x - q.a.x, q.b.y - q.a.y]
  const across = rx * sy - ry * sx
  if (Math.abs(across) < 1e-9) return null
  const [dx, dy] = [q.a.x - p.a.x, q.a.y - p.a.y]
  const t = (dx * sy - dy * sx) / across
  const u = (dx * ry - dy * rx) / across
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? [t, u] : null
}

const nodesOf = (edges: readonly Edge[]): readonly RoadNode[] => {
  const nodes = new Map<Vertex, RoadNode>()
  const nodeOf = (vertex: Vertex): RoadNode => {
    const root = rootOf(vertex)
    const node = nodes.get(root) ?? { lngLat: root.lngLat, joint: root.joint, pieces: [] }
    nodes.set(root, node)
    return node
  }
  for (const { a, b, line, cuts } of edges) {
    const along = [a, ...[...cuts].sort((p, q) => p.share - q.share).map(({ at }) => at), b]
    for (const [i, to] of along.entries()) {
      const from = along[i - 1]
      if (from === undefined || rootOf(from) === rootOf(to)) continue
      const [start, end] = [nodeOf(from), nodeOf(to)]
      const twin = start.pieces.find((piece) => piece.a === end || piece.b === end)
      if (twin) {
        if (!twin.lines.includes(line)) twin.lines.push(line)
        continue
      }
      const piece: RoadPiece = { a: start, b: end, metres: Math.hypot(to.x - from.x, to.y - from.y), lines: [line] }
      start.pieces.push(piece)
      end.pieces.push(piece)
    }
  }
  return [...nodes.values()]
}
