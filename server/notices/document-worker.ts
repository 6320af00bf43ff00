import type { NoticeKind } from '../../db/vocabulary.ts'
import { answerWork } from '../jobs/answer-work.ts'
import { signPdf } from '../zones/sign/sign-pdf.ts'
import { findTemplateFaults } from './find-template-faults.ts'
import { type MadeDocuments, makeDocuments, type PreparedPhoto } from './make-documents.ts'
import type { NoticeContent } from './notice-content.ts'
import type { FoundTemplateFault } from './template-faults-wire.ts'
import { builtInTemplate } from './templates/built-in-template.ts'

export type DocumentWork =
  | {
      readonly task: 'make'
      readonly content: NoticeContent
      readonly template: Uint8Array | null
      readonly photos: ReadonlyMap<string, PreparedPhoto>
    }
  | { readonly task: 'check'; readonly file: Uint8Array; readonly kind: NoticeKind; readonly title: string }
  /** A road chief's sign, drawn already; `on` is the day that stands in the file as its date. */
  | { readonly task: 'sign'; readonly svg: string; readonly on: string }

export type DocumentNews =
  | { readonly task: 'made'; readonly made: MadeDocuments }
  | { readonly task: 'checked'; readonly faults: readonly FoundTemplateFault[] }
  | { readonly task: 'signed'; readonly pdf: Uint8Array }
  | { readonly task: 'failed'; readonly because: string }

const workOn = async (work: DocumentWork): Promise<DocumentNews> => {
  if (work.task === 'sign') return { task: 'signed', pdf: signPdf(work.svg, work.on) }
  if (work.task === 'check') return { task: 'checked', faults: findTemplateFaults(work.file, work.kind, work.title) }
  const template = work.template ?? (await builtInTemplate(work.content.kind))
  return { task: 'made', made: makeDocuments(work.content, template, work.photos) }
}

answerWork<DocumentWork, DocumentNews>(workOn, (error) => ({
  task: 'failed',
  because: error instanceof Error ? error.message : String(error),
}))
