import { Problem } from '../http/problem.ts'
import type { Built } from './built.ts'
import type { Bytes } from './read-bytes.ts'

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
const app1 = 0xe1
const exifMark = Buffer.from('Exif\0\0', 'latin1')

/** Real photos have some dozens of segments; a file of nothing else would only cost time. */
const maxSegments = 10_000

/** Segments up to the end-of-image marker. What is between them (entropy data, garbage) is left to the decoder. */
export const outlineJpeg = async (bytes: Bytes): Promise<Built> => {
  let exif: Buffer | null = null
  let scans = 0
  await bytes.skip(2)
  for (let segments = 0; segments < maxSegments; segments++) {
    const marker = await bytes.nextMarker()
    if (marker === endOfImage) return { endsAt: bytes.at(), exif, scans }
    if (marker === startOfImage) continue
    if (marker === startOfScan) scans++
    const length = (await bytes.take(2)).readUInt16BE(0) - 2
    if (length < 0) throw new Problem('damaged-photo')
    if (marker !== app1 || exif) {
      await bytes.skip(length)
      continue
    }
    const payload = await bytes.take(length)
    if (payload.subarray(0, exifMark.length).equals(exifMark)) exif = payload.subarray(exifMark.length)
  }
  throw new Problem('damaged-photo')
}
