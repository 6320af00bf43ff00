import type { Move } from '../../db/vocabulary.ts'
import { dutiesWords } from '../text/duties-words.ts'
import { useWords } from '../text/language.ts'
import { tradeWords } from '../text/trade-words.ts'
import { headPath, linePath } from './line-path.ts'
import type { Shape } from './picture-frame.ts'
import {
  type Mark,
  markRadius,
  type NodeKey,
  numberOf,
  type PictureNode,
  type WorkflowPicture,
  workflowPicture,
} from './workflow-picture.ts'
import './workflow-drawing.css'

interface Props {
  readonly shape: Shape
  readonly own: readonly Move[]
  readonly standIn: readonly Move[]
}

const drawn: Readonly<Record<Shape, WorkflowPicture>> = {
  wide: workflowPicture('wide'),
  narrow: workflowPicture('narrow'),
}

/** The workflow as it stands in the table of moves. The lists of steps beside it say the same to those who listen. */
export const WorkflowDrawing = ({ shape, own, standIn }: Props) => {
  const text = useWords(dutiesWords)
  const { width, height, panel, nodes, lines } = drawn[shape]
  const isOwn = ({ marks }: { readonly marks: readonly Mark[] }): boolean =>
    marks.some(({ move }) => own.includes(move))
  const whoseIs = (move: Move) => (own.includes(move) ? 'own' : standIn.includes(move) ? 'stand-in' : 'other')
  return (
    <svg className="workflow" viewBox={`-2 -2 ${width + 4} ${height + 4}`} role="img" aria-label={text.picture}>
      <rect className="workflow-panel" x={panel.x} y={panel.y} width={panel.width} height={panel.height} />
      <text className="workflow-detail" x={panel.x + 14} y={panel.y + 22}>
        {text.detail}
      </text>
      {[...lines]
        .sort((a, b) => Number(isOwn(a)) - Number(isOwn(b)))
        .map((line) => (
          <g key={`${line.from}>${line.to}`} className={isOwn(line) ? 'workflow-line workflow-own' : 'workflow-line'}>
            <path d={linePath(line.points)} />
            <path className="workflow-head" d={headPath(line.points)} />
          </g>
        ))}
      {nodes.map((node) => (
        <Box key={node.key} node={node} />
      ))}
      {[...nodes, ...lines].flatMap(({ marks }) =>
        marks.map(({ move, x, y }) => (
          <g key={`${move} ${x} ${y}`} className={`workflow-mark workflow-${whoseIs(move)}`}>
            <circle cx={x} cy={y} r={markRadius} />
            <text x={x} y={y + 4}>
              {numberOf(move)}
            </text>
          </g>
        )),
      )}
    </svg>
  )
}

/** About how wide a name is set at 14 units: Chinese characters are square, Latin letters hardly half of that. */
const widthOf = (name: string): number => [...name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 14 : 8), 0)

const Box = ({ node: { key, kind, box } }: { readonly node: PictureNode }) => {
  const text = useWords(dutiesWords)
  const { stages, taskStates } = useWords(tradeWords)
  const names: Readonly<Record<NodeKey, string>> = {
    ...{ ...stages, ...taskStates },
    ...{ along: text.along, aside: text.aside, 'task-along': text.taskAlong },
  }
  const [x, y] =
    kind === 'state'
      ? [box.x + box.width / 2, box.y + box.height / 2 + 5]
      : [box.x + (box.width < 120 ? 8 : 14), box.y + (box.height < 60 ? box.height / 2 + 5 : 26)]
  const room = box.width - (kind === 'state' ? 10 : 16)
  return (
    <g className={`workflow-box workflow-${kind}`}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} />
      <text x={x} y={y} {...(room < widthOf(names[key]) && { textLength: room, lengthAdjust: 'spacingAndGlyphs' })}>
        {names[key]}
      </text>
    </g>
  )
}
