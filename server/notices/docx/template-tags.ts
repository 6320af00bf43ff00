import {
  childrenOf,
  cloneOf,
  type Element,
  elementsBelow,
  insertAfter,
  isWord,
  makeText,
  makeWord,
  type Node,
  removeNode,
  wordAt,
} from './xml.ts'

export interface TagWords {
  readonly kind: 'open' | 'close' | 'value'
  readonly name: string
  /** As it stands in the template. */
  readonly raw: string
}

/** A clerk's input method may give full-width braces; they mean the same. */
const tagPattern = /[{｛]([^{}｛｝]*)[}｝]/g
const anyBrace = /[{}｛｝]/

export const tagWordsOf = (raw: string): TagWords => {
  const inside = raw.slice(1, -1).trim()
  const sign = inside.charAt(0)
  const name = inside.slice(1).trim()
  if (sign === '#' || sign === '＃') return { kind: 'open', name, raw }
  if (sign === '/' || sign === '／') return { kind: 'close', name, raw }
  return { kind: 'value', name: inside, raw }
}

/** Runs of a paragraph's own, not those of a text box inside it. */
export const runsOf = (paragraph: Element): Element[] =>
  [...elementsBelow(paragraph, (at) => !isWord(at, 'r') && !isWord(at, 'p'))].filter((at) => isWord(at, 'r'))

const textsOf = (paragraph: Element): Element[] =>
  runsOf(paragraph).flatMap((run) => childrenOf(run).filter((child) => isWord(child, 't')))

export const paragraphText = (paragraph: Element): string =>
  textsOf(paragraph)
    .map((t) => t.textContent ?? '')
    .join('')

export const paragraphsOf = (root: Node): Element[] => [...elementsBelow(root)].filter((at) => isWord(at, 'p'))

/** Braces that belong to no tag, with the words around them. */
export const strayBraces = (text: string): string[] => {
  const rest = text.replace(tagPattern, '\n')
  return rest
    .split('\n')
    .filter((piece) => anyBrace.test(piece))
    .map((piece) => piece.trim().slice(0, 40))
}

export const tagsIn = (text: string): TagWords[] => [...text.matchAll(tagPattern)].map(([raw]) => tagWordsOf(raw))

/** Set on a run that holds one tag and nothing else; taken away when the tag is filled. */
const markName = 'luqing-tag'

export const markOf = (run: Element): TagWords | null => {
  const raw = run.getAttribute(markName)
  return raw === null || raw === '' ? null : tagWordsOf(raw)
}

export const markedRuns = (root: Node): Element[] => [...elementsBelow(root)].filter((at) => at.hasAttribute(markName))

export const unmark = (run: Element): void => run.removeAttribute(markName)

/** Gives every tag a run of its own, however many runs Word has split it over, so that data is never read as a tag. */
export const markTags = (root: Node): void => {
  for (const paragraph of paragraphsOf(root)) {
    if (!anyBrace.test(paragraphText(paragraph))) continue
    for (const run of runsOf(paragraph)) separate(run)
    const matches = [...paragraphText(paragraph).matchAll(tagPattern)]
    for (const match of matches.reverse()) isolate(paragraph, match.index, match[0])
  }
}

/** One content element per run, each with the run's properties. */
const separate = (run: Element): void => {
  const contents = childrenOf(run).filter((child): boolean => !isWord(child, 'rPr'))
  for (const content of contents.slice(1).reverse()) {
    const made = emptyLike(run)
    made.appendChild(content)
    insertAfter(made, run)
  }
}

const emptyLike = (run: Element): Element => {
  const made = makeWord(run, 'r')
  const properties = wordAt(run, 'rPr')
  if (properties) made.appendChild(cloneOf(properties))
  return made
}

/** Takes `raw`, which begins at `from` in the paragraph's words, into a marked run. */
const isolate = (paragraph: Element, from: number, raw: string): void => {
  let at = 0
  let first: Element | null = null
  let after = ''
  for (const t of textsOf(paragraph)) {
    const words = t.textContent ?? ''
    const begins = at
    at += words.length
    if (at <= from || begins >= from + raw.length) continue
    const run = t.parentNode
    if (!isWord(run, 'r')) continue
    if (first === null) {
      first = run
      after = words.slice(from + raw.length - begins)
      setWords(run, words.slice(0, from - begins))
    } else setWords(run, words.slice(from + raw.length - begins))
  }
  if (first === null) return
  const tag = runLike(first, raw)
  tag.setAttribute(markName, raw)
  insertAfter(tag, first)
  if (after !== '') insertAfter(runLike(first, after), tag)
  for (const run of runsOf(paragraph)) if (isHollow(run)) removeNode(run)
}

export const runLike = (run: Element, words: string): Element => {
  const made = emptyLike(run)
  made.appendChild(makeText(run, words))
  return made
}

const setWords = (run: Element, words: string): void => {
  for (const t of childrenOf(run).filter((child) => isWord(child, 't'))) removeNode(t)
  run.appendChild(makeText(run, words))
}

const isHollow = (run: Element): boolean => {
  const contents = childrenOf(run).filter((child): boolean => !isWord(child, 'rPr'))
  return contents.every((child) => isWord(child, 't') && (child.textContent ?? '') === '')
}

const isBlank = (run: Element): boolean => {
  const contents = childrenOf(run).filter((child): boolean => !isWord(child, 'rPr'))
  return contents.every((child) => isWord(child, 't') && (child.textContent ?? '').trim() === '')
}

/** Whether the paragraph shows nothing but these runs. */
export const holdsOnly = (paragraph: Element, runs: readonly Node[]): boolean =>
  runsOf(paragraph).every((run) => runs.includes(run) || isBlank(run))
