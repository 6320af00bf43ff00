import type { Lane } from './picture-frame.ts'

/** A point by steps along the way, lane, and half lengths of a box; the ends lie on the boxes' edges. */
export type Waypoint = readonly [u: number, lane: Lane, du?: number]

interface Route {
  readonly through: readonly Waypoint[]
  /** Where the numbers of its steps stand. */
  readonly label: Waypoint
}

/** Past the beginning of the way, where a line goes round it. */
const before = -0.46

/** How the lines between the states of a task are drawn; a pair that the table knows and this does not runs straight. */
export const taskRoutes: Readonly<Record<string, Route>> = {
  'assigned>accepted': { through: [], label: [0.5, 'way'] },
  'accepted>under-way': { through: [], label: [1.5, 'way'] },
  'under-way>submitted': { through: [], label: [2.5, 'way'] },
  'submitted>verified': { through: [], label: [3.5, 'way'] },
  'assigned>refused': {
    through: [
      [0, 'way', -0.55],
      [0, 'off', -0.55],
    ],
    label: [0, 'lower', -0.55],
  },
  'refused>assigned': {
    through: [
      [0, 'off', 0],
      [0, 'way', 0],
    ],
    label: [0, 'upper', 0],
  },
  'accepted>assigned': {
    through: [
      [1, 'way', -0.4],
      [1, 'high', -0.4],
      [0, 'high', 0.4],
      [0, 'way', 0.4],
    ],
    label: [0.55, 'high'],
  },
  'under-way>assigned': {
    through: [
      [2, 'way', 0],
      [2, 'high', 0],
      [0, 'high', 0.4],
      [0, 'way', 0.4],
    ],
    label: [1.6, 'high'],
  },
  'accepted>submitted': {
    through: [
      [1, 'way', 0.45],
      [1, 'low', 0.45],
      [3, 'low', 0],
      [3, 'way', 0],
    ],
    label: [2.5, 'low'],
  },
  'assigned>planned': {
    through: [
      [0, 'way', 0.75],
      [0, 'upper', 0.75],
      [1, 'upper', 0],
      [1, 'off', 0],
    ],
    label: [0.6, 'upper'],
  },
  'accepted>planned': {
    through: [
      [1, 'way', 0],
      [1, 'off', 0],
    ],
    label: [1, 'lower', 0],
  },
  'under-way>planned': {
    through: [
      [2, 'way', -0.5],
      [2, 'upper', -0.5],
      [1, 'upper', 0],
      [1, 'off', 0],
    ],
    label: [1.5, 'upper'],
  },
  'returned>planned': { through: [], label: [2.4, 'off'] },
  'returned>under-way': {
    through: [
      [3, 'off', -0.8],
      [3, 'lower', -0.8],
      [2, 'lower', 0.5],
      [2, 'way', 0.5],
    ],
    label: [2.45, 'lower'],
  },
  'returned>submitted': {
    through: [
      [3, 'off', -0.2],
      [3, 'way', -0.2],
    ],
    label: [3, 'upper', -0.2],
  },
  'submitted>returned': {
    through: [
      [3, 'way', 0.6],
      [3, 'off', 0.6],
    ],
    label: [3, 'lower', 0.6],
  },
  'planned>assigned': {
    through: [
      [1, 'off', 0],
      [1, 'under', 0],
      [before, 'under'],
      [before, 'way'],
      [0, 'way', -1],
    ],
    label: [0.5, 'under'],
  },
  'returned>assigned': {
    through: [
      [3, 'off', 0],
      [3, 'under', 0],
      [before, 'under'],
      [before, 'way'],
      [0, 'way', -1],
    ],
    label: [2, 'under'],
  },
}

export const pairOf = (from: string, to: string): string => `${from}>${to}`
