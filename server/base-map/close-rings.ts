import type { Position } from 'geojson'
import { isInsideRing } from '../domain/inside-ring.ts'

/** The parts of an area's border in any order and direction, put end to end; what does not close is left out. */
export const closeRings = (parts: readonly (readonly number[])[]): number[][] => {
  const rings: number[][] = []
  const open = new Map<number, Set<readonly number[]>>()
  const endsOf = (part: readonly number[]): number[] => [part[0] ?? 0, part.at(-1) ?? 0]
  for (const part of parts) {
    if (part.length < 2) continue
    for (const end of endsOf(part)) open.set(end, (open.get(end) ?? new Set()).add(part))
  }
  const used = new Set<readonly number[]>()
  for (const first of parts) {
    if (used.has(first) || first.length < 2) continue
    used.add(first)
    const ring = [...first]
    while (ring[0] !== ring.at(-1)) {
      const end = ring.at(-1) ?? 0
      const next = [...(open.get(end) ?? [])].find((part) => !used.has(part))
      if (next === undefined) break
      used.add(next)
      ring.push(...(next[0] === end ? next : [...next].reverse()).slice(1))
    }
    if (ring.length >= 4 && ring[0] === ring.at(-1)) rings.push(ring)
  }
  return rings
}

/** Each hole with the border that it lies in; a hole in none of them is no hole. */
export const withHoles = (outer: readonly Position[][], inner: readonly Position[][]): Position[][][] => {
  const polygons = outer.map((ring) => [ring])
  for (const hole of inner) {
    const [corner] = hole
    const around = corner && polygons.find(([ring = []]) => isInsideRing(corner, ring))
    around?.push(hole)
  }
  return polygons
}
