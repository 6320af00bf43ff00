import { type DocxPackage, partText, relationsOf } from '../docx/docx-package.ts'
import type { FoundTemplateFault } from '../template-faults-wire.ts'

/** Macros by whatever name, and what a document type other than a plain .docx declares itself to be. */
const macroPath = /vba|\.bin$.*macro|macrosheet/i
const macroType = /macroEnabled|vbaProject|vbaData|ms-office\.activeX/i
const templateType = /wordprocessingml\.template/i

const embeddedRelation =
  /\/(oleObject|package|control|activeXControlBinary|aFChunk|frame|subDocument|mailMergeSource|recipientData|attachedToolbars|keyMapCustomizations|customUI.*|ui\/extensibility)$/i
const embeddedPath = /(^|\/)(embeddings|activeX|customUI)\//i

/** What a package must not hold: code, objects, and any reference to something outside. */
export const findPackageFaults = (files: DocxPackage): FoundTemplateFault[] => {
  const faults: FoundTemplateFault[] = []
  const types = partText(files, '[Content_Types].xml') ?? ''
  if (macroType.test(types)) faults.push({ fault: 'macros', detail: '[Content_Types].xml' })
  if (templateType.test(types)) faults.push({ fault: 'not-a-docx', detail: '.dotx' })
  for (const path of files.keys()) {
    if (macroPath.test(path)) faults.push({ fault: 'macros', detail: path })
    else if (embeddedPath.test(path)) faults.push({ fault: 'embedded-object', detail: path })
    if (path.endsWith('.rels')) faults.push(...relationFaults(files, path))
  }
  return faults
}

const partOfRelations = (path: string): string => path.replace(/_rels\/([^/]*)\.rels$/, '$1')

const looksOutside = /^(\\\\|\/\/|[a-z][a-z0-9+.-]*:)/i

const relationFaults = (files: DocxPackage, path: string): FoundTemplateFault[] =>
  relationsOf(files, partOfRelations(path)).flatMap(({ type, target, external }): FoundTemplateFault[] => {
    if (/\/vbaProject$|wordVbaData$/i.test(type)) return [{ fault: 'macros', detail: target }]
    if (external || looksOutside.test(target) || /\/attachedTemplate$/.test(type))
      return [{ fault: 'external-link', detail: target.slice(0, 200) }]
    return embeddedRelation.test(type) ? [{ fault: 'embedded-object', detail: target }] : []
  })
