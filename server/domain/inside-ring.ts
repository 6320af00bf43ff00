/**
 * Whether a place lies inside a ring, closed or not, in whatever plane both are in (degrees of one datum, say).
 * Of a ring that crosses itself what is doubly inside is out; on the edge itself it may be either.
 */
export const isInsideRing = ([x = 0, y = 0]: readonly number[], ring: readonly (readonly number[])[]): boolean => {
  let inside = false
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = [ring[at], ring[before]]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}
