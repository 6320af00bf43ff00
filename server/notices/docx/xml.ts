import { DOMParser, type Document, type Element, type Node, onErrorStopParsing, XMLSerializer } from '@xmldom/xmldom'

export type { Document, Element, Node } from '@xmldom/xmldom'

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A letter nests some twenty deep; what nests without end is made to exhaust the reader. */
const deepest = 200

/** Counted in the tree itself: in the text a comment may hold what looks like the end of an element. */
const isTooDeep = (root: Document): boolean => {
  let depth = 0
  for (let node: Node | null = root; node !== null; ) {
    if (node.firstChild !== null) {
      node = node.firstChild
      depth += 1
      if (depth > deepest) return true
      continue
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode
      depth -= 1
    }
    node = node?.nextSibling ?? null
  }
  return false
}

/** Throws on malformed XML and on a document type, which Word never writes and which could define entities. */
export const parseXml = (text: string): Document => {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Error('a document type')
  const parsed = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text.replace(/^\uFEFF/, ''), 'text/xml')
  if (isTooDeep(parsed)) throw new Error('nested too deep')
  return parsed
}

export const xmlText = (document: Document): string => {
  const text = new XMLSerializer().serializeToString(document)
  return text.startsWith('<?xml') ? text : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`
}

const elementType = 1

export const isElement = (node: Node | null): node is Element => node !== null && node.nodeType === elementType

interface IsWord {
  (node: Element, name: string): boolean
  (node: Node | null | undefined, name: string): node is Element
}

/** `isWord(node, 'p')`: an element of WordprocessingML by its local name. */
export const isWord: IsWord = (node: Node | null | undefined, name: string): node is Element =>
  node !== undefined && isElement(node) && node.localName === name && node.namespaceURI === wordNamespace

export const childrenOf = (parent: Node): Element[] => {
  const found: Element[] = []
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) if (isElement(node)) found.push(node)
  return found
}

export const wordChildren = (parent: Node, name: string): Element[] =>
  childrenOf(parent).filter((child) => isWord(child, name))

/** The element at the end of a path of first children: `wordAt(p, 'pPr', 'numPr', 'ilvl')`. */
export const wordAt = (parent: Node | null, ...path: readonly string[]): Element | null => {
  let at: Node | null = parent
  for (const name of path) at = firstWord(at, name)
  return isElement(at) ? at : null
}

const firstWord = (parent: Node | null, name: string): Element | null => {
  for (let node = parent?.firstChild ?? null; node !== null; node = node.nextSibling)
    if (isWord(node, name)) return node
  return null
}

/** An attribute of WordprocessingML; null when it is not there. */
export const wordAttribute = (element: Element | null, name: string): string | null =>
  element?.getAttributeNS(wordNamespace, name) ?? null

export const wordNumber = (element: Element | null, name: string): number | null => {
  const value = Number.parseFloat(wordAttribute(element, name) ?? '')
  return Number.isFinite(value) ? value : null
}

/** Every element below, in the order of the document; `into` says whether to go deeper. */
export const elementsBelow = (root: Node, into: (element: Element) => boolean = () => true): Element[] => {
  const found: Element[] = []
  const collect = (parent: Node): void => {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (!isElement(node)) continue
      found.push(node)
      if (into(node)) collect(node)
    }
  }
  collect(root)
  return found
}

export const ancestorOf = (node: Node, name: string): Element | null => {
  for (let at = node.parentNode; at !== null; at = at.parentNode) if (isWord(at, name)) return at
  return null
}

export const removeNode = (node: Node): void => {
  node.parentNode?.removeChild(node)
}

export const insertAfter = (made: Node, node: Node): void => {
  node.parentNode?.insertBefore(made, node.nextSibling)
}

export const makeWord = (near: Node, name: string): Element => {
  const document = near.ownerDocument
  if (document === null) throw new Error('a node of no document')
  return document.createElementNS(wordNamespace, `w:${name}`)
}

/** `text` as `w:t`, with its spaces kept. */
export const makeText = (near: Node, text: string): Element => {
  const made = makeWord(near, 't')
  made.setAttribute('xml:space', 'preserve')
  made.appendChild(document(near).createTextNode(text))
  return made
}

const document = (near: Node): Document => {
  if (near.ownerDocument === null) throw new Error('a node of no document')
  return near.ownerDocument
}

export const cloneOf = (element: Element): Element => {
  const made = element.cloneNode(true)
  if (!isElement(made)) throw new Error('an element clones into an element')
  return made
}
