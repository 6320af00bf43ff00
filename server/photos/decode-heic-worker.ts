import { parentPort, workerData } from 'node:worker_threads'
import heicDecode from 'heic-decode'
import { rawExif } from './read-exif.ts'

/** What the parent hears: first the pixels or why there are none, then the EXIF tags if they can be read in time. */
export type HeicNews =
  | {
      readonly kind: 'pixels'
      readonly width: number
      readonly height: number
      readonly rgba: Uint8ClampedArray<ArrayBuffer>
    }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'exif'; readonly tags: unknown }

export interface HeicWork {
  readonly file: Uint8Array
  readonly maxPixels: number
  readonly maxDecoderBytes: number
}

const work: HeicWork = workerData

let askedTooMuch = false

/** Resource limits of a worker do not count WebAssembly memory, so its growth is stopped here. */
const capWebAssemblyMemory = (maxBytes: number): void => {
  const grow = WebAssembly.Memory.prototype.grow
  WebAssembly.Memory.prototype.grow = function (pages) {
    askedTooMuch ||= this.buffer.byteLength + pages * 65_536 > maxBytes
    if (askedTooMuch) throw new RangeError('the decoder asks for too much memory')
    return grow.call(this, pages)
  }
}

const tell = (news: HeicNews, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(news, transfer)

capWebAssemblyMemory(work.maxDecoderBytes)
try {
  const pictures = await heicDecode.all({ buffer: work.file })
  const [picture] = pictures
  if (!picture) tell({ kind: 'damaged' })
  else if (picture.width * picture.height > work.maxPixels) tell({ kind: 'too-large' })
  else {
    const { width, height, data } = await picture.decode()
    tell({ kind: 'pixels', width, height, rgba: data }, [data.buffer])
    tell({ kind: 'exif', tags: await rawExif(work.file) })
  }
} catch {
  tell({ kind: askedTooMuch ? 'too-large' : 'damaged' })
}
