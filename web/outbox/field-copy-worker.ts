import { offscreenCanvas, shrink } from './field-copy.ts'

export interface CopyAsked {
  readonly number: number
  readonly original: Blob
}

export interface CopyAnswer {
  readonly number: number
  readonly copy: Blob | null
  /** This browser's workers cannot: the page must. */
  readonly cannot: boolean
}

const answer = async ({ number, original }: CopyAsked): Promise<CopyAnswer> => {
  try {
    return { number, copy: await shrink(original, offscreenCanvas), cannot: false }
  } catch {
    return { number, copy: null, cannot: true }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<CopyAsked>) => {
  void answer(data).then((told) => self.postMessage(told))
})
