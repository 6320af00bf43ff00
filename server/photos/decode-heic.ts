import { readFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { mostPixels } from '../domain/photo-size.ts'
import { Problem } from '../http/problem.ts'
import type { HeicNews, HeicWork } from './decode-heic-worker.ts'
import { decodingHeic } from './decode-queue.ts'

export interface HeicPicture {
  readonly width: number
  readonly height: number
  /** Upright already: the decoder obeys the file's own turns, so EXIF orientation must not be applied again. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>
  readonly exifTags: unknown
}

export interface HeicLimits {
  readonly maxPixels: number
  readonly maxDecoderBytes: number
  readonly decodeMillis: number
}

export const usualHeicLimits: HeicLimits = {
  ...{ maxPixels: mostPixels.heic, maxDecoderBytes: 320 * 1024 * 1024, decodeMillis: 60_000 },
}
const exifMillis = 2_000

/** One HEIC at a time, each in a worker of its own, so that a picture that breaks the decoder takes nothing with it. */
export const decodeHeic = (source: string | Uint8Array, limits: HeicLimits = usualHeicLimits): Promise<HeicPicture> =>
  decodingHeic.run(async () => {
    const file = typeof source === 'string' ? await readFile(source) : source
    const { maxPixels, maxDecoderBytes, decodeMillis } = limits
    const workerData: HeicWork = { file, maxPixels, maxDecoderBytes }
    const worker = new Worker(new URL('./decode-heic-worker.ts', import.meta.url), {
      workerData,
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    })
    try {
      return await hear(worker, decodeMillis)
    } finally {
      await worker.terminate()
    }
  })

const hear = (worker: Worker, decodeMillis: number): Promise<HeicPicture> =>
  new Promise((resolve, reject) => {
    let timer = setTimeout(() => reject(new Problem('try-again')), decodeMillis)
    let pixels: Omit<HeicPicture, 'exifTags'> | null = null
    const end = (exifTags: unknown): void => {
      clearTimeout(timer)
      if (pixels) resolve({ ...pixels, exifTags })
      else reject(new Problem('damaged-photo'))
    }
    worker.on('message', (news: HeicNews) => {
      if (news.kind === 'exif') return end(news.tags)
      if (news.kind === 'pixels') {
        pixels = { width: news.width, height: news.height, rgba: news.rgba }
        clearTimeout(timer)
        timer = setTimeout(() => end(null), exifMillis)
        return
      }
      if (news.kind === 'damaged') return end(null)
      clearTimeout(timer)
      reject(new Problem('photo-too-large'))
    })
    worker.on('error', () => end(null))
    worker.on('exit', () => end(null))
  })
