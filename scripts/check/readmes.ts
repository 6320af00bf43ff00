import { posix } from 'node:path'
import type { House, Rule, Violation } from './house.ts'

/** Folders that an installation, a build, a run or a county makes, and that a README may well name. */
const madeLater = /^(node_modules|dist|data|artefacts)(\/|$)/
const topFolders = ['db', 'server', 'web', 'scripts', 'docs', '.ci']
const looksLikePath = /^(\.{1,2}\/|\.?\w)[\w.*-]*(\/[\w.*-]+)*\/?$/
const fileEnding = /\.(ts|tsx|mjs|css|html|json|md|sql|sh|png|jpe?g|webp|svg)$/

interface Named {
  readonly path: string
  readonly line: number
}

/** Links and code spans of running text; `sh` blocks are commands and hold what the reader types. */
const namedInText = (text: string): Named[] => {
  const links = [...text.matchAll(/\]\(([^)#?\s]+)[^)]*\)/g)].map(([, target]) => target ?? '')
  const spans = [...text.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => (code ?? '').split(/[\s,;]+/))
  const targets = links.filter((target) => !/^[a-z]+:|^\//.test(target))
  return [...targets, ...spans.filter((span) => looksLikePath.test(span))].map((path) => ({ path, line: 0 }))
}

/** A tree drawn in a block without a language: `folder/` opens a level, deeper lines lie inside it. */
const namedInTree = (lines: readonly string[], firstLine: number): Named[] => {
  const open: { indent: number; folder: string }[] = []
  const named: Named[] = []
  for (const [index, written] of lines.entries()) {
    const [, drawn = '', name] = /^([\s│├└─]*)(\.?[\w.-]+\/?)(?=\s|$)/.exec(written) ?? []
    if (name === undefined) continue
    while ((open.at(-1)?.indent ?? -1) >= drawn.length) open.pop()
    if (!name.endsWith('/') && !fileEnding.test(name)) continue
    const path = (open.at(-1)?.folder ?? '') + name
    named.push({ path, line: firstLine + index })
    if (name.endsWith('/')) open.push({ indent: drawn.length, folder: path })
  }
  return named
}

const namedIn = (text: string): Named[] => {
  const lines = text.split('\n')
  const named: Named[] = []
  let fence: { language: string; from: number } | null = null
  for (const [index, written] of lines.entries()) {
    const [, language] = /^\s*```(\w*)/.exec(written) ?? []
    if (language === undefined) {
      if (fence === null) named.push(...namedInText(written).map(({ path }) => ({ path, line: index + 1 })))
    } else if (fence === null) fence = { language, from: index + 1 }
    else {
      if (/^(text)?$/.test(fence.language)) named.push(...namedInTree(lines.slice(fence.from, index), fence.from + 1))
      fence = null
    }
  }
  return named
}

/** Any file or folder of this name; `*` stands for any one name. */
const pattern = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}(/|$)`)

/** A name alone, such as `routes.ts` or `hazards/`, may stand for the one of that name in any folder. */
const bareNameIsMissing = (files: readonly string[], name: string): boolean => {
  const asked = pattern(name)
  return !files.some((file) => file.split('/').some((part) => asked.test(part)))
}

/** Only what begins like something of the house counts as a path: `application/json` and `zh-CN/en` do not. */
const isMissing = ({ tree }: House, readme: string, named: string): boolean => {
  const files = [...tree.keys()]
  const path = named.replace(/\/$/, '')
  const here = posix.join(posix.dirname(readme), path)
  if (madeLater.test(path) || madeLater.test(here)) return false
  if (!path.includes('/')) return (fileEnding.test(path) || named.endsWith('/')) && bareNameIsMissing(files, path)
  const [first = ''] = path.split('/')
  const beside = posix.join(posix.dirname(readme), first)
  const isOurs =
    topFolders.includes(first) || first.startsWith('.') || files.some((file) => file.startsWith(`${beside}/`))
  return isOurs && !files.some((file) => pattern(here).test(file) || pattern(path).test(file))
}

/** A README that names what is no longer there misleads whoever reads it first. */
export const readmesAreTrue: Rule = {
  name: 'readmes-are-true',
  *find(house): Iterable<Violation> {
    for (const [file, text] of house.tree) {
      if (!/(^|\/)README[\w.-]*\.md$/.test(file)) continue
      for (const { path, line } of namedIn(text))
        if (isMissing(house, file, path))
          yield { file, line, rule: 'readmes-are-true', sentence: `names ${path}, which does not exist` }
    }
  },
}
