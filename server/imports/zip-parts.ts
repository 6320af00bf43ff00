import { unzipSync } from 'fflate'
import { Unreadable } from './read-shape.ts'

const mostInflatedBytes = 256 * 1024 * 1024
const mostEntries = 5_000
/** Text and coordinates shrink to a tenth or so; a bomb to a thousandth. */
const bombRatio = 200
const smallBytes = 8 * 1024 * 1024

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

/** Chinese Windows writes names in GBK without saying so; unpacked they look like Latin letters. */
const nameOf = (name: string): string => {
  const codes = Array.from(name, (letter) => letter.charCodeAt(0))
  const misread = codes.some((code) => code > 127) && codes.every((code) => code < 256)
  return misread ? new TextDecoder('gb18030').decode(Uint8Array.from(codes)) : name
}

const weighing = (wanted: RegExp): ((file: { name: string; size: number; originalSize: number }) => boolean) => {
  let inflated = 0
  let entries = 0
  return ({ name, size, originalSize }) => {
    entries++
    if (entries > mostEntries) throw new Unreadable('zip-bomb')
    if (name.endsWith('/') || name.includes('__MACOSX/') || !wanted.test(name)) return false
    inflated += originalSize
    const swollen = originalSize > smallBytes && originalSize > size * bombRatio
    if (inflated > mostInflatedBytes || swollen) throw new Unreadable('zip-bomb')
    return true
  }
}

const unzipped = (
  bytes: Uint8Array,
  filter: (file: { name: string; size: number; originalSize: number }) => boolean,
) => {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('half-file')
  }
}

/**
 * The wanted files of a package. Sizes are looked at before anything is unpacked, and nothing is unpacked past the
 * size it declared; what grows beyond all measure is a bomb.
 */
export const zipParts = (bytes: Uint8Array, wanted: RegExp): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(unzipped(bytes, weighing(wanted))).map(([name, content]) => [nameOf(name), content]))

/** Names in a package, each file weighed and none unpacked. */
export const namesInZip = (bytes: Uint8Array): string[] => {
  const names: string[] = []
  const weighed = weighing(/./)
  unzipped(bytes, (file) => {
    weighed(file)
    names.push(nameOf(file.name))
    return false
  })
  return names
}
