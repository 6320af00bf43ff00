import { posix } from 'node:path'
import { type ESTree, parseSync, Visitor } from 'vite'

export interface Import {
  readonly specifier: string
  /** The file of the house it leads to, null for a package. */
  readonly to: string | null
  /** True when nothing of it is left at run time: `import type`, `export type ... from`, `import('...').T`. */
  readonly typesOnly: boolean
  readonly line: number
}

export interface Call {
  /** The last name before the bracket: `insert` of `tx.q.insert(...)`. */
  readonly name: string
  /** The name before that one, null when there is none: `q`. */
  readonly receiver: string | null
  /** What is called on the answer: `values` of `tx.q.insert(...).values(...)`. */
  readonly then: string | null
  readonly isNew: boolean
  readonly arguments: number
  readonly line: number
}

export interface Text {
  readonly value: string
  /** The function or tag that it is handed to directly, null when none. */
  readonly given: string | null
  readonly line: number
}

export interface Source {
  readonly path: string
  readonly imports: readonly Import[]
  readonly calls: readonly Call[]
  readonly texts: readonly Text[]
  /** Exported functions, with the text of their first parameter. */
  readonly exported: ReadonlyMap<string, string>
  /** Ways around the type checker: `any`, `!`, `@ts-...`, `as unknown as`. */
  readonly escapes: readonly { readonly kind: string; readonly line: number }[]
  readonly fault: string | null
}

export const isSource = (path: string): boolean => /\.(ts|tsx|mts|mjs)$/.test(path) && !path.endsWith('.d.ts')

const houseFile = (from: string, specifier: string): string | null =>
  specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier.replace(/[?#].*$/, '')) : null

const lastName = (node: ESTree.Node): string | null => {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'ThisExpression') return 'this'
  if (node.type === 'MemberExpression' && node.property.type === 'Identifier') return node.property.name
  if (node.type === 'TSNonNullExpression' || node.type === 'ParenthesizedExpression') return lastName(node.expression)
  return null
}

/** Reads one file with the parser that also builds the web app; a file it cannot read says so in `fault`. */
export const readSource = (path: string, text: string): Source => {
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const lineAt = (offset: number): number => {
    let [low, high] = [0, lineStarts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }

  const imports: Import[] = []
  const calls: Call[] = []
  const texts: Text[] = []
  const escapes: { kind: string; line: number }[] = []
  const exported = new Map<string, string>()
  const thenCalled = new Map<ESTree.Node, string>()
  const givenTo = new Map<ESTree.Node, string>()

  const addImport = (source: ESTree.Node | null, typesOnly: boolean): void => {
    if (source?.type !== 'Literal' || typeof source.value !== 'string') return
    const specifier = source.value
    imports.push({ specifier, to: houseFile(path, specifier), typesOnly, line: lineAt(source.start) })
  }

  const addCall = (node: ESTree.CallExpression | ESTree.NewExpression, isNew: boolean): void => {
    const { callee } = node
    const name = lastName(callee)
    const isMember = callee.type === 'MemberExpression'
    if (isMember && name !== null) thenCalled.set(callee.object, name)
    for (const argument of node.arguments) givenTo.set(argument, name ?? '')
    if (name === null) return
    const receiver = isMember ? lastName(callee.object) : null
    const then = thenCalled.get(node) ?? null
    calls.push({ name, receiver, then, isNew, arguments: node.arguments.length, line: lineAt(node.start) })
  }

  const addExported = (name: string, parameters: readonly ESTree.Node[]): void => {
    const [first] = parameters
    exported.set(name, first ? text.slice(first.start, first.end) : '')
  }

  const { program, comments, errors } = parseSync(path, text)
  new Visitor({
    ImportDeclaration: (node) => addImport(node.source, node.importKind === 'type'),
    ExportAllDeclaration: (node) => addImport(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => addImport(node.source, false),
    TSImportType: (node) => addImport(node.source, true),
    ExportNamedDeclaration: (node) => {
      addImport(node.source, node.exportKind === 'type')
      const { declaration } = node
      if (declaration?.type === 'FunctionDeclaration' && declaration.id)
        addExported(declaration.id.name, declaration.params)
      if (declaration?.type !== 'VariableDeclaration') return
      for (const { id, init } of declaration.declarations) {
        const isFunction = init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression'
        if (id.type === 'Identifier' && isFunction) addExported(id.name, init.params)
      }
    },
    CallExpression: (node) => addCall(node, false),
    NewExpression: (node) => addCall(node, true),
    TaggedTemplateExpression: (node) => givenTo.set(node.quasi, lastName(node.tag) ?? ''),
    TemplateLiteral: (node) => {
      const value = node.quasis.map(({ value: { cooked, raw } }) => cooked ?? raw).join('\u{2026}')
      texts.push({ value, given: givenTo.get(node) ?? null, line: lineAt(node.start) })
    },
    Literal: (node) => {
      if (typeof node.value !== 'string') return
      texts.push({ value: node.value, given: givenTo.get(node) ?? null, line: lineAt(node.start) })
    },
    JSXText: (node) => texts.push({ value: node.value, given: null, line: lineAt(node.start) }),
    TSAnyKeyword: (node) => escapes.push({ kind: 'any', line: lineAt(node.start) }),
    TSNonNullExpression: (node) => escapes.push({ kind: '!', line: lineAt(node.start) }),
    VariableDeclarator: (node) => {
      if (node.definite === true) escapes.push({ kind: '!', line: lineAt(node.start) })
    },
    TSAsExpression: ({ expression, start }) => {
      if (expression.type === 'TSAsExpression' && expression.typeAnnotation.type === 'TSUnknownKeyword')
        escapes.push({ kind: 'as unknown as', line: lineAt(start) })
    },
  }).visit(program)
  for (const { value, start } of comments) {
    const [, kind] = /^\s*(@ts-(?:ignore|expect-error|nocheck))/.exec(value) ?? []
    if (kind !== undefined) escapes.push({ kind, line: lineAt(start) })
  }
  const fault = errors[0]?.message ?? null
  return { path, imports, calls, texts, exported, escapes, fault }
}
