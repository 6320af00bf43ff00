import { type Element, wordAt, wordAttribute } from '../docx/xml.ts'
import type { Drawing, Place } from './drawing.ts'
import { type Inline, inlines, textMarkup } from './inline-markup.ts'
import { type Line, type ParagraphLook, withParagraphProperties } from './paragraph-look.ts'
import { type RunLook, withRunProperties } from './run-look.ts'
import { block, points, rgb } from './typst-words.ts'

/** A line of Chinese type takes this much of its size where a paragraph asks for single spacing. */
const naturalLine = 1.3

/** Longer ones may need more than a page, however much their lines are to be kept together. */
const longParagraph = 1_500

type Piece = Exclude<Inline, 'page-break'>

/** One paragraph as statements of Typst; page breaks inside it cut it in two. */
export const paragraphMarkup = (paragraph: Element, drawing: Drawing, place: Place): readonly string[] => {
  const properties = wordAt(paragraph, 'pPr')
  const styleId = wordAttribute(wordAt(properties, 'pStyle'), 'val')
  const styled = styleId === null ? place.base : drawing.styles.over(place.base, styleId)
  const asked = withParagraphProperties(styled.paragraph, properties)
  const numbering = asked.numbering === null ? null : drawing.numbering.next(asked.numbering.id, asked.numbering.level)
  const look =
    numbering === null ? asked : withParagraphProperties(withLevel(styled.paragraph, numbering.properties), properties)
  const pieces = inlines(paragraph, {
    drawing,
    look: styled.run,
    widthPoints: place.widthPoints - look.left - look.right,
    tabs: look.tabs,
  })
  const markLook = withRunProperties(styled.run, wordAt(properties, 'rPr'))
  const cut = cutAtPages(pieces)
  const [first = [], ...others] = cut
  const size = first.find(({ sizePoints }) => sizePoints > 0)?.sizePoints ?? markLook.sizePoints
  const number = numbering === null ? [] : [numberPiece(numbering, { ...markLook, sizePoints: size }, pieces, look)]
  if (numbering !== null) drawing.words.push(numbering.text)
  const breakBefore = look.breakBefore && place.isBody ? ['pagebreak(weak: true)'] : []
  return [
    ...breakBefore,
    setLines([...number, ...first], look, size),
    ...others.flatMap((rest) => [
      ...(place.isBody ? ['pagebreak()'] : []),
      ...(rest.length > 0 ? [setLines(rest, look, size)] : []),
    ]),
  ]
}

const withLevel = (base: ParagraphLook, level: Element | null): ParagraphLook => withParagraphProperties(base, level)

const cutAtPages = (pieces: readonly Inline[]): Piece[][] => {
  const cut: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece === 'page-break') cut.push([])
    else cut.at(-1)?.push(piece)
  }
  return cut
}

/** The number looks like the words it stands before. */
const numberPiece = (
  numbering: { readonly text: string; readonly suffix: string },
  look: RunLook,
  pieces: readonly Inline[],
  paragraph: ParagraphLook,
): Piece => {
  const neighbour = pieces.find((piece): piece is Piece => piece !== 'page-break' && piece.code.startsWith('text('))
  const weight = /weight: (\d+)/.exec(neighbour?.code ?? '')?.[1] === '700'
  const words = textMarkup(numbering.text, { ...look, bold: look.bold || weight })
  if (numbering.suffix === 'nothing') return { code: words, sizePoints: look.sizePoints }
  if (numbering.suffix === 'space') return { code: `${words}\nh(0.25em)`, sizePoints: look.sizePoints }
  const hanging = -paragraph.first
  return {
    code: hanging > 0 ? `box(width: ${points(hanging)}, ${words})` : `${words}\nh(0.6em)`,
    sizePoints: look.sizePoints,
  }
}

const stroke = (name: string, line: Line | null): readonly string[] =>
  line === null ? [] : [`${name}: ${points(line.widthPoints)} + ${rgb(line.colour)}`]

const gap = (side: 'above' | 'below', height: number): readonly string[] =>
  height > 0 ? [`${side}: ${points(height)}`] : []

/** From line to line as Word does it; Typst takes the gap between lines, half of which goes above and below. */
const setLines = (pieces: readonly Piece[], look: ParagraphLook, size: number): string => {
  const largest = Math.max(size, ...pieces.map(({ sizePoints }) => sizePoints))
  const { rule, value } = look.line
  const height =
    rule === 'exact'
      ? value
      : rule === 'atLeast'
        ? Math.max(value, largest * naturalLine)
        : value * largest * naturalLine
  const leading = Math.max(0, height - largest)
  const first = look.firstCharacters === 0 ? look.first : look.firstCharacters * size
  const left = look.leftCharacters === 0 ? look.left : look.leftCharacters * size
  const hanging = Math.max(0, -first)
  const borders = [...stroke('top', look.above), ...stroke('bottom', look.below)]
  // Word draws a paragraph's line inside of the space that is asked for before and after it
  const [before, after] = [look.above === null ? look.before : 0, look.below === null ? look.after : 0]
  const outside = [...gap('above', look.before - before), ...gap('below', look.after - after)]
  const inset = [
    `top: ${points(before + leading / 2)}`,
    `bottom: ${points(after + leading / 2)}`,
    `left: ${points(Math.max(0, left - hanging))}`,
    `right: ${points(Math.max(0, look.right))}`,
  ]
  const code = pieces.map((piece) => piece.code)
  const options = [
    'width: 100%',
    `inset: (${inset.join(', ')})`,
    ...outside,
    ...(borders.length > 0 ? [`stroke: (${borders.join(', ')})`] : []),
    ...(look.keepNext ? ['sticky: true'] : []),
    ...(look.keepLines && code.join('').length < longParagraph ? ['breakable: false'] : []),
  ]
  if (pieces.length === 0) return `block(${options.join(', ')}, v(${points(largest)}))`
  const lines = [
    `leading: ${points(leading)}`,
    `justify: ${look.align === 'justify'}`,
    ...(first > 0 ? [`first-line-indent: (amount: ${points(first)}, all: true)`] : []),
    ...(hanging > 0 ? [`hanging-indent: ${points(hanging)}`] : []),
  ]
  const align = look.align === 'justify' ? 'left' : look.align
  const set = `set align(${align})\npar(${lines.join(', ')}, ${block(code)})`
  return `block(${options.join(', ')}, {\n${set}\n})`
}
