import { holdsOnly } from './template-tags.ts'
import { ancestorOf, childrenOf, type Element, isElement, isWord, type Node, removeNode } from './xml.ts'

/** The opening and the closing stand in different containers. */
export class LoopCrosses extends Error {}

const pathTo = (node: Node): Node[] => {
  const path: Node[] = []
  for (let at: Node | null = node; at !== null; at = at.parentNode) path.unshift(at)
  return path
}

const between = (first: Node, last: Node): Node[] => {
  const nodes: Node[] = []
  for (let at: Node | null = first; at !== null; at = at.nextSibling) {
    nodes.push(at)
    if (at === last) return nodes
  }
  throw new LoopCrosses()
}

/**
 * The siblings to repeat; the two tags, and paragraphs that held only a tag, are taken out. Both tags in one paragraph
 * repeat what is between them, or the paragraph when it holds nothing else; in different cells, the rows; in different
 * paragraphs of one container, the paragraphs. Throws LoopCrosses.
 */
export const takeLoopRegion = (open: Element, close: Element): readonly Node[] => {
  const { nodes, dropped } = regionOf(open, close)
  for (const node of [open, close, ...dropped]) removeNode(node)
  return nodes
}

interface Region {
  readonly nodes: readonly Node[]
  readonly dropped: readonly Node[]
}

/** What a loop repeats, and what goes with its tags; throws LoopCrosses. */
export const regionOf = (open: Element, close: Element): Region => {
  const [openPath, closePath] = [pathTo(open), pathTo(close)]
  const depth = openPath.findIndex((node, index) => node !== closePath[index])
  const common = openPath[depth - 1]
  const [first, last] = [openPath[depth], closePath[depth]]
  if (common === undefined || first === undefined || last === undefined) throw new LoopCrosses()
  if (isWord(common, 'p')) return inParagraph(common, open, close)
  if (isWord(common, 'tr')) return { nodes: [common], dropped: [] }
  if (isWord(common, 'tbl')) return { nodes: between(first, last).filter(isElement), dropped: [] }
  if (!isWord(first, 'p') || !isWord(last, 'p')) throw new LoopCrosses()
  if (first !== ancestorOf(open, 'p') || last !== ancestorOf(close, 'p')) throw new LoopCrosses()
  const dropped = [...(holdsOnly(first, [open]) ? [first] : []), ...(holdsOnly(last, [close]) ? [last] : [])]
  return { nodes: between(first, last).filter((node) => !dropped.some((gone) => gone === node)), dropped }
}

const inParagraph = (paragraph: Element, open: Element, close: Element): Region => {
  if (open.parentNode === null || open.parentNode !== close.parentNode) throw new LoopCrosses()
  const nodes = between(open, close)
  const inside = nodes.slice(1, -1)
  const whole = inside.length > 0 && holdsOnly(paragraph, nodes)
  return { nodes: whole ? [paragraph] : inside, dropped: [] }
}

/** A cell, a header or the body must not be left without a paragraph, and a cell must end with one. */
export const needsParagraph = (container: Node): boolean => {
  const blocks = childrenOf(container).filter((child) => ['p', 'tbl', 'sdt'].includes(child.localName ?? ''))
  const last = blocks.at(-1)
  return last === undefined || !isWord(last, 'p')
}
