import type { Point } from './picture-frame.ts'

const headLength = 8
const headHalf = 4

export const linePath = (points: readonly Point[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')

/** The head of an arrow at the end of a line that arrives straight across or straight down. */
export const headPath = (points: readonly Point[]): string => {
  const [end, before] = [points.at(-1), points.at(-2)]
  if (!end || !before) return ''
  const [dx, dy] = [Math.sign(end.x - before.x), Math.sign(end.y - before.y)]
  const back = { x: end.x - dx * headLength, y: end.y - dy * headLength }
  return `M${end.x} ${end.y}L${back.x + dy * headHalf} ${back.y + dx * headHalf}L${back.x - dy * headHalf} ${back.y - dx * headHalf}Z`
}
