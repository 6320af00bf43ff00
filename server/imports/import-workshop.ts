import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Problem } from '../http/problem.ts'
import { places } from '../photos/decode-queue.ts'
import type { FurnishBatch } from '../zones/furnish-batch.ts'
import type { ImportNews, ImportWork } from './import-worker.ts'
import type { FileLook } from './look-at-file.ts'

/** One file at a time, and few waiting: administrators are few. */
const working = places(1, 8)
export interface ImportLimits {
  readonly workMillis: number
  readonly heapMegabytes: number
}
export const usualImportLimits: ImportLimits = { workMillis: 120_000, heapMegabytes: 1024 }
/** The file read last is kept so long, for whoever tries another choice. */
const idleMillis = 90_000

let worker: ChildProcess | null = null
let closing: NodeJS.Timeout | null = null

/** A process of its own: whatever a file does to its reader, the server goes on. */
const openWorker = ({ heapMegabytes }: ImportLimits): ChildProcess =>
  fork(fileURLToPath(new URL('./import-worker.ts', import.meta.url)), {
    env: {},
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // its end is heard by whoever waits for it
  }).on('error', () => undefined)

const close = (gone: ChildProcess): void => {
  if (worker === gone) worker = null
  gone.kill('SIGKILL')
}

/** Keeps the server from ending while a file is being read, and only then. */
const hold = (hand: ChildProcess, held: boolean): void => {
  if (held) hand.ref()
  else hand.unref()
  if (held) hand.channel?.ref()
  else hand.channel?.unref()
}

const unreadable = (fault: string, detail = ''): Problem =>
  new Problem('unreadable-file', { fields: [{ pointer: `/${detail}`, fault }] })

/**
 * Reads a file apart from the server. Throws unreadable-file with the reason where it cannot be read, or took more
 * memory or time than it may; try-again when the line is too long.
 */
export const workOnImport = (
  work: ImportWork,
  limits: ImportLimits = usualImportLimits,
): Promise<{ readonly look: FileLook; readonly batch: FurnishBatch | null }> =>
  working.run(async () => {
    if (closing) clearTimeout(closing)
    const hand = worker?.connected && limits === usualImportLimits ? worker : openWorker(limits)
    worker = hand
    hold(hand, true)
    let news: ImportNews
    try {
      news = await hear(hand, work, limits.workMillis)
    } catch (error) {
      close(hand)
      throw error
    } finally {
      hold(hand, false)
      closing = setTimeout(() => close(hand), idleMillis)
      closing.unref()
    }
    if (news.task === 'unreadable') throw unreadable(news.fault, news.detail)
    if (news.task === 'failed') throw new Error(news.because)
    return news
  })

const hear = (hand: ChildProcess, work: ImportWork, workMillis: number): Promise<ImportNews> =>
  new Promise((resolve, reject) => {
    const tooHeavy = (): void => end(() => reject(unreadable('too-heavy')))
    const listeners = {
      message: (news: ImportNews) => end(() => resolve(news)),
      error: (error: unknown) => end(() => reject(error)),
      exit: tooHeavy,
    }
    const timer = setTimeout(tooHeavy, workMillis)
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      hand.off('message', listeners.message).off('error', listeners.error).off('exit', listeners.exit)
      settle()
    }
    hand.on('message', listeners.message).on('error', listeners.error).on('exit', listeners.exit)
    hand.send(work, (error) => error && end(() => reject(error)))
  })
