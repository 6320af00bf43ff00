import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { TypstDocument } from './docx-to-typst.ts'
import { type Coverage, coverageOf, missingFrom } from './font-coverage.ts'

const fontFolder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'))
const regular = join(fontFolder, '400Regular')
const bold = join(fontFolder, '700Bold')

/** A folder that is not there: the document's own pictures are all that it can read. */
const workspace = '/luqing-documents'

let compiler: NodeCompiler | null = null
let coverage: Coverage | null = null

const isJson = (value: unknown): string => JSON.stringify(value) ?? ''

export interface CompiledPdf {
  readonly pdf: Buffer
  readonly missingCharacters: readonly string[]
}

/**
 * The PDF, with its fonts inside; PDF/A-2b unless a character is in no font, which that standard forbids. `on` is the
 * day, YYYY-MM-DD, that stands in the file as its date. Throws with Typst's own words when it cannot be laid out.
 */
export const compilePdf = (document: TypstDocument, on: string): CompiledPdf => {
  compiler ??= NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [regular, bold] }] })
  coverage ??= coverageOf(join(regular, 'NotoSerifSC_400Regular.ttf'))
  const missingCharacters = missingFrom(coverage, document.words)
  try {
    for (const [path, bytes] of document.pictures) compiler.mapShadow(`${workspace}${path}`, Buffer.from(bytes))
    const compiled = compiler.compile({ mainFileContent: document.source, resetRead: true })
    const { result } = compiled
    if (result === null) {
      const error = compiled.takeError()
      throw new Error(error === null ? 'not laid out' : isJson(compiler.fetchDiagnostics(error)).slice(0, 600))
    }
    const pdf = compiler.pdf(result, {
      pdfStandard: missingCharacters.length === 0 ? 'a-2b' : '1.7',
      creationTimestamp: Date.parse(`${on}T00:00:00Z`) / 1000,
    })
    return { pdf, missingCharacters }
  } finally {
    compiler.resetShadow()
    compiler.evictCache(0)
  }
}
