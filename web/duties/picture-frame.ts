import type { TaskState } from '../../db/vocabulary.ts'

/** Sizes of the picture in units of its own, on the desk and on the phone: there the way runs down the page. */
export type Shape = 'wide' | 'narrow'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Lanes across the way of a task: two above it, the way itself, two between, those who left it, one beneath. */
export const lanes = ['high', 'low', 'way', 'upper', 'lower', 'off', 'under'] as const
export type Lane = (typeof lanes)[number]

export interface Frame {
  readonly width: number
  readonly height: number
  readonly along: Box
  readonly aside: Box
  readonly stages: readonly [Box, Box, Box, Box]
  readonly panel: Box
  readonly taskAlong: Box
  readonly stateBox: (state: TaskState) => Box
  /** From steps along the way and a lane to a point; `du` counts half lengths of a state's box. */
  readonly pointOf: (u: number, lane: Lane, du?: number) => Point
  /** From the picture's beginning to its end a hazard runs this way. */
  readonly runs: 'across' | 'down'
}

const stations: Readonly<Record<TaskState, readonly [u: number, lane: 'way' | 'off']>> = {
  assigned: [0, 'way'],
  accepted: [1, 'way'],
  'under-way': [2, 'way'],
  submitted: [3, 'way'],
  verified: [4, 'way'],
  refused: [0, 'off'],
  planned: [1, 'off'],
  returned: [3, 'off'],
}

const wide = (): Frame => {
  const [left, middle, step] = [92, 292, 188]
  const acrossOf: Readonly<Record<Lane, number>> = {
    ...{ high: -62, low: -42, way: 0, upper: 52, lower: 72, off: 124, under: 166 },
  }
  const [half, halfAcross] = [60, 20]
  const stage = (index: number): Box => ({ x: index * 256, y: 76, width: 172, height: 74 })
  return {
    ...{ width: 940, height: 524, runs: 'across' },
    along: { x: 0, y: 1, width: 684, height: 44 },
    aside: { x: 768, y: 1, width: 172, height: 44 },
    stages: [stage(0), stage(1), stage(2), stage(3)],
    panel: { x: 0, y: 192, width: 940, height: 331 },
    taskAlong: { x: 32, y: 474, width: 876, height: 36 },
    stateBox: (state) => {
      const [u, lane] = stations[state]
      const [x, y] = [left + u * step - half, middle + acrossOf[lane] - halfAcross]
      return { x, y, width: 2 * half, height: 2 * halfAcross }
    },
    pointOf: (u, lane, du = 0) => ({ x: left + u * step + du * half, y: middle + acrossOf[lane] }),
  }
}

const narrow = (): Frame => {
  const [top, step] = [592, 104]
  const acrossOf: Readonly<Record<Lane, number>> = {
    ...{ high: 16, low: 36, way: 110, upper: 190, lower: 212, off: 288, under: 350 },
  }
  const [half, halfAcross] = [26, 52]
  const stage = (index: number): Box => ({ x: 0, y: 96 + index * 104, width: 300, height: 62 })
  return {
    ...{ width: 366, height: 1124, runs: 'down' },
    along: { x: 1, y: 1, width: 160, height: 62 },
    aside: { x: 255, y: 1, width: 110, height: 62 },
    stages: [stage(0), stage(1), stage(2), stage(3)],
    panel: { x: 1, y: 500, width: 364, height: 623 },
    taskAlong: { x: 12, y: 1050, width: 342, height: 62 },
    stateBox: (state) => {
      const [u, lane] = stations[state]
      const [x, y] = [acrossOf[lane] - halfAcross, top + u * step - half]
      return { x, y, width: 2 * halfAcross, height: 2 * half }
    },
    pointOf: (u, lane, du = 0) => ({ x: acrossOf[lane], y: top + u * step + du * half }),
  }
}

export const frameOf = (shape: Shape): Frame => (shape === 'wide' ? wide() : narrow())
