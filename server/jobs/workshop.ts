import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { places } from '../photos/decode-queue.ts'

export interface WorkLimits {
  readonly workMillis: number
  readonly heapMegabytes: number
}

/** The work took more time than it may, or its process ended under it. */
export class WorkBroken extends Error {
  readonly because: 'too-long' | 'ended'
  constructor(because: 'too-long' | 'ended') {
    super(`work apart broke off: ${because}`)
    this.because = because
  }
}

/** Fonts, layouts and what was read last are kept so long, for whoever asks again; then the memory is given back. */
const idleMillis = 90_000

/** Keeps the server from ending while there is work, and only then. */
const hold = (hand: ChildProcess, held: boolean): void => {
  if (held) hand.ref()
  else hand.unref()
  if (held) hand.channel?.ref()
  else hand.channel?.unref()
}

/**
 * Heavy work one piece at a time, beside the server's own loop: in a process of its own and not a thread, for where native
 * code breaks or memory runs out, all of its process goes. The file at `script` answers with answerWork.
 * Throws try-again when `lineLimit` pieces wait, WorkBroken where the work broke its process, and what the process says.
 */
export const openWorkshop = <Work extends Serializable, News>(script: URL, usual: WorkLimits, lineLimit: number) => {
  const working = places(1, lineLimit)
  let worker: ChildProcess | null = null
  let closing: NodeJS.Timeout | null = null

  const open = ({ heapMegabytes }: WorkLimits): ChildProcess =>
    fork(fileURLToPath(script), {
      env: {},
      execArgv: [`--max-old-space-size=${heapMegabytes}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // an error that nobody listens for would end the server; its end is heard by whoever waits
    }).on('error', () => undefined)

  const close = (gone: ChildProcess): void => {
    if (worker === gone) worker = null
    gone.kill('SIGKILL')
  }

  const hear = (hand: ChildProcess, work: Work, workMillis: number): Promise<News> =>
    new Promise((resolve, reject) => {
      const listeners = {
        message: (news: News) => end(() => resolve(news)),
        error: (error: unknown) => end(() => reject(error)),
        exit: () => end(() => reject(new WorkBroken('ended'))),
      }
      const timer = setTimeout(() => end(() => reject(new WorkBroken('too-long'))), workMillis)
      const end = (settle: () => void): void => {
        clearTimeout(timer)
        hand.off('message', listeners.message).off('error', listeners.error).off('exit', listeners.exit)
        settle()
      }
      hand.on('message', listeners.message).on('error', listeners.error).on('exit', listeners.exit)
      hand.send(work, (error) => error && end(() => reject(error)))
    })

  return (work: Work, limits: WorkLimits = usual): Promise<News> =>
    working.run(async () => {
      if (closing) clearTimeout(closing)
      const hand = worker?.connected && limits === usual ? worker : open(limits)
      worker = hand
      hold(hand, true)
      try {
        return await hear(hand, work, limits.workMillis)
      } catch (error) {
        close(hand)
        throw error
      } finally {
        hold(hand, false)
        closing = setTimeout(() => close(hand), idleMillis)
        closing.unref()
      }
    })
}
