import { Problem } from '../http/problem.ts'
import { openWorkshop, WorkBroken } from '../jobs/workshop.ts'
import type { DocumentNews, DocumentWork } from './document-worker.ts'

/** Laying out a hundred photos takes seconds; fonts and layouts take some 150 MB. */
const workshop = openWorkshop<DocumentWork, DocumentNews>(
  new URL('./document-worker.ts', import.meta.url),
  { workMillis: 60_000, heapMegabytes: 512 },
  64,
)

/** What comes of it; throws try-again when the line or the work is too long, an Error when the work breaks its process. */
export const workOnDocument = (work: DocumentWork): Promise<DocumentNews> =>
  workshop(work).catch((error) => {
    throw error instanceof WorkBroken && error.because === 'too-long' ? new Problem('try-again') : error
  })
