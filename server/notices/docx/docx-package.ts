import { strFromU8, strToU8, type UnzipFileInfo, unzipSync, zipSync } from 'fflate'
import { childrenOf, type Document, type Element, parseXml } from './xml.ts'

/** The files inside a .docx by their path. */
export type DocxPackage = Map<string, Uint8Array>

/** A letter with a coat of arms has some 20 entries and 1 MB; these leave room and stop a bomb. */
export const maxEntries = 400
export const maxInflatedBytes = 40 * 1024 * 1024
const maxRatio = 200
/** Small files of repeated words may pack better than that without being a bomb. */
const ratioCountsFromBytes = 1024 * 1024

export type PackageFault = 'not-a-zip' | 'too-many-entries' | 'too-large' | 'bad-path'

export class PackageError extends Error {
  readonly fault: PackageFault
  readonly entry: string
  constructor(fault: PackageFault, entry = '') {
    super(`${fault} ${entry}`)
    this.fault = fault
    this.entry = entry
  }
}

const leavesTheFolder = (path: string): boolean =>
  path === '' || /^[/\\]|^[a-z]:|\\|\0/i.test(path) || path.split('/').some((part) => part === '..' || part === '.')

/** By the directory at the zip's end, as Word reads it; what it says of sizes also bounds the memory taken. */
export const openPackage = (file: Uint8Array): DocxPackage => {
  let inflated = 0
  let entries = 0
  const names = new Set<string>()
  const isWanted = ({ name, originalSize }: UnzipFileInfo): boolean => {
    entries += 1
    inflated += originalSize
    if (entries > maxEntries) throw new PackageError('too-many-entries')
    if (leavesTheFolder(name) || names.has(name)) throw new PackageError('bad-path', name.slice(0, 120))
    const suspicious = inflated > ratioCountsFromBytes && inflated > file.length * maxRatio
    if (inflated > maxInflatedBytes || suspicious) throw new PackageError('too-large', name)
    names.add(name)
    return !name.endsWith('/')
  }
  try {
    const found = new Map(Object.entries(unzipSync(file, { filter: isWanted })))
    if (found.size === 0) throw new PackageError('not-a-zip')
    return found
  } catch (error) {
    throw error instanceof PackageError ? error : new PackageError('not-a-zip')
  }
}

/** The same package gives the same bytes: one date for every entry, the order of names, content types first. */
export const closePackage = (files: DocxPackage): Buffer => {
  const rank = (name: string): string => (name === '[Content_Types].xml' ? '' : name)
  const ordered = [...files].sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
  const entries = ordered.map(([name, bytes]): [string, [Uint8Array, { level: 0 | 6 }]] => [
    name,
    [bytes, { level: /\.(jpe?g|png|gif)$/i.test(name) ? 0 : 6 }],
  ])
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1, 12), os: 0 }))
}

export const partText = (files: DocxPackage, path: string): string | null => {
  const bytes = files.get(path)
  return bytes === undefined ? null : strFromU8(bytes)
}

export const partXml = (files: DocxPackage, path: string): Document | null => {
  const text = partText(files, path)
  return text === null ? null : parseXml(text)
}

export const setPart = (files: DocxPackage, path: string, text: string): void => {
  files.set(path, strToU8(text))
}

export interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly external: boolean
}

const relationsPath = (part: string): string => {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

const relationOf = (element: Element): Relation => ({
  id: element.getAttribute('Id') ?? '',
  type: element.getAttribute('Type') ?? '',
  target: element.getAttribute('Target') ?? '',
  external: element.getAttribute('TargetMode')?.toLowerCase() === 'external',
})

/** What a part refers to; `''` is the package itself. */
export const relationsOf = (files: DocxPackage, part: string): Relation[] => {
  const root = partXml(files, relationsPath(part))?.documentElement
  return root ? childrenOf(root).map(relationOf) : []
}

/** `word/media/a.jpeg` for `media/a.jpeg` out of `word/document.xml`. */
export const resolveTarget = (part: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const steps = part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Adds a reference from a part and answers its id; the same target is referred to once. */
export const addRelation = (files: DocxPackage, part: string, type: string, target: string): string => {
  const before = relationsOf(files, part)
  const same = before.find((relation) => relation.type === type && relation.target === target)
  if (same) return same.id
  const taken = new Set(before.map(({ id }) => id))
  let number = before.length + 1
  while (taken.has(`rIdLq${number}`)) number += 1
  const id = `rIdLq${number}`
  const empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  const text = (partText(files, relationsPath(part)) ?? empty).replace(
    /<Relationships([^>]*)\/>/,
    '<Relationships$1></Relationships>',
  )
  const line = `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
  setPart(files, relationsPath(part), text.replace('</Relationships>', `${line}</Relationships>`))
  return id
}

/** Declares what files with this ending are, once. */
export const declareEnding = (files: DocxPackage, ending: string, contentType: string): void => {
  const path = '[Content_Types].xml'
  const text = partText(files, path) ?? ''
  if (new RegExp(`<Default[^>]*Extension="${ending}"`, 'i').test(text)) return
  const line = `<Default Extension="${ending}" ContentType="${contentType}"/>`
  setPart(files, path, text.replace(/(<Types[^>]*>)/, `$1${line}`))
}

const officeDocument = /\/relationships\/officeDocument$/
const storyPart = /\/relationships\/(header|footer|footnotes|endnotes)$/

/** The main part, `word/document.xml` as a rule; null when the package has none. */
export const mainPart = (files: DocxPackage): string | null => {
  const relation = relationsOf(files, '').find(({ type }) => officeDocument.test(type))
  const path = relation ? resolveTarget('', relation.target) : null
  return path !== null && files.has(path) ? path : null
}

/** The main part and its headers and footers: wherever words stand. */
export const storyParts = (files: DocxPackage): string[] => {
  const main = mainPart(files)
  if (main === null) return []
  const others = relationsOf(files, main).filter(({ type }) => storyPart.test(type))
  return [...new Set([main, ...others.map(({ target }) => resolveTarget(main, target))])].filter((p) => files.has(p))
}
