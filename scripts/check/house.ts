import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Room, roomsOf } from './rooms.ts'
import { isSource, readSource, type Source } from './source.ts'

export interface Violation {
  readonly file: string
  readonly line: number
  readonly rule: string
  readonly sentence: string
}

/** What is allowed although a rule forbids it, each with its reason. An entry that allows nothing is a violation too. */
export interface Exceptions {
  /** Files that may write without a journal entry, because it is nobody's act. */
  readonly bookkeepers: Readonly<Record<string, string>>
  /** Files beside the unit of work that may open a transaction of their own. */
  readonly transactions: Readonly<Record<string, string>>
  /** Ways around the type checker. */
  readonly escapes: readonly { readonly file: string; readonly kind: string; readonly times: number; reason: string }[]
  /** Hosts that shipped code may name. */
  readonly hosts: Readonly<Record<string, string>>
}

export interface House {
  /** Every text file of the house by its path, `/` between folders. */
  readonly tree: ReadonlyMap<string, string>
  /** The TypeScript among them, read. */
  readonly sources: ReadonlyMap<string, Source>
  /** What each of them is. */
  readonly rooms: ReadonlyMap<string, Room>
  readonly exceptions: Exceptions
}

export interface Rule {
  readonly name: string
  readonly find: (house: House) => Iterable<Violation>
}

export const noExceptions: Exceptions = { bookkeepers: {}, transactions: {}, escapes: [], hosts: {} }

export const houseOf = (tree: ReadonlyMap<string, string>, exceptions: Exceptions = noExceptions): House => {
  const sources = new Map<string, Source>()
  for (const [path, text] of tree) if (isSource(path)) sources.set(path, readSource(path, text))
  return { tree, sources, rooms: roomsOf(sources), exceptions }
}

const installed = new Set(['node_modules', '.git'])
const madeHere = new Set(['dist', 'data', 'artefacts'])
const readable = /\.(ts|tsx|mts|mjs|css|html|md|sql|json)$/

/** Reads the house from disk; folders that are installed, built or hold a county's data are not part of it. */
export const readTree = (root: string): ReadonlyMap<string, string> => {
  const tree = new Map<string, string>()
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (installed.has(entry.name) || madeHere.has(path)) continue
      if (entry.isDirectory()) walk(path)
      else if (entry.isFile()) tree.set(path, readable.test(path) ? readFileSync(join(root, path), 'utf8') : '')
    }
  }
  walk('')
  return tree
}
