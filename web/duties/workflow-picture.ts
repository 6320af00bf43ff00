import { type Move, moves, type Stage, stages, type TaskState, taskStates } from '../../db/vocabulary.ts'
import { grouped } from '../grouped.ts'
import { type Box, type Frame, frameOf, type Point, type Shape } from './picture-frame.ts'
import { pairOf, taskRoutes } from './task-routes.ts'
import { type Lead, whereMovesLead } from './where-moves-lead.ts'

/** Stages, states of a task, and two bands for what may be done anywhere along the way of the one or the other. */
export type NodeKey = Stage | TaskState | 'aside' | 'along' | 'task-along'

export interface PictureNode {
  readonly key: NodeKey
  readonly kind: 'stage' | 'state' | 'band'
  readonly box: Box
  /** Steps that are taken here and lead nowhere else. */
  readonly marks: readonly Mark[]
}

export interface PictureLine {
  readonly from: NodeKey
  readonly to: NodeKey
  readonly points: readonly Point[]
  readonly marks: readonly Mark[]
}

/** A step's number on the drawing, at the middle of its circle. */
export interface Mark extends Point {
  readonly move: Move
}

export interface WorkflowPicture extends Pick<Frame, 'width' | 'height' | 'panel' | 'runs'> {
  readonly nodes: readonly PictureNode[]
  readonly lines: readonly PictureLine[]
}

export const markRadius = 9.5
const markGap = 22
/** A step of so many stages or states is drawn once, on the band along the way. */
const anywhere = 3

/** The number a step goes by on the drawing and in the list beside it. */
export const numberOf = (move: Move): number => moves.indexOf(move) + 1

const isStage = (key: NodeKey): key is Stage => stages.some((stage) => stage === key)

/** Each step between the places where it is drawn: on the band where it may be taken almost anywhere. */
const drawnLeads = (): { move: Move; from: NodeKey; to: NodeKey }[] => {
  const drawn = whereMovesLead().map((lead, _index, all) => {
    const alike = all.filter(
      ({ move, on, from, to }) =>
        move === lead.move &&
        on === lead.on &&
        (from === to) === (lead.from === lead.to) &&
        sameAim(lead, { from, to }),
    )
    const stays = lead.from === lead.to
    const onBand = lead.on === 'hazard' ? alike.length >= anywhere : stays && alike.length >= anywhere
    const band = lead.on === 'hazard' ? ('along' as const) : ('task-along' as const)
    const place = (key: NodeKey): NodeKey => (onBand && key !== 'aside' ? band : key)
    return { move: lead.move, from: place(lead.from), to: place(lead.to) }
  })
  return [...new Map(drawn.map((lead) => [`${lead.move} ${lead.from} ${lead.to}`, lead])).values()]
}

const sameAim = (lead: Pick<Lead, 'from' | 'to'>, other: { from: NodeKey; to: NodeKey }): boolean =>
  lead.from === lead.to || lead.to === other.to || lead.from === 'aside'

/** The workflow as a drawing: every step of the table of moves at least once, by its number. */
export const workflowPicture = (shape: Shape): WorkflowPicture => {
  const frame = frameOf(shape)
  const leads = drawnLeads()
  const staying = (key: NodeKey): Move[] =>
    leads.filter(({ from, to }) => from === key && to === key).map(({ move }) => move)
  const node = (key: NodeKey, kind: PictureNode['kind']): PictureNode => {
    const box = boxOf(frame, key)
    return { key, kind, box, marks: marksInside(box, kind, staying(key)) }
  }
  const pairs = grouped(
    leads.filter(({ from, to }) => from !== to),
    ({ from, to }) => `${from}>${to}`,
  )
  const { width, height, panel, runs } = frame
  return {
    ...{ width, height, panel, runs },
    nodes: [
      ...stages.map((stage) => node(stage, 'stage')),
      ...taskStates.map((state) => node(state, 'state')),
      ...(['along', 'aside', 'task-along'] as const).map((key) => node(key, 'band')),
    ],
    lines: [...pairs.values()].flatMap(([first, ...others]) => {
      if (!first) return []
      const { points, label } = wayOf(frame, first.from, first.to)
      const there = [first, ...others].map(({ move }) => move)
      return [{ from: first.from, to: first.to, points, marks: alongLine(there, label, points) }]
    }),
  }
}

const boxOf = (frame: Frame, key: NodeKey): Box => {
  if (key === 'along') return frame.along
  if (key === 'aside') return frame.aside
  if (key === 'task-along') return frame.taskAlong
  return isStage(key) ? (frame.stages[stages.indexOf(key)] ?? frame.aside) : frame.stateBox(key)
}

/** Several numbers on one line stand along it, whichever way it runs there. */
const alongLine = (those: readonly Move[], { x, y }: Point, points: readonly Point[]): Mark[] => {
  const down = points.some((point, index) => {
    const next = points[index + 1]
    return next?.x === x && point.x === x && (point.y - y) * (next.y - y) <= 0
  })
  return those.map((move, index) => {
    const off = (index - (those.length - 1) / 2) * markGap
    return down ? { move, x, y: y + off } : { move, x: x + off, y }
  })
}

/** In a stage beneath its name, on a flat band behind it, on a state at its corner. */
const marksInside = (box: Box, kind: PictureNode['kind'], those: readonly Move[]): Mark[] => {
  if (kind === 'state') return those.map((move, index) => ({ move, x: box.x + index * markGap, y: box.y }))
  const flat = box.height < 60
  const begin = flat ? box.x + box.width - 16 - (those.length - 1) * markGap : box.x + 22
  const y = flat ? box.y + box.height / 2 : box.y + box.height - 20
  return those.map((move, index) => ({ move, x: begin + index * markGap, y }))
}

const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })

/** Where a line from a point in or before a box leaves it, straight across or straight down. */
const onEdge = ({ x, y, width, height }: Box, at: Point, toward: Point): Point => {
  if (Math.abs(toward.x - at.x) > Math.abs(toward.y - at.y)) return { x: toward.x > at.x ? x + width : x, y: at.y }
  return { x: at.x, y: toward.y > at.y ? y + height : y }
}

/** Offsets that keep a line and the one that comes back from lying on each other. */
const apart: Readonly<Record<string, number>> = {
  'register>cleared': -12,
  'cleared>register': 14,
  'along>aside': -10,
  'aside>along': 13,
}

const wayOf = (frame: Frame, from: NodeKey, to: NodeKey): { points: Point[]; label: Point } => {
  const [start, end] = [boxOf(frame, from), boxOf(frame, to)]
  const route = taskRoutes[pairOf(from, to)]
  const [a, b] = [middleOf(start), middleOf(end)]
  const shift = apart[pairOf(from, to)] ?? 0
  const across = Math.abs(b.x - a.x) >= Math.abs(b.y - a.y)
  const straight = across
    ? [
        { x: a.x, y: a.y + shift },
        { x: b.x, y: a.y + shift },
      ]
    : [
        { x: a.x + 3 * shift, y: a.y },
        { x: a.x + 3 * shift, y: b.y },
      ]
  const asked = route && route.through.length > 0 ? route.through.map((point) => frame.pointOf(...point)) : straight
  const points = asked.map((point, index) => {
    if (index === 0) return onEdge(start, point, asked[1] ?? b)
    return index === asked.length - 1 ? onEdge(end, point, asked[index - 1] ?? a) : point
  })
  const [p = a, q = b] = [points[0], points.at(-1)]
  const halfway = { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 }
  return { points, label: route ? frame.pointOf(...route.label) : halfway }
}
