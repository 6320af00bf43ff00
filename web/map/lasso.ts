import { type Bounds, boundsOf, isWithin, type LngLat } from './bounds.ts'

/** Whether a place lies inside a ring drawn by hand, closed or not; crossing itself, what is doubly inside is out. */
export const isInside = (place: LngLat, ring: readonly LngLat[]): boolean => {
  const [x, y] = place
  let inside = false
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [ax, ay] = ring[at] ?? place
    const [bx, by] = ring[before] ?? place
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** What a ring holds of many; most lie outside its box and are not looked at twice. */
export const insideRing = <Placed extends { readonly lngLat: LngLat }>(
  all: readonly Placed[],
  ring: readonly LngLat[],
): Placed[] => {
  const box: Bounds | null = ring.length < 3 ? null : boundsOf(ring.map(([lng, lat]) => [lng, lat]))
  if (box === null) return []
  return all.filter(({ lngLat }) => isWithin(lngLat, box) && isInside(lngLat, ring))
}
