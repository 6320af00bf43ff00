import { pageCanvas, shrink } from './field-copy.ts'
import type { CopyAnswer, CopyAsked } from './field-copy-worker.ts'

/** A decoder that hangs must not hold up the record: the original then goes alone. */
const patienceMs = 30_000
/** A worker holds the memory of its pictures; one that nobody needs is let go. */
const idleMs = 60_000

let worker: Worker | null = null
let idle: ReturnType<typeof setTimeout> | undefined
let count = 0

const canDrawInWorkers = (): boolean => typeof OffscreenCanvas !== 'undefined' && typeof Worker !== 'undefined'

const theWorker = (): Worker | null => {
  try {
    worker ??= new Worker(new URL('./field-copy-worker.ts', import.meta.url), { type: 'module' })
    return worker
  } catch {
    return null // not allowed to, or of an older kind: the page does it
  }
}

const letGo = (): void => {
  worker?.terminate()
  worker = null
}

const inWorker = (original: Blob): Promise<CopyAnswer> =>
  new Promise((resolve) => {
    clearTimeout(idle)
    count += 1
    const number = count
    const at = theWorker()
    if (at === null) return resolve({ number, copy: null, cannot: true })
    const end = (told: CopyAnswer, broken: boolean): void => {
      clearTimeout(patience)
      at.removeEventListener('message', heard)
      at.removeEventListener('error', failed)
      if (broken) letGo()
      else idle = setTimeout(letGo, idleMs)
      resolve(told)
    }
    const heard = ({ data }: MessageEvent<CopyAnswer>): void => {
      if (data.number === number) end(data, false)
    }
    const failed = (): void => end({ number, copy: null, cannot: true }, true)
    const patience = setTimeout(() => end({ number, copy: null, cannot: false }, true), patienceMs)
    at.addEventListener('message', heard)
    at.addEventListener('error', failed)
    const asked: CopyAsked = { number, original }
    at.postMessage(asked)
  })

/** The copy of 1600 pixels that goes ahead of an original; null where none is needed or can be made. */
export const makeFieldCopy = async (original: Blob): Promise<Blob | null> => {
  if (canDrawInWorkers()) {
    const told = await inWorker(original)
    if (!told.cannot) return told.copy
  }
  try {
    return await shrink(original, pageCanvas)
  } catch {
    return null
  }
}
