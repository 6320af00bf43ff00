import { answerWork } from '../jobs/answer-work.ts'
import type { FurnishBatch } from '../zones/furnish-batch.ts'
import type { ImportFault } from './import-faults-wire.ts'
import type { KnownCounty } from './known-county.ts'
import { type FileLook, lookAtFile } from './look-at-file.ts'
import { type ReadFile, Unreadable } from './read-shape.ts'
import { readAny } from './readers/read-any.ts'
import type { OpenChoices } from './wire.ts'

export interface ImportWork {
  readonly path: string
  /** Of the file there: what was read of other bytes in the same place is not taken for it. */
  readonly sha256: string
  readonly known: KnownCounty
  /** Null guesses everything. */
  readonly choices: OpenChoices | null
  /** Whether the rows to be written are wanted too, not only what is shown of them. */
  readonly withBatch: boolean
}

export type ImportNews =
  | { readonly task: 'looked'; readonly look: FileLook; readonly batch: FurnishBatch | null }
  | { readonly task: 'unreadable'; readonly fault: ImportFault; readonly detail: string }
  | { readonly task: 'failed'; readonly because: string }

/** The administrator tries this and that on one file: it is read once. */
let last: { readonly sha256: string; readonly part: string | null; readonly file: ReadFile } | null = null

const fileAt = async ({ path, sha256, choices }: ImportWork): Promise<ReadFile> => {
  const part = choices?.part ?? null
  if (last?.sha256 === sha256 && (last.part === part || part === null)) return last.file
  last = null
  const file = await readAny(path, part)
  last = { sha256, part: file.part, file }
  return file
}

const workOn = async (work: ImportWork): Promise<ImportNews> => {
  const { known, choices, withBatch } = work
  const file = await fileAt(work)
  const { look, plan } = lookAtFile(file, known, choices)
  return { task: 'looked', look, batch: withBatch && plan ? plan.batch : null }
}

answerWork<ImportWork, ImportNews>(workOn, (error) =>
  error instanceof Unreadable
    ? { task: 'unreadable', fault: error.fault, detail: error.detail }
    : { task: 'failed', because: error instanceof Error ? (error.stack ?? error.message) : String(error) },
)
