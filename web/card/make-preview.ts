import type { MakePreview } from './read-card-file.ts'

/** Twice the width of a tile, for fine screens. */
const widthPixels = 320
const heightPixels = 240
/** An embedded picture smaller than this is a stamp, not a preview. */
const leastWidthPixels = 120

/** How a picture of each EXIF orientation is laid upright: a, b, c, d of a canvas transform; translations follow. */
const turns: Readonly<Record<number, readonly [number, number, number, number]>> = {
  2: [-1, 0, 0, 1],
  3: [-1, 0, 0, -1],
  4: [1, 0, 0, -1],
  5: [0, 1, 1, 0],
  6: [0, 1, -1, 0],
  7: [0, -1, -1, 0],
  8: [0, -1, 1, 0],
}

const drawn = async (picture: ImageBitmap, orientation: number): Promise<Blob> => {
  const shrink = Math.min(1, widthPixels / picture.width, heightPixels / picture.height)
  const [w, h] = [Math.max(1, Math.round(picture.width * shrink)), Math.max(1, Math.round(picture.height * shrink))]
  const [a, b, c, d] = turns[orientation] ?? [1, 0, 0, 1]
  const [wide, high] = a === 0 ? [h, w] : [w, h]
  const canvas = new OffscreenCanvas(wide, high)
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  pen.setTransform(a, b, c, d, a + c < 0 ? wide : 0, b + d < 0 ? high : 0)
  pen.drawImage(picture, 0, 0, w, h)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })
}

/** From the picture that the camera put into the file; decoding the whole photo is ten times slower. */
const fromEmbedded = async (embedded: Uint8Array, orientation: number): Promise<Blob | null> => {
  try {
    const picture = await createImageBitmap(new Blob([new Uint8Array(embedded)], { type: 'image/jpeg' }))
    try {
      return picture.width < leastWidthPixels ? null : await drawn(picture, orientation)
    } finally {
      picture.close()
    }
  } catch {
    return null // the photo itself may still be whole
  }
}

/** In a worker: Safari before 16.4 has no canvas there, and then the tile shows the photo's name. */
export const makePreview: MakePreview = async (photo, embedded, orientation) => {
  if (typeof OffscreenCanvas === 'undefined' || typeof createImageBitmap === 'undefined') return null
  const small = embedded === null ? null : await fromEmbedded(embedded, orientation)
  if (small !== null) return small
  // heard only by its bytes: browsers that do not know HEIC fail for every one of them
  const isHeic = new Uint8Array(await photo.slice(4, 5).arrayBuffer())[0] === 0x66
  let picture: ImageBitmap
  try {
    // the bare call turns by EXIF everywhere; options for it throw on Chromium up to 109
    picture = await createImageBitmap(photo)
  } catch (error) {
    if (isHeic) return null
    throw error
  }
  try {
    return await drawn(picture, 1)
  } finally {
    picture.close()
  }
}
