import sharp from 'sharp'
import { decoding } from './decode-queue.ts'
import { drawWatermark } from './draw-watermark.ts'
import type { PhotoStore } from './photo-store-disk.ts'
import type { PhotoRow } from './store.ts'
import { developing, openVariant } from './variants.ts'

/** Copies that were handed on lately: a picture is often shared to several people in a row. Lost at a restart. */
const kept = new Map<string, Buffer>()
const mostKeptBytes = 24e6
const underWay = new Map<string, Promise<Buffer | null>>()

/** JPEG, for that is what messengers take; some 300 KB at this quality. */
const jpeg = { quality: 84, mozjpeg: false } as const

/** A photo's copy to be handed on, with these lines on it, kept under the name of its content; null when it is lost. */
export const sharedCopy = async (
  photos: PhotoStore,
  photo: Pick<PhotoRow, 'sha256' | 'format'>,
  lines: readonly string[],
  contentName: string,
): Promise<Buffer | null> => {
  const ready = kept.get(contentName)
  if (ready) {
    keep(contentName, ready)
    return ready
  }
  const making = underWay.get(contentName) ?? make(photos, photo, lines)
  underWay.set(contentName, making)
  try {
    const made = await making
    if (made) keep(contentName, made)
    return made
  } finally {
    underWay.delete(contentName)
  }
}

/** From the large variant, never the original: it is small, upright and without metadata. */
const make = async (
  photos: PhotoStore,
  photo: Pick<PhotoRow, 'sha256' | 'format'>,
  lines: readonly string[],
): Promise<Buffer | null> => {
  const variant = await openVariant(photos, photo, 'large')
  if (!variant) return null
  return developing.run(() =>
    decoding.run(async () => {
      const { data, info } = await sharp(variant).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
      const marked = await drawWatermark({ data, width: info.width, height: info.height }, lines)
      const { width, height } = marked
      return sharp(marked.data, { raw: { width, height, channels: 3 } })
        .jpeg(jpeg)
        .toBuffer()
    }),
  )
}

/** The one used longest ago goes first. */
const keep = (name: string, picture: Buffer): void => {
  kept.delete(name)
  kept.set(name, picture)
  let bytes = 0
  for (const one of kept.values()) bytes += one.length
  for (const [oldest, one] of kept) {
    if (bytes <= mostKeptBytes) return
    kept.delete(oldest)
    bytes -= one.length
  }
}
