import type { Box } from './sign-projection.ts'

/** Whether two boxes lie over each other, or nearer than a gap. */
export const boxesMeet = (a: Box, b: Box, gap = 0): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap

/** Room of a mark around its middle. */
export const boxAround = (x: number, y: number, half: number): Box => ({
  ...{ x: x - half, y: y - half },
  ...{ width: half * 2, height: half * 2 },
})

/** Closer together two names read as one. */
export const leastGap = 2

/** Keeps names and marks on a map from lying over each other: whoever comes first has the place. */
export const openLabels = (within: Box) => {
  const taken: Box[] = []
  const free = (box: Box): boolean =>
    box.x > within.x &&
    box.y > within.y &&
    box.x + box.width < within.x + within.width &&
    box.y + box.height < within.y + within.height &&
    !taken.some((one) => boxesMeet(box, one, leastGap))
  const block = (box: Box): void => {
    taken.push(box)
  }
  return {
    block,
    free,
    take: (box: Box): boolean => {
      if (!free(box)) return false
      block(box)
      return true
    },
    /**
     * A place right of, left of, above or below a point, or at one of its corners: the one where it lies over least of
     * what is only to come; the answer is where the baseline begins.
     */
    beside: (
      [x, y]: readonly [number, number],
      { width, size, gap }: { readonly width: number; readonly size: number; readonly gap: number },
      liesOver: (box: Box) => number = () => 0,
    ): { x: number; y: number } | null => {
      const [half, near] = [width / 2, gap * 0.8]
      const places: readonly [number, number][] = [
        [x + gap, y - size / 2],
        [x - gap - width, y - size / 2],
        [x - half, y - gap - size],
        [x - half, y + gap],
        [x + near, y - near - size],
        [x + near, y + near],
        [x - near - width, y - near - size],
        [x - near - width, y + near],
      ]
      const [box] = places
        .map(([left, top]): Box => ({ x: left, y: top, width, height: size }))
        .filter(free)
        .map((one) => ({ one, over: liesOver(one) }))
        .sort((a, b) => a.over - b.over)
        .map(({ one }) => one)
      if (!box) return null
      block(box)
      return { x: box.x, y: box.y + size * 0.86 }
    },
  }
}

export type Labels = ReturnType<typeof openLabels>
