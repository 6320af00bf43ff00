import type { Box } from './sign-projection.ts'

/** Keeps names on a map from lying over each other: whoever comes first has the place. */
export const openLabels = (within: Box) => {
  const taken: Box[] = []
  const free = (box: Box): boolean =>
    box.x >= within.x + 2 &&
    box.y >= within.y + 2 &&
    box.x + box.width <= within.x + within.width - 2 &&
    box.y + box.height <= within.y + within.height - 2 &&
    taken.every(
      (one) =>
        box.x + box.width < one.x ||
        one.x + one.width < box.x ||
        box.y + box.height < one.y ||
        one.y + one.height < box.y,
    )
  const take = (box: Box): boolean => {
    if (!free(box)) return false
    taken.push(box)
    return true
  }
  return {
    block: (box: Box): void => {
      taken.push(box)
    },
    take,
    /** A place right of, left of, above or below a point; the answer is where the baseline begins. */
    beside: (x: number, y: number, width: number, size: number, gap: number): { x: number; y: number } | null => {
      const half = width / 2
      const places: readonly [number, number][] = [
        [x + gap, y - size / 2],
        [x - gap - width, y - size / 2],
        [x - half, y - gap - size],
        [x - half, y + gap],
      ]
      for (const [left, top] of places)
        if (take({ x: left, y: top, width, height: size })) return { x: left, y: top + size * 0.86 }
      return null
    },
  }
}
