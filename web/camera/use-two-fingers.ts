import { type PointerEvent, useRef } from 'react'

interface Answers {
  /** Two fingers have spread by this factor since they were put down; `begun` is true the first time. */
  readonly onSpread: (by: number, begun: boolean) => void
  /** One finger moves: where it is, from 0 at the left edge to 1 at the right. */
  readonly onSlide: (share: number) => void
}

const apart = ([a, b]: readonly { x: number; y: number }[]): number => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0)

/** Handlers for a surface on which two fingers zoom and one slides. */
export const useTwoFingers = ({ onSpread, onSlide }: Answers) => {
  const fingers = useRef(new Map<number, { x: number; y: number }>())
  const first = useRef(0)
  const put = ({ pointerId, clientX, clientY }: PointerEvent): void => {
    fingers.current.set(pointerId, { x: clientX, y: clientY })
  }
  const lifted = ({ pointerId }: PointerEvent): void => {
    fingers.current.delete(pointerId)
    first.current = 0
  }
  return {
    onPointerDown: (event: PointerEvent): void => {
      put(event)
      first.current = 0
    },
    onPointerMove: (event: PointerEvent): void => {
      if (!fingers.current.has(event.pointerId)) return
      put(event)
      const down = [...fingers.current.values()]
      if (down.length === 1) {
        const { left, width } = event.currentTarget.getBoundingClientRect()
        if (width > 0) onSlide(Math.min(1, Math.max(0, (event.clientX - left) / width)))
        return
      }
      const begun = first.current === 0
      if (begun) first.current = apart(down)
      if (first.current > 0) onSpread(apart(down) / first.current, begun)
    },
    onPointerUp: lifted,
    onPointerCancel: lifted,
    onPointerLeave: lifted,
  }
}
