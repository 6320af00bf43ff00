import { childrenOf, type Element, elementsBelow, isWord, wordAt, wordAttribute } from '../docx/xml.ts'
import type { Drawing } from './drawing.ts'
import { pictureMarkup } from './picture-markup.ts'
import { type RunLook, weightOf, withRunProperties } from './run-look.ts'
import { literal, points, rgb } from './typst-words.ts'

/** A piece of a line, or the end of a page between two pieces of one paragraph. */
export type Inline = { readonly code: string; readonly sizePoints: number } | 'page-break'

/** A word that no line of this width can hold is free to break anywhere, as it is in Word; else it would be cut off. */
const breakable = (words: string, look: RunLook, widthPoints: number): string => {
  const longest = Math.max(1, Math.floor(widthPoints / (look.sizePoints * 0.65)))
  return words.replace(/[\x21-\u2e7f]+/gu, (word) => (word.length > longest ? [...word].join('\u200b') : word))
}

export interface InlineSetting {
  readonly drawing: Drawing
  readonly look: RunLook
  readonly widthPoints: number
  readonly tabs: readonly string[]
}

/** `text(...)` as a function of its look: a literal, never markup. */
export const textMarkup = (words: string, look: RunLook): string => styled(literal(words), look)

const styled = (content: string, look: RunLook): string => {
  const size = look.shift === null ? look.sizePoints : look.sizePoints * 0.65
  const raised = look.shift === 'superscript' ? -0.35 : 0.15
  const options = [
    `size: ${points(size)}`,
    `weight: ${weightOf(look)}`,
    ...(look.italic ? ['style: "italic"'] : []),
    ...(look.colour === null ? [] : [`fill: ${rgb(look.colour)}`]),
    ...(look.shift === null ? [] : [`baseline: ${points(look.sizePoints * raised)}`]),
    ...(look.trackingPoints === 0 ? [] : [`tracking: ${points(look.trackingPoints)}`]),
  ]
  const plain = `text(${options.join(', ')}, ${content})`
  const lined = look.underline ? `underline(offset: 0.16em, stroke: 0.6pt, ${plain})` : plain
  const struck = look.strike ? `strike(${lined})` : lined
  return look.highlight === null ? struck : `highlight(fill: ${rgb(look.highlight)}, ${struck})`
}

/** Underlined blanks are the lines of a form that a pen fills in. */
const blankLine = (words: string, look: RunLook): string => {
  const ems = [...words].reduce((sum, sign) => sum + (sign === '\u3000' ? 1 : 0.5), 0)
  return `box(width: ${points(ems * look.sizePoints)}, height: 1em, stroke: (bottom: 0.6pt))`
}

const counters: Readonly<Record<string, string>> = {
  PAGE: 'counter(page).get().first()',
  NUMPAGES: 'counter(page).final().first()',
  SECTIONPAGES: 'counter(page).final().first()',
}

const counterOf = (instruction: string): string | null =>
  counters[/^\s*([A-Z]+)/i.exec(instruction)?.[1]?.toUpperCase() ?? ''] ?? null

/** Everything a paragraph shows, in order; deleted text of tracked changes is left out. */
export const inlines = (paragraph: Element, setting: InlineSetting): readonly Inline[] => {
  const found: Inline[] = []
  // of a complex field the result is dropped, when the field is one that is counted afresh
  let field: { instruction: string; shown: boolean } | null = null
  const add = (code: string, look: RunLook): void => {
    found.push({ code, sizePoints: look.sizePoints })
  }
  const addCounter = (instruction: string, look: RunLook): boolean => {
    const counter = counterOf(instruction)
    if (counter !== null) add(styled(`context str(${counter})`, look), look)
    return counter !== null
  }
  const addRun = (run: Element): void => {
    const named = setting.drawing.styles.over(
      { paragraph: setting.drawing.styles.plain.paragraph, run: setting.look },
      wordAttribute(wordAt(run, 'rPr', 'rStyle'), 'val'),
    )
    const look = withRunProperties(named.run, wordAt(run, 'rPr'))
    if (look.hidden) return
    for (const child of childrenOf(run)) {
      const name = child.localName ?? ''
      if (name === 'fldChar') {
        const kind = wordAttribute(child, 'fldCharType')
        if (kind === 'begin') field = { instruction: '', shown: false }
        if (field && kind === 'separate') field.shown = addCounter(field.instruction, look)
        if (kind === 'end') {
          if (field && !field.shown) addCounter(field.instruction, look)
          field = null
        }
      } else if (name === 'instrText') {
        if (field) field.instruction += child.textContent ?? ''
      } else if (field === null || (!field.shown && field.instruction !== '' && counterOf(field.instruction) === null))
        addContent(child, look)
    }
  }
  const addContent = (child: Element, look: RunLook): void => {
    const name = child.localName ?? ''
    const words = name === 'noBreakHyphen' ? '\u2011' : name === 'sym' ? symbolOf(child) : (child.textContent ?? '')
    if (name === 'br' && wordAttribute(child, 'type') === 'page') found.push('page-break')
    else if (name === 'br' || name === 'cr') add('linebreak()', look)
    else if (name === 'tab' || name === 'ptab') add(tabMarkup(look, setting), look)
    else if (name === 'drawing')
      add(pictureMarkup(child, setting.drawing, setting.widthPoints), { ...look, sizePoints: 0 })
    else if (['t', 'noBreakHyphen', 'sym'].includes(name) && words !== '') {
      setting.drawing.words.push(words)
      add(
        look.underline && words.trim() === ''
          ? blankLine(words, look)
          : textMarkup(breakable(words, look, setting.widthPoints), look),
        look,
      )
    }
  }
  for (const element of elementsBelow(paragraph, goesInto)) {
    if (isWord(element, 'r')) addRun(element)
    else if (isWord(element, 'fldSimple') && counterOf(wordAttribute(element, 'instr') ?? '') !== null) {
      const look = withRunProperties(setting.look, wordAt(element, 'r', 'rPr'))
      addCounter(wordAttribute(element, 'instr') ?? '', look)
    }
  }
  return found
}

const goesInto = (element: Element): boolean => {
  if (isWord(element, 'fldSimple')) return counterOf(wordAttribute(element, 'instr') ?? '') === null
  return ['hyperlink', 'ins', 'smartTag', 'sdt', 'sdtContent', 'moveTo'].includes(element.localName ?? '')
}

const tabMarkup = (look: RunLook, { tabs }: InlineSetting): string => {
  if (tabs.some((kind) => kind !== 'left')) return 'h(1fr)'
  return look.underline ? blankLine('\u3000\u3000', look) : 'h(2em)'
}

/** Boxes and ticks of the symbol fonts that forms use; other signs of theirs become a dot. */
const symbols: Readonly<Record<string, string>> = {
  F0FE: '☑',
  F0A8: '□',
  F06F: '□',
  F052: '☑',
  F0A3: '□',
  F0FC: '✓',
  F0FB: '✗',
}

const symbolOf = (element: Element): string => {
  const code = (wordAttribute(element, 'char') ?? '').toUpperCase()
  const known = symbols[code]
  if (known !== undefined) return known
  const point = Number.parseInt(code, 16)
  return Number.isFinite(point) && point > 0 && (point < 0xe000 || point > 0xf8ff) ? String.fromCodePoint(point) : '•'
}
