import { Problem } from '../http/problem.ts'
import { openWorkshop, WorkBroken, type WorkLimits } from '../jobs/workshop.ts'
import type { FurnishBatch } from '../zones/furnish-batch.ts'
import type { ImportNews, ImportWork } from './import-worker.ts'
import type { FileLook } from './look-at-file.ts'

export const usualImportLimits: WorkLimits = { workMillis: 120_000, heapMegabytes: 1024 }

/** Few wait: administrators are few. */
const workshop = openWorkshop<ImportWork, ImportNews>(
  new URL('./import-worker.ts', import.meta.url),
  usualImportLimits,
  8,
)

const unreadable = (fault: string, detail = ''): Problem =>
  new Problem('unreadable-file', { fields: [{ pointer: `/${detail}`, fault }] })

/**
 * Reads a file apart from the server. Throws unreadable-file with the reason where it cannot be read, or took more
 * memory or time than it may; try-again when the line is too long.
 */
export const workOnImport = async (
  work: ImportWork,
  limits: WorkLimits = usualImportLimits,
): Promise<{ readonly look: FileLook; readonly batch: FurnishBatch | null }> => {
  const news = await workshop(work, limits).catch((error) => {
    throw error instanceof WorkBroken ? unreadable('too-heavy') : error
  })
  if (news.task === 'unreadable') throw unreadable(news.fault, news.detail)
  if (news.task === 'failed') throw new Error(news.because)
  return news
}
