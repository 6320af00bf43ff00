import type { PhotoFormat } from '../../db/vocabulary.ts'

/** So many bytes of a file tell its format; of what is shorter all of it. */
export const headBytes = 64

const textAt = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

const pngMark = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/**
 * Which format the first bytes announce, whatever the name or the declared type says; null for anything else. The
 * phone and the server ask the same: what neither would take is refused where it is picked.
 */
export const formatOf = (file: Uint8Array): PhotoFormat | null => {
  const head = file.subarray(0, headBytes)
  if ([0xff, 0xd8, 0xff].every((byte, at) => head[at] === byte)) return 'jpeg'
  if (pngMark.every((byte, at) => head[at] === byte)) return 'png'
  if (textAt(head, 0, 4) === 'RIFF' && textAt(head, 8, 4) === 'WEBP') return 'webp'
  return textAt(head, 4, 4) === 'ftyp' && isHeic(head) ? 'heic' : null
}

const heicBrands = ['heic', 'heix', 'hevc', 'hevx']

/** `mif1` alone may hold any codec (AVIF is one), so then a HEVC brand must be among the compatible ones. */
const isHeic = (head: Uint8Array): boolean => {
  const major = textAt(head, 8, 4)
  if (major !== 'mif1' && major !== 'msf1') return heicBrands.includes(major)
  // bytes 12 to 15 are the minor version; the box says how long it is
  const boxBytes = new DataView(head.buffer, head.byteOffset).getUint32(0)
  for (let at = 16; at + 4 <= Math.min(boxBytes, head.length); at += 4)
    if (heicBrands.includes(textAt(head, at, 4))) return true
  return false
}
