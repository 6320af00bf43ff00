import type { PlanePoint } from './plane.ts'

type Piece = { line: number; index: number; a: PlanePoint; b: PlanePoint }
export type Crossing = {
  line: number
  index: number
  t: number
  otherLine: number
  otherIndex: number
  otherT: number
  point: PlanePoint
}

const cellMetres = 800

const cross = (p: Piece, q: Piece) => {
  const [rx, ry] = [p.b[0] - p.a[0], p.b[1] - p.a[1]]
  const [sx, sy] = [q.b[0] - q.a[0], q.b[1] - q.a[1]]
  const denominator = rx * sy - ry * sx
  if (denominator === 0) return undefined
  const [dx, dy] = [q.a[0] - p.a[0], q.a[1] - p.a[1]]
  const t = (dx * sy - dy * sx) / denominator
  const u = (dx * ry - dy * rx) / denominator
  // Touching at an end is meeting, not crossing.
  const nearEnd = 1e-6
  if (t < nearEnd || t > 1 - nearEnd || u < nearEnd || u > 1 - nearEnd) return undefined
  return { t, u, point: [p.a[0] + t * rx, p.a[1] + t * ry] satisfies PlanePoint }
}

/** Lines laid into squares, so that a new line finds those it would cross, or come close to, quickly. */
export const openLineField = () => {
  const cells = new Map<string, Piece[]>()
  const keysOf = (a: PlanePoint, b: PlanePoint, margin: number) => {
    const keys: string[] = []
    const low = (x: number, y: number) => Math.floor((Math.min(x, y) - margin) / cellMetres)
    const high = (x: number, y: number) => Math.floor((Math.max(x, y) + margin) / cellMetres)
    for (let i = low(a[0], b[0]); i <= high(a[0], b[0]); i++)
      for (let j = low(a[1], b[1]); j <= high(a[1], b[1]); j++) keys.push(`${i},${j}`)
    return keys
  }
  const near = (a: PlanePoint, b: PlanePoint, margin: number) =>
    new Set(keysOf(a, b, margin).flatMap((key) => cells.get(key) ?? []))
  const piecesOf = (line: readonly PlanePoint[], id: number) =>
    line.slice(1).map((b, index): Piece => ({ line: id, index, a: line[index] ?? b, b }))
  const crossingsOf = (line: readonly PlanePoint[], id: number): Crossing[] =>
    piecesOf(line, id).flatMap((piece) =>
      [...near(piece.a, piece.b, 0)].flatMap((other) => {
        const hit = cross(piece, other)
        if (!hit) return []
        const { line: otherLine, index: otherIndex } = other
        return [{ line: id, index: piece.index, t: hit.t, otherLine, otherIndex, otherT: hit.u, point: hit.point }]
      }),
    )
  return {
    add: (line: readonly PlanePoint[], id: number) => {
      for (const piece of piecesOf(line, id))
        for (const key of keysOf(piece.a, piece.b, 0)) cells.set(key, [...(cells.get(key) ?? []), piece])
    },
    crossingsOf,
    crossesItself: (line: readonly PlanePoint[]) => {
      const pieces = piecesOf(line, 0)
      return pieces.some((p, i) => pieces.some((q, j) => j > i + 1 && cross(p, q) !== undefined))
    },
    /** Is any end of a laid piece within the distance of the point? */
    isNear: (point: PlanePoint, metres: number) =>
      [...near(point, point, metres)].some(
        (piece) => Math.hypot(piece.a[0] - point[0], piece.a[1] - point[1]) < metres,
      ),
  }
}

export type LineField = ReturnType<typeof openLineField>

/** Puts every crossing into both lines as a shared vertex. */
export const withSharedCrossings = (lines: readonly (readonly PlanePoint[])[]): PlanePoint[][] => {
  const field = openLineField()
  const inserts = lines.map(() => new Map<string, { index: number; t: number; point: PlanePoint }>())
  lines.forEach((line, id) => {
    for (const c of field.crossingsOf(line, id)) {
      const key = `${c.line}/${c.index}/${c.otherLine}/${c.otherIndex}`
      inserts[c.line]?.set(key, { index: c.index, t: c.t, point: c.point })
      inserts[c.otherLine]?.set(key, { index: c.otherIndex, t: c.otherT, point: c.point })
    }
    field.add(line, id)
  })
  return lines.map((line, id) => {
    const extra = [...(inserts[id]?.values() ?? [])].sort((a, b) => a.index - b.index || a.t - b.t)
    return line.flatMap((point, i) => [point, ...extra.filter((e) => e.index === i).map((e) => e.point)])
  })
}
