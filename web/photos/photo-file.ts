import type { PhotoFormat } from '../../db/vocabulary.ts'
import { formatOf } from '../../server/domain/photo-format.ts'

const textAt = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

/** What a file is, told by its first bytes: names lie. */
export const kindOf = (bytes: Uint8Array): PhotoFormat | 'raw' | 'other' => {
  const format = formatOf(bytes)
  if (format !== null) return format
  // TIFF and what cameras build on it (NEF, ARW, DNG, CR2, RW2, ORF), Fujifilm's own, and Canon's CR3
  if (['II*\0', 'MM\0*', 'IIU\0', 'IIRO', 'IIRS'].includes(textAt(bytes, 0, 4)) || textAt(bytes, 0, 8) === 'FUJIFILM')
    return 'raw'
  return textAt(bytes, 4, 8) === 'ftypcrx ' ? 'raw' : 'other'
}

/**
 * Whether a JPEG goes on to its end: after the first scan an end-of-image mark stands somewhere. Inside a scan that
 * mark cannot occur, and marks of embedded previews lie before it; a file cut off by a full card has none.
 */
export const isWholeJpeg = (bytes: Uint8Array): boolean => {
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return false
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda) return endsAfter(bytes, at + 2)
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (length < 2) return false
    at += 2 + length
  }
  return false
}

const endsAfter = (bytes: Uint8Array, from: number): boolean => {
  for (let at = bytes.length - 2; at >= from; at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true
  return false
}
