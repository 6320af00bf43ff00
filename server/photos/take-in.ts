import { createHash } from 'node:crypto'
import { Problem } from '../http/problem.ts'
import type { IncomingFile } from './photo-store-disk.ts'

export interface UploadLimits {
  readonly maxBytes: number
  /** The longest silence between two pieces. */
  readonly silenceMillis: number
  /** From then on an upload must have brought at least `leastBytesPerSecond` since its start. */
  readonly patienceMillis: number
  readonly leastBytesPerSecond: number
}

/** 40 MB hold a motion photo of any phone; a valley with one bar of signal still brings a few hundred bytes a second. */
export const usualUploadLimits: UploadLimits = {
  maxBytes: 40e6,
  silenceMillis: 30_000,
  patienceMillis: 120_000,
  leastBytesPerSecond: 250,
}

export interface TakenIn {
  readonly sha256: string
  readonly bytes: number
}

/**
 * Writes a body into a temporary file, hashing it on the way, a piece in memory at a time. Throws photo-too-large, or
 * upload-broken when the sender stops, dribbles or disappears.
 */
export const takeIn = async (
  body: AsyncIterable<Uint8Array>,
  file: IncomingFile,
  limits: UploadLimits,
): Promise<TakenIn> => {
  const hash = createHash('sha256')
  const pieces = body[Symbol.asyncIterator]()
  const startedAt = performance.now()
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await inTime(pieces.next(), limits.silenceMillis)
      if (done) return { sha256: hash.digest('hex'), bytes }
      bytes += value.byteLength
      if (bytes > limits.maxBytes) throw new Problem('photo-too-large')
      const passedMillis = performance.now() - startedAt
      if (passedMillis > limits.patienceMillis && bytes < (limits.leastBytesPerSecond * passedMillis) / 1000)
        throw new Problem('upload-broken')
      hash.update(value)
      await file.write(value)
    }
  } finally {
    // not awaited: a silent sender would keep us waiting for the very piece that does not come
    pieces.return?.().catch(() => undefined)
  }
}

const inTime = async <T>(piece: Promise<T>, silenceMillis: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Problem('upload-broken')), silenceMillis)
  })
  try {
    return await Promise.race([piece.catch(brokenOff), silence])
  } finally {
    clearTimeout(timer)
  }
}

const brokenOff = (): never => {
  throw new Problem('upload-broken')
}
