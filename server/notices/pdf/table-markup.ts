import {
  childrenOf,
  type Element,
  elementsBelow,
  isWord,
  wordAt,
  wordAttribute,
  wordChildren,
  wordNumber,
} from '../docx/xml.ts'
import type { Drawing, Place } from './drawing.ts'
import { type Line, lineOf } from './paragraph-look.ts'
import { toggle } from './run-look.ts'
import { columnWidths, mergeOf, type Side, sides, spanOf, type TableLook, tableLookOf } from './table-look.ts'
import { block, colourOf, fromEmu, fromTwips, points, rgb } from './typst-words.ts'

interface Cell {
  readonly element: Element | null
  readonly row: number
  readonly column: number
  readonly columns: number
  readonly rows: number
}

/** Rows that are repeated on every page: the leading ones marked as such, unless all are. */
const headerRows = (rows: readonly Element[]): number => {
  const count = rows.findIndex((row) => !isMarked(row, 'tblHeader'))
  return count === -1 ? 0 : count
}

const isMarked = (row: Element, name: string): boolean => {
  const properties = wordAt(row, 'trPr')
  return properties !== null && (toggle(properties, name) ?? false)
}

const rowsOf = (table: Element): Element[] =>
  childrenOf(table).flatMap((child) => {
    if (isWord(child, 'tr')) return [child]
    return isWord(child, 'sdt') ? rowsOf(wordAt(child, 'sdtContent') ?? child) : []
  })

/** Cells at their places in the grid; a cell merged downwards stops at the end of the repeated head. */
const cellsOf = (rows: readonly Element[], columns: number, head: number): Cell[] => {
  const placed = rows.map((row) => {
    const before = wordNumber(wordAt(row, 'trPr', 'gridBefore'), 'val') ?? 0
    const cells: { element: Element | null; column: number; columns: number }[] = []
    if (before > 0) cells.push({ element: null, column: 0, columns: Math.min(before, columns) })
    let column = before
    const inside = childrenOf(row).flatMap((child) =>
      isWord(child, 'sdt')
        ? wordChildren(wordAt(child, 'sdtContent') ?? child, 'tc')
        : isWord(child, 'tc')
          ? [child]
          : [],
    )
    for (const element of inside) {
      const span = Math.min(spanOf(element), columns - column)
      if (span < 1) break
      cells.push({ element, column, columns: span })
      column += span
    }
    if (column < columns) cells.push({ element: null, column, columns: columns - column })
    return cells
  })
  const found: Cell[] = []
  for (const [row, cells] of placed.entries()) {
    for (const cell of cells) {
      const goesOn = (at: number): boolean =>
        at !== head &&
        (placed[at] ?? []).some(
          (other) => other.column === cell.column && other.element !== null && mergeOf(other.element) === 'continue',
        )
      const merge = cell.element === null ? null : mergeOf(cell.element)
      if (merge === 'continue' && row > 0 && row !== head) continue
      let end = row + 1
      if (merge !== null) while (end < rows.length && goesOn(end)) end += 1
      found.push({ ...cell, row, rows: end - row })
    }
  }
  return found
}

const stroke = (line: Line | null): string =>
  line === null ? 'none' : `${points(line.widthPoints)} + ${rgb(line.colour)}`

export const tableMarkup = (table: Element, drawing: Drawing, place: Place): string => {
  const rows = rowsOf(table)
  const styleId = wordAttribute(wordAt(table, 'tblPr', 'tblStyle'), 'val') ?? drawing.styles.defaultTable
  const look = tableLookOf(table, drawing.styles.chain(styleId))
  const widths = columnWidths(table, rows, place.widthPoints - Math.max(0, look.indent))
  if (rows.length === 0 || widths.length === 0) return '[]'
  const head = headerRows(rows)
  const base = drawing.styles.over(place.base, styleId)
  const cells = cellsOf(rows, widths.length, head)
  const made = cells.map((cell) => ({
    row: cell.row,
    code: cellMarkup(cell, { look, widths, rows, drawing, place: { ...place, base, isBody: false } }),
  }))
  const [header, body] = [made.filter(({ row }) => row < head), made.filter(({ row }) => row >= head)]
  const parts = [
    `columns: (${widths.map(points).join(', ')},)`,
    'stroke: none',
    'inset: 0pt',
    ...(header.length > 0 ? [`table.header(repeat: true,\n${header.map(({ code }) => code).join(',\n')}\n)`] : []),
    ...body.map(({ code }) => code),
  ]
  const whole = `table(\n${parts.join(',\n')}\n)`
  const indented = look.align === 'left' && look.indent > 0 ? `pad(left: ${points(look.indent)}, ${whole})` : whole
  return `block(width: 100%, align(${look.align}, ${indented}))`
}

