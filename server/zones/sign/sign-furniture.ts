import { type Box, scaleLengthMetres } from './sign-projection.ts'
import { ground, ink, paper, textAt, widthOf } from './sign-text.ts'

/** What a map has besides its ground and its names: north, and a scale. */

const num = (value: number): string => String(Math.round(value * 100) / 100)

/** In the corner above on the right. */
export const northBox = ({ x, y, width }: Box): Box => ({ x: x + width - 46, y: y + 6, width: 40, height: 58 })

export const northArrow = (map: Box): string => {
  const { x, y } = northBox(map)
  const [cx, top] = [x + 20, y + 22]
  const half = (side: 1 | -1, fill: string) =>
    `<path d="M${num(cx)} ${num(top)}L${num(cx + side * 10)} ${num(top + 32)}L${num(cx)} ${num(top + 25)}Z" fill="${fill}" stroke="${ink}" stroke-width="1"/>`
  return `${half(-1, ink)}${half(1, paper)}${textAt(cx, top - 5, '北', { size: 16, bold: true, anchor: 'middle', halo: ground })}`
}

const wordSize = 13
const scaleOf = (metresPerUnit: number, mapWidth: number) => {
  const metres = scaleLengthMetres(metresPerUnit, mapWidth)
  return {
    length: metres / metresPerUnit,
    words: metres >= 1000 ? `${metres / 1000} 公里` : `${metres} 米`,
  }
}

/** Room of the scale in the first corner that is quiet: below on the left, below on the right, above on the left. */
export const scaleBox = (map: Box, metresPerUnit: number, isQuiet: (corner: Box) => boolean): Box => {
  const { length, words } = scaleOf(metresPerUnit, map.width)
  const [width, height] = [length + widthOf(words, wordSize) + 28, 28]
  const [below, right] = [map.y + map.height - height - 6, map.x + map.width - width - 6]
  const usual: Box = { x: map.x + 6, y: below, width, height }
  return [usual, { ...usual, x: right }, { ...usual, y: map.y + 6 }].find(isQuiet) ?? usual
}

/** On a plate of its own, for roads run everywhere. */
export const scaleBar = (at: Box, metresPerUnit: number, mapWidth: number): string => {
  const { length, words } = scaleOf(metresPerUnit, mapWidth)
  const [left, base] = [at.x + 10, at.y + at.height - 9]
  const plate = `<rect x="${num(at.x)}" y="${num(at.y)}" width="${num(at.width)}" height="${num(at.height)}" rx="3" fill="${paper}"/>`
  const bar = (from: number, fill: string) =>
    `<rect x="${num(left + from)}" y="${num(base - 6)}" width="${num(length / 2)}" height="5" fill="${fill}" stroke="${ink}" stroke-width="0.8"/>`
  return `${plate}${bar(0, ink)}${bar(length / 2, paper)}${textAt(left + length + 8, base, words, { size: wordSize })}`
}
