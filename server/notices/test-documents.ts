import { unzipSync, zipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import type { NoticeContent } from './notice-content.ts'

const onSqlite = (process.env['LUQING_TEST_ENGINE'] ?? 'sqlite') === 'sqlite'

/** For `beforeEach` of tests that ask no database: they run with one of the two engines. */
export const onceIsEnough = ({ skip }: { skip: (condition: boolean, note: string) => void }): void =>
  skip(!onSqlite, 'no database is asked here, and once is enough')

const squeezed = (words: string): string => words.replace(/\s+/g, '')

/** The words of a .docx, part by part, without any white space. */
export const wordsOfDocx = (docx: Uint8Array): string =>
  Object.entries(unzipSync(docx))
    .filter(([path]) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(path))
    .map(([, bytes]) => {
      const runs = [...new TextDecoder().decode(bytes).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      return runs.map(([, words = '']) => unescaped(words)).join('')
    })
    .map(squeezed)
    .join('')

const unescaped = (words: string): string =>
  words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** The words of a PDF page by page, without any white space. */
export const pagesOfPdf = async (pdf: Uint8Array): Promise<string[]> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })
  return text.map(squeezed)
}

export const wordsOfPdf = async (pdf: Uint8Array): Promise<string> => (await pagesOfPdf(pdf)).join('')

/** How many pictures a PDF shows; a photo shown twice may be kept once. */
export const picturesInPdf = (pdf: Uint8Array): number =>
  (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Subtype\s*\/Image/g) ?? []
  ).length

export const mediaIn = (docx: Uint8Array): string[] =>
  Object.keys(unzipSync(docx)).filter((path) => path.startsWith('word/media/'))

/** A .docx with some of its parts changed; null takes one out. */
export const withParts = (docx: Uint8Array, parts: Readonly<Record<string, Change>>): Buffer => {
  const files = unzipSync(docx)
  for (const [path, change] of Object.entries(parts)) {
    const before = new TextDecoder().decode(files[path] ?? new Uint8Array())
    const after = typeof change === 'function' ? change(before) : change
    if (after === null) delete files[path]
    else files[path] = typeof after === 'string' ? new TextEncoder().encode(after) : new Uint8Array(after)
  }
  return Buffer.from(zipSync(files, { level: 1 }))
}
type Change = string | Uint8Array | null | ((before: string) => string)

export const inBody = (markup: string) => (xml: string) => xml.replace('<w:body>', () => `<w:body>${markup}`)

export const paragraph = (words: string): string => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`

/** Every text of a content, with the paragraphs of the longer ones apart. */
export const textsOf = (content: NoticeContent, names: readonly (keyof NoticeContent)[]): string[] =>
  names.flatMap((name) => {
    const value = content[name]
    return typeof value === 'string' ? value.split('\n').map(squeezed) : []
  })
