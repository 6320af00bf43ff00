import { createHash, type Hash } from 'node:crypto'
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

/** What of a photo was here before: its bytes are hashed already. */
export interface Begun {
  readonly hash: Hash
  readonly bytes: number
}

export interface TakenIn {
  readonly sha256: string
  readonly bytes: number
}

/**
 * Writes a body into a temporary file, hashing it on the way, a piece in memory at a time. Throws photo-too-large, or
 * upload-broken when the sender stops, dribbles or disappears, or goes on with the same photo on another line.
 */
export const takeIn = async (
  body: AsyncIterable<Uint8Array>,
  file: IncomingFile,
  limits: UploadLimits,
  begun: Begun = { hash: createHash('sha256'), bytes: 0 },
): Promise<TakenIn> => {
  const { hash } = begun
  const pieces = body[Symbol.asyncIterator]()
  const startedAt = performance.now()
  let bytes = begun.bytes
  try {
    for (;;) {
      const { done, value } = await inTime(pieces.next(), limits.silenceMillis, file.overtaken)
      if (done) return { sha256: hash.digest('hex'), bytes }
      bytes += value.byteLength
      if (bytes > limits.maxBytes) throw new Problem('photo-too-large')
      const passedMillis = performance.now() - startedAt
      if (
        passedMillis > limits.patienceMillis &&
        bytes - begun.bytes < (limits.leastBytesPerSecond * passedMillis) / 1000
      )
        throw new Problem('upload-broken')
      hash.update(value)
      await file.write(value)
    }
  } finally {
    // not awaited: a silent sender would keep us waiting for the very piece that does not come
    pieces.return?.().catch(() => undefined)
  }
}

const inTime = async <T>(piece: Promise<T>, silenceMillis: number, overtaken: AbortSignal): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  let giveUp = (): void => undefined
  const silence = new Promise<never>((_, reject) => {
    giveUp = () => reject(new Problem('upload-broken'))
    timer = setTimeout(giveUp, silenceMillis)
  })
  if (overtaken.aborted) giveUp()
  overtaken.addEventListener('abort', giveUp)
  try {
    return await Promise.race([piece.catch(brokenOff), silence])
  } finally {
    clearTimeout(timer)
    overtaken.removeEventListener('abort', giveUp)
  }
}

const brokenOff = (): never => {
  throw new Problem('upload-broken')
}
