import type { Document, Element } from '../docx/xml.ts'
import { wordAt, wordAttribute, wordChildren } from '../docx/xml.ts'
import { type ParagraphLook, plainParagraph, withParagraphProperties } from './paragraph-look.ts'
import { plainRun, type RunLook, withRunProperties } from './run-look.ts'

export interface Look {
  readonly paragraph: ParagraphLook
  readonly run: RunLook
}

export interface Styles {
  /** What a paragraph or table style says over `base`; unknown and null styles say nothing. */
  over(base: Look, styleId: string | null): Look
  /** The look of a paragraph that names no style. */
  readonly plain: Look
  /** The chain of a table style's own elements, the nearest first. */
  chain(styleId: string | null): readonly Element[]
  readonly defaultTable: string | null
}

const longestChain = 20

export const stylesOf = (document: Document | null): Styles => {
  const root = document?.documentElement ?? null
  const byId = new Map<string, Element>()
  const defaults = new Map<string, string>()
  for (const style of root ? wordChildren(root, 'style') : []) {
    const id = wordAttribute(style, 'styleId') ?? ''
    byId.set(id, style)
    if (['1', 'true', 'on'].includes(wordAttribute(style, 'default') ?? ''))
      defaults.set(wordAttribute(style, 'type') ?? '', id)
  }
  const chain = (styleId: string | null): Element[] => {
    const found: Element[] = []
    for (let id = styleId; id !== null && found.length < longestChain; ) {
      const style = byId.get(id)
      if (!style) break
      found.push(style)
      id = wordAttribute(wordAt(style, 'basedOn'), 'val')
    }
    return found
  }
  const over = (base: Look, styleId: string | null): Look =>
    chain(styleId)
      .reverse()
      .reduce(
        (look, style) => ({
          paragraph: withParagraphProperties(look.paragraph, wordAt(style, 'pPr')),
          run: withRunProperties(look.run, wordAt(style, 'rPr')),
        }),
        base,
      )
  const documentDefaults: Look = {
    paragraph: withParagraphProperties(plainParagraph, wordAt(root, 'docDefaults', 'pPrDefault', 'pPr')),
    run: withRunProperties(plainRun, wordAt(root, 'docDefaults', 'rPrDefault', 'rPr')),
  }
  return {
    over,
    chain,
    plain: over(documentDefaults, defaults.get('paragraph') ?? null),
    defaultTable: defaults.get('table') ?? null,
  }
}
