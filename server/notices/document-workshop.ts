import { Worker } from 'node:worker_threads'
import { Problem } from '../http/problem.ts'
import { places } from '../photos/decode-queue.ts'
import type { DocumentNews, DocumentWork } from './document-worker.ts'

/** One document at a time, beside the server's own loop: laying out a hundred photos takes seconds. */
const working = places(1, 64)
const workMillis = 60_000
/** Fonts and layouts take some 150 MB, given back when nobody asks for documents for a while. */
const idleMillis = 90_000

let worker: Worker | null = null
let closing: NodeJS.Timeout | null = null

const openWorker = (): Worker =>
  new Worker(new URL('./document-worker.ts', import.meta.url), {
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 512, stackSizeMb: 8 },
  })

const close = (gone: Worker): void => {
  if (worker === gone) worker = null
  void gone.terminate()
}

/** What comes of it; throws try-again when the line is too long, and an Error when the work breaks the worker. */
export const workOnDocument = (work: DocumentWork): Promise<DocumentNews> =>
  working.run(async () => {
    if (closing) clearTimeout(closing)
    const hand = worker ?? openWorker()
    worker = hand
    hand.ref()
    try {
      return await hear(hand, work)
    } catch (error) {
      close(hand)
      throw error
    } finally {
      hand.unref()
      closing = setTimeout(() => close(hand), idleMillis)
      closing.unref()
    }
  })

const hear = (hand: Worker, work: DocumentWork): Promise<DocumentNews> =>
  new Promise((resolve, reject) => {
    const listeners = {
      message: (news: DocumentNews) => end(() => resolve(news)),
      error: (error: unknown) => end(() => reject(error)),
      exit: () => end(() => reject(new Error('the document could not be laid out'))),
    }
    const timer = setTimeout(() => end(() => reject(new Problem('try-again'))), workMillis)
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      hand.off('message', listeners.message).off('error', listeners.error).off('exit', listeners.exit)
      settle()
    }
    hand.on('message', listeners.message).on('error', listeners.error).on('exit', listeners.exit)
    hand.postMessage(work)
  })
