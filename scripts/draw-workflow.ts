import { writeFileSync } from 'node:fs'
import { moves } from '../db/vocabulary.ts'
import { headPath, linePath } from '../web/duties/line-path.ts'
import {
  markRadius,
  type NodeKey,
  numberOf,
  type PictureNode,
  workflowPicture,
} from '../web/duties/workflow-picture.ts'
import { tradeWords } from '../web/text/trade-words.ts'

/** `node scripts/draw-workflow.ts` draws server/domain/workflow.svg from the table of moves; its test finds it stale. */
export const workflowFile = new URL('../server/domain/workflow.svg', import.meta.url)

const { stages, taskStates, moves: moveNames } = tradeWords.zh
const bandNames = { along: '途中随时', aside: '作废 · 合并 · 移交', 'task-along': '任务未办结时随时' }
const nameOf = (key: NodeKey): string =>
  Object.entries({ ...stages, ...taskStates, ...bandNames }).find(([name]) => name === key)?.[1] ?? key

const style = `
  text { font-family: 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif; fill: #161f1e; }
  .box { fill: #ffffff; stroke: #161f1e; stroke-width: 1.5; }
  .line { fill: none; stroke: #434e4c; stroke-width: 1.2; }
  .head { fill: #434e4c; }
  .mark { fill: #ffffff; stroke: #161f1e; stroke-width: 1.2; }
  .number { font-size: 11px; text-anchor: middle; }
  .dashed { fill: none; stroke: #7c8784; stroke-dasharray: 5 4; }
`

const nodeText = ({ key, kind, box }: PictureNode): string => {
  const [x, y] =
    kind === 'state'
      ? [box.x + box.width / 2, box.y + box.height / 2 + 5]
      : [box.x + 14, box.y + (box.height < 60 ? 27 : 28)]
  const anchor = kind === 'state' ? ' text-anchor="middle"' : ''
  return `<text x="${x}" y="${y}" font-size="14"${anchor}>${nameOf(key)}</text>`
}

const columns = 5
const rowHeight = 20

/** The drawing with its legend: a number for each step, in the county's words. */
export const drawWorkflow = (): string => {
  const { width, height, panel, nodes, lines } = workflowPicture('wide')
  const rows = Math.ceil(moves.length / columns)
  const legend = moves.map((move, index) => {
    const [x, y] = [Math.floor(index / rows) * (width / columns), height + 30 + (index % rows) * rowHeight]
    return `<text x="${x}" y="${y}" font-size="13">${numberOf(move)} ${moveNames[move]}</text>`
  })
  const marks = [...nodes, ...lines].flatMap((one) => one.marks)
  const whole = height + 30 + rows * rowHeight
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 ${width + 16} ${whole + 8}" width="${width + 16}">`,
    '<title>隐患的四个阶段与任务的状态</title>',
    `<style>${style}</style>`,
    `<rect x="-8" y="-8" width="${width + 16}" height="${whole + 8}" fill="#f6f7f4"/>`,
    `<rect class="dashed" x="${panel.x}" y="${panel.y}" width="${panel.width}" height="${panel.height}"/>`,
    `<text x="${panel.x + 14}" y="${panel.y + 22}" font-size="13">${stages.register}：整改任务</text>`,
    ...lines.flatMap(({ points }) => [
      `<path class="line" d="${linePath(points)}"/>`,
      `<path class="head" d="${headPath(points)}"/>`,
    ]),
    ...nodes.flatMap((node) => {
      const { x, y, width: w, height: h } = node.box
      return [`<rect class="box" x="${x}" y="${y}" width="${w}" height="${h}"/>`, nodeText(node)]
    }),
    ...marks.flatMap(({ move, x, y }) => [
      `<circle class="mark" cx="${x}" cy="${y}" r="${markRadius}"/>`,
      `<text class="number" x="${x}" y="${y + 4}">${numberOf(move)}</text>`,
    ]),
    ...legend,
    '</svg>\n',
  ].join('\n')
}

if (import.meta.main) writeFileSync(workflowFile, drawWorkflow())
