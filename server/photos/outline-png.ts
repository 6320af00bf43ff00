import { crc32 } from 'node:zlib'
import { Problem } from '../http/problem.ts'
import type { Built } from './built.ts'
import type { Bytes } from './read-bytes.ts'

const maxChunks = 100_000
const maxExifBytes = 1 << 20

/** Chunks up to IEND, each with its checksum proven: a flipped bit anywhere in a PNG shows here. */
export const outlinePng = async (bytes: Bytes): Promise<Built> => {
  let exif: Buffer | null = null
  await bytes.skip(8)
  for (let chunks = 0; chunks < maxChunks; chunks++) {
    const head = await bytes.take(8)
    const length = head.readUInt32BE(0)
    const type = head.toString('latin1', 4)
    let sum = crc32(head.subarray(4))
    const parts: Buffer[] = []
    const keep = type === 'eXIf' && exif === null && length <= maxExifBytes
    await bytes.skip(length, (part) => {
      sum = crc32(part, sum)
      if (keep) parts.push(Buffer.from(part))
    })
    if (keep) exif = Buffer.concat(parts)
    if ((await bytes.take(4)).readUInt32BE(0) !== sum) throw new Problem('damaged-photo')
    if (type === 'IEND') return { endsAt: bytes.at(), exif, scans: 1 }
  }
  throw new Problem('damaged-photo')
}
