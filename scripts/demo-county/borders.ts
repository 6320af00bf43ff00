import type { PlanePoint } from './plane.ts'
import type { SeededRandom } from './seeded-random.ts'

/** One stretch of border between two cells; seen along from -> to, `left` and `right` are just its two owners. */
export type Border = { left: number; right: number; from: number; to: number; line: readonly PlanePoint[] }

/**
 * A natural line between two corners by midpoint displacement. It never leaves a slim lens around the straight line
 * (a fifth of its length to each side, closing at the ends), so that stretches meeting at a corner do not cross.
 */
export const wanderingBorder = (random: SeededRandom, from: PlanePoint, to: PlanePoint, stepMetres: number) => {
  const dx = to[0] - from[0]
  const dy = to[1] - from[1]
  const length = Math.hypot(dx, dy)
  const depth = Math.max(0, Math.ceil(Math.log2(length / stepMetres)))
  const count = 2 ** depth
  const offsets = new Array<number>(count + 1).fill(0)
  for (let span = count, size = 0.15; span > 1; span /= 2, size *= 0.56) {
    for (let i = span / 2; i < count; i += span) {
      const along = i / count
      const limit = 0.2 * Math.min(1, 4 * Math.min(along, 1 - along))
      const middle = ((offsets[i - span / 2] ?? 0) + (offsets[i + span / 2] ?? 0)) / 2
      offsets[i] = Math.max(-limit, Math.min(limit, middle + random.gaussian(0, size * 0.6)))
    }
  }
  return offsets.map((offset, i): PlanePoint => {
    if (i === 0) return from
    if (i === count) return to
    return [from[0] + (dx * i) / count - dy * offset, from[1] + (dy * i) / count + dx * offset]
  })
}

const endsOf = (border: Border) => [border.from, border.to] as const

/**
 * Joins stretches into the rings around each owner (owner -1 is outside). Rings run counter-clockwise and are not
 * closed; an owner in several parts, or with a hole, gets several rings.
 */
export const joinBorders = (
  borders: readonly Border[],
  ownerOf: (cell: number) => number,
): Map<number, PlanePoint[][]> => {
  const byOwner = new Map<number, Border[]>()
  for (const border of borders) {
    const [a, b] = [ownerOf(border.left), ownerOf(border.right)]
    if (a === b) continue
    for (const owner of [a, b]) if (owner >= 0) byOwner.set(owner, [...(byOwner.get(owner) ?? []), border])
  }
  const rings = new Map<number, PlanePoint[][]>()
  for (const [owner, own] of byOwner) rings.set(owner, ringsOf(own))
  return rings
}

const ringsOf = (own: readonly Border[]): PlanePoint[][] => {
  const atCorner = new Map<number, Border[]>()
  for (const border of own)
    for (const corner of endsOf(border)) atCorner.set(corner, [...(atCorner.get(corner) ?? []), border])
  const left = new Set(own)
  const rings: PlanePoint[][] = []
  for (const first of own) {
    if (!left.has(first)) continue
    const ring: PlanePoint[] = []
    let border: Border | undefined = first
    let corner = first.from
    while (border) {
      left.delete(border)
      const forward: boolean = border.from === corner
      const line: readonly PlanePoint[] = forward ? border.line : [...border.line].reverse()
      ring.push(...line.slice(0, -1))
      corner = forward ? border.to : border.from
      border = atCorner.get(corner)?.find((next) => left.has(next))
    }
    rings.push(ring)
  }
  return rings.map((ring) => (isCounterClockwise(ring) ? ring : ring.reverse()))
}

const isCounterClockwise = (ring: readonly PlanePoint[]) => {
  let sum = 0
  let before = ring.at(-1)
  for (const point of ring) {
    if (before) sum += before[0] * point[1] - point[0] * before[1]
    before = point
  }
  return sum > 0
}
