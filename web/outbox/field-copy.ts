/** The long side of the copy that goes ahead of an original, in pixels; what the server shows as `large`. */
const longSide = 1600
const quality = 0.8
/** An original so small goes itself. */
const smallBytes = 250_000

/** The work itself, for the worker and for pages whose browser cannot draw in one. */
export interface Canvas {
  readonly draw: (picture: ImageBitmap, width: number, height: number) => void
  readonly jpeg: () => Promise<Blob | null>
}

/**
 * A JPEG of at most 1600 pixels, turned as the camera was held; null where the original is small enough itself,
 * or is of a kind that this browser cannot decode (HEIC): then the original goes alone.
 */
export const shrink = async (original: Blob, canvasOf: (width: number, height: number) => Canvas) => {
  let picture: ImageBitmap
  try {
    // bare: with options older Chromium throws, without them all turn by EXIF
    picture = await createImageBitmap(original)
  } catch {
    return null
  }
  try {
    const { width, height } = picture
    const scale = Math.min(1, longSide / Math.max(width, height))
    if (scale === 1 && original.size <= smallBytes) return null
    const [wide, high] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
    const canvas = canvasOf(wide, high)
    canvas.draw(picture, wide, high)
    const copy = await canvas.jpeg()
    // a copy that saves nothing is none
    return copy === null || copy.size >= original.size ? null : copy
  } finally {
    picture.close()
  }
}

export const offscreenCanvas = (width: number, height: number): Canvas => {
  const canvas = new OffscreenCanvas(width, height)
  return {
    draw: (picture, wide, high) => canvas.getContext('2d')?.drawImage(picture, 0, 0, wide, high),
    jpeg: () => canvas.convertToBlob({ type: 'image/jpeg', quality }),
  }
}

export const pageCanvas = (width: number, height: number): Canvas => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return {
    draw: (picture, wide, high) => canvas.getContext('2d')?.drawImage(picture, 0, 0, wide, high),
    jpeg: () => new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality)),
  }
}
