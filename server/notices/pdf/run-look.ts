import { type Element, wordAt, wordAttribute, wordNumber } from '../docx/xml.ts'
import { colourOf, fromTwips } from './typst-words.ts'

/** How a run looks, as far as the PDF shows it. */
export interface RunLook {
  readonly sizePoints: number
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly strike: boolean
  readonly hidden: boolean
  readonly colour: string | null
  readonly highlight: string | null
  readonly shift: 'superscript' | 'subscript' | null
  readonly trackingPoints: number
  readonly family: string
}

/** What Word takes where nothing says otherwise. */
export const plainRun: RunLook = {
  sizePoints: 10,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  hidden: false,
  colour: null,
  highlight: null,
  shift: null,
  trackingPoints: 0,
  family: '',
}

/** `<w:b/>` is yes, `<w:b w:val="0"/>` is no, and nothing at all leaves it as it was. */
export const toggle = (properties: Element, name: string): boolean | null => {
  const found = wordAt(properties, name)
  if (found === null) return null
  return !['0', 'false', 'off', 'none'].includes(wordAttribute(found, 'val') ?? '1')
}

const highlights: Readonly<Record<string, string>> = {
  yellow: 'FFFF00',
  green: '00FF00',
  cyan: '00FFFF',
  magenta: 'FF00FF',
  red: 'FF0000',
  lightGray: 'C0C0C0',
}

/** `base` as changed by a `w:rPr`. */
export const withRunProperties = (base: RunLook, properties: Element | null): RunLook => {
  if (properties === null) return base
  const size = wordNumber(wordAt(properties, 'sz'), 'val')
  const colour = wordAt(properties, 'color')
  const highlight = wordAt(properties, 'highlight')
  const shade = colourOf(wordAttribute(wordAt(properties, 'shd'), 'fill'))
  const shift = wordAttribute(wordAt(properties, 'vertAlign'), 'val')
  const tracking = wordNumber(wordAt(properties, 'spacing'), 'val')
  return {
    sizePoints: size === null ? base.sizePoints : size / 2,
    bold: toggle(properties, 'b') ?? base.bold,
    italic: toggle(properties, 'i') ?? base.italic,
    underline: toggle(properties, 'u') ?? base.underline,
    strike: toggle(properties, 'strike') ?? toggle(properties, 'dstrike') ?? base.strike,
    hidden: toggle(properties, 'vanish') ?? base.hidden,
    colour: colour === null ? base.colour : colourOf(wordAttribute(colour, 'val')),
    highlight:
      highlight === null ? (shade ?? base.highlight) : (highlights[wordAttribute(highlight, 'val') ?? ''] ?? null),
    shift: shift === null ? base.shift : shift === 'superscript' || shift === 'subscript' ? shift : null,
    trackingPoints: tracking === null ? base.trackingPoints : fromTwips(tracking),
    family: wordAttribute(wordAt(properties, 'rFonts'), 'eastAsia') ?? base.family,
  }
}

/** Faces that are heavy by themselves; the PDF has one family in two weights. */
const heavy = /黑体|黑|hei|标宋|大标宋|gothic|heavy/i

export const weightOf = (look: RunLook): number => (look.bold || heavy.test(look.family) ? 700 : 400)
