/** What a file of a memory card is, told by its first bytes: names lie. */
export type FileKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'raw' | 'other'

const textAt = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'])

export const kindOf = (bytes: Uint8Array): FileKind => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg'
  if (bytes[0] === 0x89 && textAt(bytes, 1, 3) === 'PNG') return 'png'
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'webp'
  if (textAt(bytes, 4, 4) === 'ftyp') {
    const brand = textAt(bytes, 8, 4)
    return heicBrands.has(brand) ? 'heic' : brand === 'crx ' ? 'raw' : 'other'
  }
  // TIFF and what cameras build on it (NEF, ARW, DNG, CR2, RW2, ORF), and Fujifilm's own
  if (['II*\0', 'MM\0*', 'IIU\0', 'IIRO', 'IIRS'].includes(textAt(bytes, 0, 4)) || textAt(bytes, 0, 8) === 'FUJIFILM')
    return 'raw'
  return 'other'
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
