import { type Element, wordAt, wordAttribute, wordChildren, wordNumber } from '../docx/xml.ts'
import { type Line, lineOf } from './paragraph-look.ts'
import { fromTwips } from './typst-words.ts'

export const sides = ['top', 'left', 'bottom', 'right'] as const
export type Side = (typeof sides)[number]
type EdgeName = Side | 'insideH' | 'insideV'

export interface TableLook {
  readonly edges: Readonly<Record<EdgeName, Line | null>>
  readonly margins: Readonly<Record<Side, number>>
  readonly align: 'left' | 'center' | 'right'
  readonly indent: number
}

const alternatives: Readonly<Record<string, string>> = { left: 'start', right: 'end' }

const sideOf = (container: Element | null, side: string): Element | null =>
  wordAt(container, side) ?? wordAt(container, alternatives[side] ?? side)

/** The table's own properties before its styles', the nearest style first. */
export const tableLookOf = (table: Element, styles: readonly Element[]): TableLook => {
  const properties = [table, ...styles].map((source) => wordAt(source, 'tblPr'))
  const first = <Found>(find: (properties: Element) => Found | null): Found | null => {
    for (const one of properties) {
      const found = one ? find(one) : null
      if (found !== null) return found
    }
    return null
  }
  const edge = (name: EdgeName): Line | null => lineOf(first((one) => sideOf(wordAt(one, 'tblBorders'), name)))
  const margin = (side: Side, usual: number): number => {
    const twips = first((one) => wordNumber(sideOf(wordAt(one, 'tblCellMar'), side), 'w'))
    return twips === null ? usual : fromTwips(twips)
  }
  const jc = first((one) => wordAttribute(wordAt(one, 'jc'), 'val'))
  return {
    edges: {
      top: edge('top'),
      left: edge('left'),
      bottom: edge('bottom'),
      right: edge('right'),
      insideH: edge('insideH'),
      insideV: edge('insideV'),
    },
    margins: {
      top: margin('top', 0),
      left: margin('left', 5.4),
      bottom: margin('bottom', 0),
      right: margin('right', 5.4),
    },
    align: jc === 'center' ? 'center' : jc === 'right' || jc === 'end' ? 'right' : 'left',
    indent: fromTwips(first((one) => wordNumber(wordAt(one, 'tblInd'), 'w')) ?? 0),
  }
}

/** Widths of the columns in points: what the cells ask for before what the grid says, never wider than the place. */
export const columnWidths = (table: Element, rows: readonly Element[], available: number): number[] => {
  const widths = wordChildren(wordAt(table, 'tblGrid') ?? table, 'gridCol').map((one) =>
    fromTwips(wordNumber(one, 'w') ?? 0),
  )
  for (const row of rows) {
    let column = wordNumber(wordAt(row, 'trPr', 'gridBefore'), 'val') ?? 0
    for (const cell of wordChildren(row, 'tc')) {
      const span = spanOf(cell)
      const asked = wordAt(cell, 'tcPr', 'tcW')
      const value = wordNumber(asked, 'w') ?? 0
      const unit = wordAttribute(asked, 'type')
      while (widths.length < column + span) widths.push(0)
      if (span === 1 && value > 0 && unit !== 'auto')
        widths[column] = unit === 'pct' ? (available * value) / 5000 : fromTwips(value)
      column += span
    }
  }
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const known = widths.filter((width) => width > 0).length
  const rest = Math.max(available - whole, 0) / Math.max(1, widths.length - known)
  const filled = widths.map((width) => (width > 0 ? width : Math.max(rest, 20)))
  const total = filled.reduce((sum, width) => sum + width, 0)
  return total > available ? filled.map((width) => (width * available) / total) : filled
}

export const spanOf = (cell: Element): number => Math.max(1, wordNumber(wordAt(cell, 'tcPr', 'gridSpan'), 'val') ?? 1)

/** `restart` begins a cell over several rows, `continue` goes on with it. */
export const mergeOf = (cell: Element): 'restart' | 'continue' | null => {
  const merge = wordAt(cell, 'tcPr', 'vMerge')
  if (merge === null) return null
  return wordAttribute(merge, 'val') === 'restart' ? 'restart' : 'continue'
}
