import { type DocxPackage, mainPart, openPackage, partXml, relationsOf, resolveTarget } from '../docx/docx-package.ts'
import { childrenOf, type Element, isWord, wordAt, wordAttribute } from '../docx/xml.ts'
import { blockMarkup, blocksMarkup } from './blocks-markup.ts'
import type { Drawing } from './drawing.ts'
import { numberingOf } from './numbering.ts'
import { toggle } from './run-look.ts'
import { type Headers, headersOf, pageOf, sectionMarkup } from './section-markup.ts'
import { stylesOf } from './styles.ts'
import { literal } from './typst-words.ts'

export interface TypstDocument {
  readonly source: string
  /** Files that the source shows, by absolute path. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly words: string
}

export interface TypstFacts {
  readonly title: string
  readonly author: string
  /** Shown large behind every page, such as 演示. */
  readonly mark: string | null
}

interface Section {
  readonly blocks: Element[]
  readonly properties: Element | null
}

/** A section ends with the paragraph that carries its properties; the last one's stand in the body. */
const sectionsOf = (body: Element): Section[] => {
  const sections: Section[] = []
  let blocks: Element[] = []
  for (const child of childrenOf(body)) {
    if (isWord(child, 'sectPr')) {
      sections.push({ blocks, properties: child })
      return sections
    }
    blocks.push(child)
    const properties = isWord(child, 'p') ? wordAt(child, 'pPr', 'sectPr') : null
    if (properties) {
      sections.push({ blocks, properties })
      blocks = []
    }
  }
  sections.push({ blocks, properties: null })
  return sections
}

const partOfType = (files: DocxPackage, main: string, type: string) => {
  const relation = relationsOf(files, main).find((one) => one.type.endsWith(`/${type}`))
  return relation && !relation.external ? partXml(files, resolveTarget(main, relation.target)) : null
}

/** Draws a finished .docx as a Typst document: text only as string literals, pictures by their path. */
export const docxToTypst = (docx: Uint8Array, facts: TypstFacts): TypstDocument => {
  const files = openPackage(docx)
  const main = mainPart(files)
  const root = main === null ? null : partXml(files, main)?.documentElement
  const body = root ? childrenOf(root).find((child) => isWord(child, 'body')) : undefined
  if (main === null || !body) throw new Error('no body')
  const drawing: Drawing = {
    files,
    part: main,
    relations: new Map(relationsOf(files, main).map((relation) => [relation.id, relation])),
    styles: stylesOf(partOfType(files, main, 'styles')),
    numbering: numberingOf(partOfType(files, main, 'numbering')),
    pictures: new Set(),
    blocks: blocksMarkup,
    words: [facts.mark ?? ''],
  }
  const settings = partOfType(files, main, 'settings')?.documentElement ?? null
  const hasEven = settings !== null && (toggle(settings, 'evenAndOddHeaders') ?? false)
  const statements: string[] = []
  let headers: Headers = {}
  let footers: Headers = {}
  let geometry = ''
  for (const [index, { blocks, properties }] of sectionsOf(body).entries()) {
    headers = headersOf(properties, 'headerReference', drawing, headers)
    footers = headersOf(properties, 'footerReference', drawing, footers)
    const page = pageOf(properties)
    const continues =
      wordAttribute(wordAt(properties, 'type'), 'val') === 'continuous' && JSON.stringify(page) === geometry
    geometry = JSON.stringify(page)
    const hasFirst = properties !== null && (toggle(properties, 'titlePg') ?? false)
    const setting = { page, headers, footers, hasFirst, hasEven, label: `luqing-section-${index}`, mark: facts.mark }
    if (index === 0 || !continues) statements.push(sectionMarkup(setting, drawing))
    const widthPoints = page.widthPoints - page.left - page.right
    const place = { widthPoints, base: drawing.styles.plain, isBody: true }
    statements.push(...blocks.flatMap((element) => blockMarkup(element, drawing, place)))
  }
  const source = `#{
set document(title: ${literal(facts.title)}, author: ${literal(facts.author)}, date: auto)
set text(font: "Noto Serif SC", fallback: false, lang: "zh", region: "cn", size: 10.5pt, top-edge: 0.8em, bottom-edge: -0.2em, hyphenate: false)
set par(spacing: 0pt)
set block(spacing: 0pt)
${statements.join('\n')}
}
`
  const pictures = new Map([...drawing.pictures].map((path) => [`/${path}`, files.get(path) ?? new Uint8Array()]))
  return { source, pictures, words: drawing.words.join('') }
}
