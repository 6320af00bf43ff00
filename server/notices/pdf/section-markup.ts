import { partXml, relationsOf, resolveTarget } from '../docx/docx-package.ts'
import { type Element, relationNamespace, wordAt, wordAttribute, wordChildren, wordNumber } from '../docx/xml.ts'
import type { Drawing } from './drawing.ts'
import { block, fromTwips, points } from './typst-words.ts'

export interface SectionPage {
  readonly widthPoints: number
  readonly heightPoints: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly header: number
  readonly footer: number
}

const positive = (element: Element | null, name: string, usual: number): number => {
  const twips = wordNumber(element, name)
  return twips === null ? usual : Math.abs(fromTwips(twips))
}

export const pageOf = (section: Element | null): SectionPage => {
  const [size, margins] = [wordAt(section, 'pgSz'), wordAt(section, 'pgMar')]
  return {
    widthPoints: positive(size, 'w', 595.3),
    heightPoints: positive(size, 'h', 841.9),
    top: positive(margins, 'top', 72),
    bottom: positive(margins, 'bottom', 72),
    left: positive(margins, 'left', 90),
    right: positive(margins, 'right', 90),
    header: positive(margins, 'header', 36),
    footer: positive(margins, 'footer', 36),
  }
}

const kinds = ['default', 'first', 'even'] as const
type HeaderKind = (typeof kinds)[number]
export type Headers = Readonly<Partial<Record<HeaderKind, string>>>

/** Paths of the headers or footers of a section; what it does not name it takes from the section before. */
export const headersOf = (section: Element | null, name: string, drawing: Drawing, before: Headers): Headers => {
  const own: Partial<Record<HeaderKind, string>> = { ...before }
  for (const reference of section ? wordChildren(section, name) : []) {
    const kind = kinds.find((one) => one === wordAttribute(reference, 'type')) ?? 'default'
    const relation = drawing.relations.get(reference.getAttributeNS(relationNamespace, 'id') ?? '')
    if (relation) own[kind] = resolveTarget(drawing.part, relation.target)
  }
  return own
}

const contentOf = (path: string | undefined, drawing: Drawing, widthPoints: number): string => {
  const root = path === undefined ? null : (partXml(drawing.files, path)?.documentElement ?? null)
  if (path === undefined || root === null) return '{}'
  const relations = new Map(relationsOf(drawing.files, path).map((relation) => [relation.id, relation]))
  const place = { widthPoints, base: drawing.styles.plain, isBody: false }
  return block(drawing.blocks(root, { ...drawing, part: path, relations }, place))
}

export interface SectionSetting {
  readonly page: SectionPage
  readonly headers: Headers
  readonly footers: Headers
  readonly hasFirst: boolean
  readonly hasEven: boolean
  /** A label that stands at the section's beginning. */
  readonly label: string
  readonly mark: string | null
}

/** `set page(...)`: a new section begins on a new page. */
export const sectionMarkup = (setting: SectionSetting, drawing: Drawing): string => {
  const { page, headers, footers, hasFirst, hasEven, label, mark } = setting
  const width = page.widthPoints - page.left - page.right
  const choose = (paths: Headers): string => {
    const usual = contentOf(paths.default, drawing, width)
    const even = hasEven ? contentOf(paths.even, drawing, width) : usual
    const first = hasFirst ? contentOf(paths.first, drawing, width) : usual
    const evenOrNot = hasEven ? `if calc.even(here().page()) ${even} else ${usual}` : usual
    return hasFirst ? `if locate(<${label}>).page() == here().page() ${first} else { ${evenOrNot} }` : evenOrNot
  }
  const background =
    mark === null
      ? ''
      : `,\nbackground: place(center + horizon, rotate(-32deg, text(size: 120pt, weight: 700, fill: rgb("F1ECE4"), tracking: 30pt, "${mark}")))`
  return `set page(
width: ${points(page.widthPoints)}, height: ${points(page.heightPoints)},
margin: (top: ${points(page.top)}, bottom: ${points(page.bottom)}, left: ${points(page.left)}, right: ${points(page.right)}),
header-ascent: 0pt, footer-descent: 0pt,
header: context align(top + left, block(width: 100%, inset: (top: ${points(page.header)}), { ${choose(headers)} })),
footer: context align(bottom + left, block(width: 100%, inset: (bottom: ${points(page.footer)}), { ${choose(footers)} }))${background}
)
[#metadata(none)#label("${label}")]`
}
