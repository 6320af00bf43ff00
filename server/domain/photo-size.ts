import type { PhotoFormat } from '../../db/vocabulary.ts'

/** Of a HEIC fewer, for its decoder holds all of it: 12 Mpx take 110 MB there and 50 MB of pixels; phones write 48 Mpx only on request. */
export const mostPixels: Readonly<Record<PhotoFormat, number>> = { jpeg: 60e6, png: 60e6, webp: 60e6, heic: 25e6 }

/** By what the head of a photo announces, without decoding any of it; 0 where it announces nothing. */
export const pixelsOf = (file: Uint8Array, format: PhotoFormat): number =>
  pixelsIn[format](new DataView(file.buffer, file.byteOffset, file.byteLength))

/** The server decodes no more; the phone does not begin with it. */
export const hasTooManyPixels = (file: Uint8Array, format: PhotoFormat): boolean =>
  pixelsOf(file, format) > mostPixels[format]

type CountPixels = (view: DataView) => number

/** Frame headers are SOF0 to SOF15 without DHT, JPG and DAC (ITU T.81, table B.1). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const pixelsOfJpeg: CountPixels = (view) => {
  let at = 2
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return view.getUint16(at + 5) * view.getUint16(at + 7)
    // any number of 0xff may stand before a marker
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return 0
}

/** IHDR is always the first chunk. */
const pixelsOfPng: CountPixels = (view) => (view.byteLength < 24 ? 0 : view.getUint32(16) * view.getUint32(20))

const fourAt = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((next) => view.getUint8(at + next)))

/** The three kinds of first chunk (RFC 9649, 2.5 to 2.7). */
const pixelsOfWebp: CountPixels = (view) => {
  if (view.byteLength < 30) return 0
  const chunk = fourAt(view, 12)
  if (chunk === 'VP8X') return ((view.getUint32(24, true) & 0xffffff) + 1) * ((view.getUint32(26, true) >>> 8) + 1)
  if (chunk === 'VP8L') {
    const sides = view.getUint32(21, true)
    return ((sides & 0x3fff) + 1) * (((sides >>> 14) & 0x3fff) + 1)
  }
  return chunk === 'VP8 ' ? (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff) : 0
}

/** The picture is put together from tiles: of all sizes in the `meta` box (`ispe`, ISO/IEC 23008-12) the largest is its own. */
const pixelsOfHeic: CountPixels = (view) => {
  let most = 0
  for (let at = 0; at + 8 <= view.byteLength; ) {
    const boxBytes = view.getUint32(at)
    if (fourAt(view, at + 4) === 'meta') {
      const end = Math.min(at + boxBytes, view.byteLength) - 16
      for (let inside = at + 8; inside <= end; inside += 1)
        if (view.getUint8(inside) === 0x69 && fourAt(view, inside) === 'ispe')
          most = Math.max(most, view.getUint32(inside + 8) * view.getUint32(inside + 12))
      return most
    }
    if (boxBytes < 8) return most
    at += boxBytes
  }
  return most
}

const pixelsIn: Readonly<Record<PhotoFormat, CountPixels>> = {
  ...{ jpeg: pixelsOfJpeg, png: pixelsOfPng, webp: pixelsOfWebp, heic: pixelsOfHeic },
}
