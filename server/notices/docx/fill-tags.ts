import { needsParagraph, takeLoopRegion } from './loop-region.ts'
import { isList, isPicture, type TagData, type TagPicture, tagValue } from './tag-data.ts'
import { holdsOnly, markedRuns, markOf, runLike, runsOf, unmark } from './template-tags.ts'
import {
  ancestorOf,
  childrenOf,
  cloneOf,
  type Element,
  elementsBelow,
  insertAfter,
  isElement,
  isWord,
  makeText,
  makeWord,
  type Node,
  removeNode,
  wordAt,
} from './xml.ts'

export interface Filling {
  /** The drawing that shows a picture, made for the part that is being filled. */
  readonly pictureAt: (near: Node, picture: TagPicture) => Element
}

/** Fills the marked runs below, loops and what is inside them included; throws LoopCrosses or on unbalanced loops. */
export const fillWithin = (root: Node, scopes: readonly TagData[], filling: Filling): void => {
  const runs = markedRuns(root)
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at]
    const tag = run ? markOf(run) : null
    if (!run || !tag) continue
    if (tag.kind === 'value') {
      fillValue(run, tagValue(scopes, tag.name), filling)
      continue
    }
    const closes = closingOf(runs, at)
    const close = runs[closes]
    if (tag.kind === 'close' || !close) throw new Error(`unbalanced ${tag.raw}`)
    fillLoop(run, close, tag.name, scopes, filling)
    at = closes
  }
}

const closingOf = (runs: readonly Element[], from: number): number => {
  let depth = 0
  for (let at = from; at < runs.length; at += 1) {
    const run = runs[at]
    const kind = run ? markOf(run)?.kind : undefined
    if (kind === 'open') depth += 1
    if (kind === 'close') depth -= 1
    if (depth === 0) return at
  }
  return -1
}

const itemsOf = (scopes: readonly TagData[], name: string): readonly TagData[] => {
  const value = tagValue(scopes, name)
  if (typeof value !== 'string' && isList(value)) return value
  return value === '' || value === false ? [] : [{}]
}

const fillLoop = (open: Element, close: Element, name: string, scopes: readonly TagData[], filling: Filling): void => {
  const items = itemsOf(scopes, name)
  const table = ancestorOf(open, 'tbl')
  const containers = [ancestorOf(open, 'p')?.parentNode, ancestorOf(close, 'p')?.parentNode, table?.parentNode]
  const nodes = takeLoopRegion(open, close)
  const [first] = nodes
  if (first) {
    for (const item of items) {
      const wrapper = makeWord(first, 'luqing')
      for (const node of nodes) wrapper.appendChild(isElement(node) ? cloneOf(node) : node.cloneNode(true))
      dropIdentities(wrapper)
      fillWithin(wrapper, [...scopes, item], filling)
      while (wrapper.firstChild) first.parentNode?.insertBefore(wrapper.firstChild, first)
    }
    for (const node of nodes) removeNode(node)
  }
  if (table && !childrenOf(table).some((child) => isWord(child, 'tr'))) removeNode(table)
  for (const container of containers) if (container) mendContainer(container)
}

/** Copies must not carry the same bookmark or paragraph id twice. */
const dropIdentities = (root: Node): void => {
  for (const element of [...elementsBelow(root)]) {
    if (isWord(element, 'bookmarkStart') || isWord(element, 'bookmarkEnd')) removeNode(element)
    for (const attribute of [...element.attributes])
      if (attribute.localName === 'paraId' || attribute.localName === 'textId') element.removeAttributeNode(attribute)
  }
}

/** A cell and a header end with a paragraph. */
const mendContainer = (container: Node): void => {
  const needy = ['tc', 'hdr', 'ftr'].some((name) => isWord(container, name))
  if (needy && needsParagraph(container)) container.appendChild(makeWord(container, 'p'))
}

const fillValue = (run: Element, value: ReturnType<typeof tagValue>, filling: Filling): void => {
  unmark(run)
  for (const child of childrenOf(run)) if (!isWord(child, 'rPr')) removeNode(child)
  if (typeof value === 'object' && isPicture(value)) {
    run.appendChild(filling.pictureAt(run, value))
    return
  }
  const lines = (typeof value === 'string' ? value : '').split('\n')
  const paragraph = ancestorOf(run, 'p')
  if (paragraph && lines.length === 1 && lines[0] === '') leaveOut(run, paragraph)
  else if (paragraph && isLast(run, paragraph)) fillParagraphs(paragraph, run, lines)
  else fillLines(run, lines)
}

const isLast = (run: Element, paragraph: Element): boolean => {
  const runs = runsOf(paragraph)
  const after = runs.slice(runs.indexOf(run) + 1)
  return (
    run.parentNode === paragraph &&
    holdsOnly(
      paragraph,
      runs.filter((other) => !after.includes(other)),
    )
  )
}

const fillLines = (run: Element, lines: readonly string[]): void => {
  for (const [index, line] of lines.entries()) {
    if (index > 0) run.appendChild(makeWord(run, 'br'))
    if (line !== '') run.appendChild(makeText(run, line))
  }
}

/** Nothing to say leaves no empty line behind, where the paragraph was there for it alone. */
const leaveOut = (run: Element, paragraph: Element): void => {
  const alone = holdsOnly(paragraph, [run]) && wordAt(paragraph, 'pPr', 'sectPr') === null
  const container = paragraph.parentNode
  removeNode(run)
  const others = container ? childrenOf(container).filter((child) => isWord(child, 'p')).length - 1 : 0
  if (alone && others > 0) removeNode(paragraph)
}

/** At the end of a paragraph, every further line becomes a paragraph of the same form. */
const fillParagraphs = (paragraph: Element, run: Element, lines: readonly string[]): void => {
  const [firstLine = '', ...others] = lines
  let last = paragraph
  for (const line of others) {
    const made = makeWord(paragraph, 'p')
    const properties = wordAt(paragraph, 'pPr')
    if (properties) made.appendChild(cloneOf(properties))
    const copied = wordAt(made, 'pPr')
    if (copied) dropNumbering(copied)
    made.appendChild(runLike(run, line))
    insertAfter(made, last)
    last = made
  }
  run.appendChild(makeText(run, firstLine))
}

/** Further lines of a numbered paragraph are not further numbers, nor sections. */
const dropNumbering = (properties: Element): void => {
  for (const name of ['numPr', 'sectPr']) {
    const found = wordAt(properties, name)
    if (found) removeNode(found)
  }
}
