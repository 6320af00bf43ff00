import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import { expect, test } from 'vitest'
import { builtWeb } from './county-at-address.ts'

/** Chromium 94 and Safari 15.4 are the oldest that have to work: what they cannot read must not be in the build. */

const scripts = async (): Promise<string[]> => {
  const names = await readdir(builtWeb, { recursive: true })
  return names.filter((name) => /\.m?js$/.test(name)).map((name) => join(builtWeb, name))
}

/** Names of later years, asked of an object or called by themselves. Libraries that look first are named below. */
const laterNames = new Set([
  ...['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'fromAsync', 'withResolvers', 'groupBy'],
  ...['isWellFormed', 'toWellFormed', 'structuredClone', 'transferToFixedLength', 'isDisjointFrom', 'isSubsetOf'],
])

interface Finding {
  readonly what: string
  readonly near: string
}

const isNode = (value: unknown): value is object => typeof value === 'object' && value !== null
const textOf = (node: object, key: string): string => {
  const value: unknown = Reflect.get(node, key)
  return typeof value === 'string' ? value : ''
}
const partOf = (node: object, key: string): object => {
  const value: unknown = Reflect.get(node, key)
  return isNode(value) ? value : {}
}

const laterSyntax = (node: object): string | null => {
  switch (textOf(node, 'type')) {
    case 'StaticBlock':
      return 'a static block'
    case 'AccessorProperty':
    case 'Decorator':
    case 'ImportAttribute':
      return textOf(node, 'type')
    case 'VariableDeclaration':
      return textOf(node, 'kind').includes('using') ? 'using' : null
    case 'Literal': {
      const regex = partOf(node, 'regex')
      if (/\(\?<[=!]/.test(textOf(regex, 'pattern'))) return 'a regular expression that looks behind'
      return textOf(regex, 'flags').includes('v') ? 'a regular expression of sets' : null
    }
    case 'MemberExpression': {
      const name = textOf(partOf(node, 'property'), 'name')
      return Reflect.get(node, 'computed') !== true && laterNames.has(name) ? `.${name}` : null
    }
    case 'CallExpression': {
      const name = textOf(partOf(node, 'callee'), 'name')
      return laterNames.has(name) ? `${name}()` : null
    }
    default:
      return null
  }
}

const findingsIn = (source: string): Finding[] => {
  const found: Finding[] = []
  const open: unknown[] = [parseAst(source)]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isNode(node)) continue
    const what = Array.isArray(node) ? null : laterSyntax(node)
    const start: unknown = Reflect.get(node, 'start')
    if (what !== null) found.push({ what, near: typeof start === 'number' ? source.slice(start, start + 80) : '' })
    for (const part of Object.values(node)) if (isNode(part)) open.push(part)
  }
  return found
}

test('the check itself finds what an old browser cannot read', () => {
  expect(findingsIn('class A { static { a() } }').map(({ what }) => what)).toEqual(['a static block'])
  expect(findingsIn('x = /(?<=a)b/').map(({ what }) => what)).toEqual(['a regular expression that looks behind'])
  expect(findingsIn('x.toSorted(); structuredClone(x)').length).toBe(2)
  expect(findingsIn('x ??= y?.at(-1); class B { #c = 1 }')).toEqual([])
})

test('nothing that is built asks for more than Chromium 94 and Safari 15.4 have', async () => {
  const files = await scripts()
  expect(files.length).toBeGreaterThan(20)
  const found: string[] = []
  for (const file of files)
    for (const { what, near } of findingsIn(await readFile(file, 'utf8')))
      found.push(`${file.slice(builtWeb.length + 1)}: ${what} in ${near}`)
  expect(found).toEqual([])
})
