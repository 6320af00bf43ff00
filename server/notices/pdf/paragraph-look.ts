import { type Element, wordAt, wordAttribute, wordChildren, wordNumber } from '../docx/xml.ts'
import { toggle } from './run-look.ts'
import { fromTwips } from './typst-words.ts'

export interface Line {
  readonly widthPoints: number
  readonly colour: string
}

/** How a paragraph is set; lengths in points, lengths in characters apart, for they grow with the type. */
export interface ParagraphLook {
  readonly align: 'left' | 'center' | 'right' | 'justify'
  readonly left: number
  readonly right: number
  /** Negative hangs. */
  readonly first: number
  readonly leftCharacters: number
  readonly firstCharacters: number
  readonly before: number
  readonly after: number
  readonly line: { readonly rule: 'auto' | 'exact' | 'atLeast'; readonly value: number }
  readonly keepNext: boolean
  readonly keepLines: boolean
  readonly breakBefore: boolean
  readonly above: Line | null
  readonly below: Line | null
  readonly numbering: { readonly id: string; readonly level: number } | null
  readonly tabs: readonly ('left' | 'center' | 'right')[]
}

export const plainParagraph: ParagraphLook = {
  align: 'left',
  left: 0,
  right: 0,
  first: 0,
  leftCharacters: 0,
  firstCharacters: 0,
  before: 0,
  after: 0,
  line: { rule: 'auto', value: 1 },
  keepNext: false,
  keepLines: false,
  breakBefore: false,
  above: null,
  below: null,
  numbering: null,
  tabs: [],
}

const alignments: Readonly<Record<string, ParagraphLook['align']>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
}

/** A border element as a line; null for none. Widths come in eighths of a point. */
export const lineOf = (border: Element | null): Line | null => {
  const kind = wordAttribute(border, 'val')
  if (border === null || kind === null || kind === 'nil' || kind === 'none') return null
  const eighths = wordNumber(border, 'sz') ?? 4
  const colour = wordAttribute(border, 'color') ?? ''
  const width = Math.max(0.25, eighths / 8) * (kind === 'double' || kind.startsWith('thick') ? 1.6 : 1)
  return { widthPoints: width, colour: /^[0-9a-f]{6}$/i.test(colour) ? colour : '000000' }
}

const lineHeight = (spacing: Element | null, base: ParagraphLook['line']): ParagraphLook['line'] => {
  const value = wordNumber(spacing, 'line')
  if (value === null) return base
  const rule = wordAttribute(spacing, 'lineRule')
  if (rule === 'exact' || rule === 'atLeast') return { rule, value: fromTwips(value) }
  return { rule: 'auto', value: value / 240 }
}

const indents = (indent: Element | null, base: ParagraphLook) => {
  const length = (...names: readonly string[]): number | null => {
    const found = names.map((name) => wordNumber(indent, name)).find((value) => value !== null)
    return found === undefined || found === null ? null : found
  }
  const hanging = length('hanging')
  const hangingCharacters = length('hangingChars')
  const firstCharacters = length('firstLineChars')
  const firstTwips = hanging === null ? length('firstLine') : -hanging
  const inCharacters = hangingCharacters
    ? -hangingCharacters / 100
    : firstCharacters === null
      ? null
      : firstCharacters / 100
  const left = length('left', 'start')
  const right = length('right', 'end')
  const leftCharacters = length('leftChars', 'startChars')
  return {
    left: left === null ? base.left : fromTwips(left),
    right: right === null ? base.right : fromTwips(right),
    first: firstTwips === null ? base.first : fromTwips(firstTwips),
    leftCharacters: leftCharacters === null ? (left === null ? base.leftCharacters : 0) : leftCharacters / 100,
    firstCharacters: inCharacters ?? (firstTwips === null ? base.firstCharacters : 0),
  }
}

const numberingOf = (properties: Element, base: ParagraphLook): ParagraphLook['numbering'] => {
  const numbering = wordAt(properties, 'numPr')
  if (numbering === null) return base.numbering
  const id = wordAttribute(wordAt(numbering, 'numId'), 'val') ?? base.numbering?.id ?? '0'
  const level = wordNumber(wordAt(numbering, 'ilvl'), 'val') ?? base.numbering?.level ?? 0
  return id === '0' ? null : { id, level }
}

const tabStops = (properties: Element, base: ParagraphLook): ParagraphLook['tabs'] => {
  const tabs = wordAt(properties, 'tabs')
  if (tabs === null) return base.tabs
  const kinds = wordChildren(tabs, 'tab').map((stop) => alignments[wordAttribute(stop, 'val') ?? ''] ?? 'left')
  return kinds.map((kind) => (kind === 'justify' ? 'left' : kind))
}

/** `base` as changed by a `w:pPr`. */
export const withParagraphProperties = (base: ParagraphLook, properties: Element | null): ParagraphLook => {
  if (properties === null) return base
  const spacing = wordAt(properties, 'spacing')
  const [before, after] = [wordNumber(spacing, 'before'), wordNumber(spacing, 'after')]
  const borders = wordAt(properties, 'pBdr')
  return {
    ...indents(wordAt(properties, 'ind'), base),
    align: alignments[wordAttribute(wordAt(properties, 'jc'), 'val') ?? ''] ?? base.align,
    before: before === null ? base.before : fromTwips(before),
    after: after === null ? base.after : fromTwips(after),
    line: lineHeight(spacing, base.line),
    keepNext: toggle(properties, 'keepNext') ?? base.keepNext,
    keepLines: toggle(properties, 'keepLines') ?? base.keepLines,
    breakBefore: toggle(properties, 'pageBreakBefore') ?? base.breakBefore,
    above: borders === null ? base.above : lineOf(wordAt(borders, 'top')),
    below: borders === null ? base.below : lineOf(wordAt(borders, 'bottom')),
    numbering: numberingOf(properties, base),
    tabs: tabStops(properties, base),
  }
}
