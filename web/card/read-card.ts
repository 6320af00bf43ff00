import type { CardReading } from './read-card-file.ts'
import type { HasRead, ReadThis } from './read-card-worker.ts'

/** So many are in work at a time: one is read from the card while the other is hashed. More would only take memory. */
const atOnce = 2

const openWorker = (): Worker => new Worker(new URL('./read-card-worker.ts', import.meta.url), { type: 'module' })

export interface CardReader {
  /** Stops after the files in work; what was read stays. */
  readonly cancel: () => void
  readonly finished: Promise<void>
}

/** Reads files in their order, beside the page. Each answer is told as it comes; memory holds two photos at most. */
export const readCard = (
  files: readonly File[],
  zone: string,
  onRead: (file: File, reading: CardReading) => void,
): CardReader => {
  const worker = openWorker()
  let next = 0
  let inWork = 0
  let cancelled = false
  let finish: () => void = () => undefined
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const feed = (): void => {
    while (!cancelled && inWork < atOnce) {
      const file = files[next]
      if (file === undefined) break
      const order: ReadThis = { number: next, file, zone }
      worker.postMessage(order)
      next += 1
      inWork += 1
    }
    if (inWork > 0) return
    worker.terminate()
    finish()
  }
  worker.addEventListener('message', ({ data: { number, reading } }: MessageEvent<HasRead>) => {
    inWork -= 1
    const file = files[number]
    if (file !== undefined && !cancelled) onRead(file, reading)
    feed()
  })
  // a file that fells the worker is a file that cannot be read; the page goes on without it
  worker.addEventListener('error', () => {
    for (let number = next - inWork; number < next; number += 1) {
      const file = files[number]
      if (file !== undefined && !cancelled) onRead(file, { ok: false, why: 'unreadable' })
    }
    cancelled = true
    inWork = 0
    feed()
  })
  feed()
  return {
    cancel: () => {
      cancelled = true
      worker.terminate()
      finish()
    },
    finished,
  }
}
