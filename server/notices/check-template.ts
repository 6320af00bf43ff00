import type { NoticeKind } from '../../db/vocabulary.ts'
import { tableOfNotices } from '../domain/notice-kinds.ts'
import { workOnDocument } from './document-workshop.ts'
import type { FoundTemplateFault } from './template-faults-wire.ts'

/**
 * Every fault of a template, none where it can be used. It is looked through and filled with sample content beside the
 * server's own loop, for a file made to hang or to swell takes only that with it. Throws try-again when too many wait.
 */
export const checkTemplate = async (docx: Buffer, kind: NoticeKind): Promise<readonly FoundTemplateFault[]> => {
  try {
    const news = await workOnDocument({ task: 'check', file: docx, kind, title: tableOfNotices[kind].title })
    if (news.task === 'checked') return news.faults
    return [{ fault: 'does-not-render', detail: news.task === 'failed' ? news.because.slice(0, 200) : '' }]
  } catch (error) {
    if (error instanceof Error && error.name === 'Problem') throw error
    return [{ fault: 'does-not-render', detail: '' }]
  }
}
