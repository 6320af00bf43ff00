import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Problem } from '../http/problem.ts'
import { places } from '../photos/decode-queue.ts'
import type { DocumentNews, DocumentWork } from './document-worker.ts'

/** One document at a time, beside the server's own loop: laying out a hundred photos takes seconds. */
const working = places(1, 64)
const workMillis = 60_000
/** Fonts and layouts take some 150 MB, given back when nobody asks for documents for a while. */
const idleMillis = 90_000

let worker: ChildProcess | null = null
let closing: NodeJS.Timeout | null = null

/** A process of its own and not a thread: the layout is native code, and where that breaks, all of its process goes. */
const openWorker = (): ChildProcess =>
  fork(fileURLToPath(new URL('./document-worker.ts', import.meta.url)), {
    env: {},
    execArgv: ['--max-old-space-size=512'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // an error that nobody listens for would end the server; its end is heard by whoever waits for a document
  }).on('error', () => undefined)

const close = (gone: ChildProcess): void => {
  if (worker === gone) worker = null
  gone.kill('SIGKILL')
}

/** Keeps the server from ending while a document is being made, and only then. */
const hold = (hand: ChildProcess, held: boolean): void => {
  if (held) hand.ref()
  else hand.unref()
  if (held) hand.channel?.ref()
  else hand.channel?.unref()
}

/** What comes of it; throws try-again when the line is too long, and an Error when the work breaks the worker. */
export const workOnDocument = (work: DocumentWork): Promise<DocumentNews> =>
  working.run(async () => {
    if (closing) clearTimeout(closing)
    const hand = worker?.connected ? worker : openWorker()
    worker = hand
    hold(hand, true)
    try {
      return await hear(hand, work)
    } catch (error) {
      close(hand)
      throw error
    } finally {
      hold(hand, false)
      closing = setTimeout(() => close(hand), idleMillis)
      closing.unref()
    }
  })

const hear = (hand: ChildProcess, work: DocumentWork): Promise<DocumentNews> =>
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
    hand.send(work, (error) => error && end(() => reject(error)))
  })
