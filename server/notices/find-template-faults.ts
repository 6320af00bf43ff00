import type { NoticeKind } from '../../db/vocabulary.ts'
import { findPackageFaults } from './check/find-package-faults.ts'
import { findPartFaults } from './check/find-part-faults.ts'
import { findTagFaults } from './check/find-tag-faults.ts'
import { type DocxPackage, mainPart, openPackage, PackageError, partXml, storyParts } from './docx/docx-package.ts'
import { wordNamespace } from './docx/xml.ts'
import { makeDocuments } from './make-documents.ts'
import { sampleContent } from './sample-content.ts'
import type { FoundTemplateFault, TemplateFault } from './template-faults-wire.ts'

const packageFaults: Readonly<Record<PackageError['fault'], TemplateFault>> = {
  'not-a-zip': 'not-a-docx',
  'too-many-entries': 'too-large',
  'too-large': 'too-large',
  'bad-path': 'bad-path',
}

/** Each fault once, the gravest kind alone: what is inside matters only when the file can be trusted to be one. */
export const findTemplateFaults = (file: Uint8Array, kind: NoticeKind, title: string): FoundTemplateFault[] => {
  let files: DocxPackage
  try {
    files = openPackage(file)
  } catch (error) {
    if (error instanceof PackageError) return [{ fault: packageFaults[error.fault], detail: error.entry }]
    return [{ fault: 'not-a-docx', detail: '' }]
  }
  const unsafe = [...findUnreadable(files), ...findPackageFaults(files)]
  if (unsafe.length > 0) return once(unsafe)
  const wrong = [...findPartFaults(files), ...findTagFaults(files, kind)]
  if (wrong.length > 0) return once(wrong)
  return findTrialFault(file, kind, title)
}

const once = (faults: readonly FoundTemplateFault[]): FoundTemplateFault[] => [
  ...new Map(faults.map((found) => [`${found.fault} ${found.detail}`, found])).values(),
]

/** The words of a letter and its styles come to some 100 KB. */
const maxXmlBytes = 4 * 1024 * 1024

/** Every part of XML can be read, and the main one is a document of Word in the form that Word and WPS write. */
const findUnreadable = (files: DocxPackage): FoundTemplateFault[] => {
  for (const [path, bytes] of files) {
    if (!/\.(xml|rels)$/i.test(path)) continue
    if (bytes.length > maxXmlBytes) return [{ fault: 'too-large', detail: path }]
    try {
      partXml(files, path)
    } catch {
      return [{ fault: 'damaged', detail: path }]
    }
  }
  const main = mainPart(files)
  const root = main === null ? null : partXml(files, main)?.documentElement
  const isDocument =
    root?.localName === 'document' && root.namespaceURI === wordNamespace && files.has('[Content_Types].xml')
  return isDocument && storyParts(files).length > 0 ? [] : [{ fault: 'not-a-docx', detail: '' }]
}

const findTrialFault = (file: Uint8Array, kind: NoticeKind, title: string): FoundTemplateFault[] => {
  try {
    makeDocuments(sampleContent(kind, title), file, new Map())
    return []
  } catch (error) {
    return [{ fault: 'does-not-render', detail: error instanceof Error ? error.message.slice(0, 200) : '' }]
  }
}
