import {
  childrenOf,
  type Element,
  isWord,
  type Node,
  parseXml,
  wordAt,
  wordAttribute,
  wordChildren,
  wordNamespace,
} from './xml.ts'

/** A demonstration county's papers must not be taken for real ones, whatever its template says. */
export const inventedMark = '演示文书：内容虚构，不具效力'

const markup = `<w:p xmlns:w="${wordNamespace}"><w:pPr><w:spacing w:before="0" w:after="0"/><w:ind w:firstLine="0"/><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/><w:color w:val="9A3412"/><w:sz w:val="18"/></w:rPr><w:t>${inventedMark}</w:t></w:r></w:p>`

/** Puts the mark first into every header, and into the body where no header would show it. */
export const markInvented = (root: Element, isMain: boolean): void => {
  const isHeader = isWord(root, 'hdr')
  const body = childrenOf(root).find((child) => isWord(child, 'body'))
  const target: Element | null = isHeader ? root : isMain && body ? body : null
  if (target === null) return
  if (isMain && showsHeader(body ?? root)) return
  const made = parseXml(markup).documentElement
  const document = target.ownerDocument
  if (made && document) target.insertBefore(document.importNode(made, true), target.firstChild)
}

const showsHeader = (body: Node): boolean => {
  const sections = childrenOf(body).filter((child) => isWord(child, 'sectPr'))
  return sections.some((section) => {
    const kinds = wordChildren(section, 'headerReference').map((reference) => wordAttribute(reference, 'type'))
    return kinds.includes('default') && (kinds.includes('first') || wordAt(section, 'titlePg') === null)
  })
}