interface CellSetting {
  readonly look: TableLook
  readonly widths: readonly number[]
  readonly rows: readonly Element[]
  readonly drawing: Drawing
  readonly place: Place
}

const edgesOf = (cell: Cell, { look, widths, rows }: CellSetting): Record<Side, Line | null> => {
  const own = wordAt(cell.element, 'tcPr', 'tcBorders')
  const usual: Record<Side, Line | null> = {
    top: cell.row === 0 ? look.edges.top : look.edges.insideH,
    bottom: cell.row + cell.rows === rows.length ? look.edges.bottom : look.edges.insideH,
    left: cell.column === 0 ? look.edges.left : look.edges.insideV,
    right: cell.column + cell.columns === widths.length ? look.edges.right : look.edges.insideV,
  }
  const edge = (side: Side): Line | null => {
    const alternative = side === 'left' ? 'start' : side === 'right' ? 'end' : side
    const asked = wordAt(own, side) ?? wordAt(own, alternative)
    return asked === null ? usual[side] : lineOf(asked)
  }
  return { top: edge('top'), left: edge('left'), bottom: edge('bottom'), right: edge('right') }
}

/** What is surely less than half a page; a row that may not fit on one must be free to break, or it would be cut off. */
const lowPoints = 360

const isLow = (row: Element, widths: readonly number[]): boolean => {
  let column = 0
  return wordChildren(row, 'tc').every((cell) => {
    const span = spanOf(cell)
    const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0)
    column += span
    const inside = [...elementsBelow(cell)]
    const heights = inside
      .filter(({ localName }) => localName === 'extent')
      .map((at) => fromEmu(Number(at.getAttribute('cy')) || 0))
    const paragraphs = inside.filter((at) => isWord(at, 'p') || isWord(at, 'br')).length
    const size = Math.max(12, ...inside.map((at) => (isWord(at, 'sz') ? (wordNumber(at, 'val') ?? 0) / 2 : 0)))
    const lines = paragraphs + ((cell.textContent ?? '').length * size) / Math.max(size, width - 12)
    return lines * size * 1.5 + heights.reduce((sum, one) => sum + one, 0) < lowPoints
  })
}

const verticals: Readonly<Record<string, string>> = { center: 'horizon', bottom: 'bottom' }

const cellMarkup = (cell: Cell, setting: CellSetting): string => {
  const { look, widths, rows, drawing, place } = setting
  const spans = `colspan: ${cell.columns}, rowspan: ${cell.rows}`
  if (cell.element === null) return `table.cell(${spans}, stroke: none)[]`
  const properties = wordAt(cell.element, 'tcPr')
  const margin = (side: Side): number => {
    const twips = wordNumber(wordAt(properties, 'tcMar', side), 'w')
    return twips === null ? look.margins[side] : fromTwips(twips)
  }
  const width = widths.slice(cell.column, cell.column + cell.columns).reduce((sum, one) => sum + one, 0)
  const inner = Math.max(4, width - margin('left') - margin('right'))
  const edges = edgesOf(cell, setting)
  const fill = colourOf(wordAttribute(wordAt(properties, 'shd'), 'fill'))
  const row = rows[cell.row] ?? null
  const stays = row !== null && isMarked(row, 'cantSplit') && isLow(row, widths)
  const vertical = verticals[wordAttribute(wordAt(properties, 'vAlign'), 'val') ?? ''] ?? 'top'
  const options = [
    spans,
    `align: ${vertical} + left`,
    `inset: (${sides.map((side) => `${side}: ${points(margin(side))}`).join(', ')})`,
    `stroke: (${sides.map((side) => `${side}: ${stroke(edges[side])}`).join(', ')})`,
    ...(fill === null || fill === 'FFFFFF' ? [] : [`fill: ${rgb(fill)}`]),
    ...(stays ? ['breakable: false'] : []),
  ]
  const content = block(drawing.blocks(cell.element, drawing, { ...place, widthPoints: inner }))
  const height = cell.rows === 1 && row !== null ? heightOf(row) - margin('top') - margin('bottom') : 0
  if (height <= 0) return `table.cell(${options.join(', ')}, ${content})`
  // a strut of no width keeps the row as high as it is asked to be
  const strut = `grid(columns: (0pt, 1fr), align: ${vertical} + left, block(height: ${points(height)}), ${content})`
  return `table.cell(${options.join(', ')}, ${strut})`
}

const heightOf = (row: Element): number => fromTwips(wordNumber(wordAt(row, 'trPr', 'trHeight'), 'val') ?? 0)
