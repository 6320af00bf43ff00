import { Problem } from '../http/problem.ts'
import type { Built } from './built.ts'
import type { Bytes } from './read-bytes.ts'

const maxChunks = 10_000
const maxExifBytes = 1 << 20

/** Chunks up to the length that the RIFF header states. A moving picture is not a photo. */
export const outlineWebp = async (bytes: Bytes): Promise<Built> => {
  let exif: Buffer | null = null
  const endsAt = 8 + (await bytes.take(12)).readUInt32LE(4)
  if (endsAt > bytes.size || endsAt < 20) throw new Problem('damaged-photo')
  for (let chunks = 0; bytes.at() + 8 <= endsAt; chunks++) {
    if (chunks === maxChunks) throw new Problem('damaged-photo')
    const head = await bytes.take(8)
    const type = head.toString('latin1', 0, 4)
    const length = head.readUInt32LE(4)
    if (type === 'ANIM') throw new Problem('not-a-photo')
    if (bytes.at() + length > endsAt) throw new Problem('damaged-photo')
    if (type === 'EXIF' && exif === null && length <= maxExifBytes) exif = withoutMark(await bytes.take(length))
    else await bytes.skip(length)
    // chunks of odd length are padded; some writers leave the padding off at the very end
    if (length % 2 === 1 && bytes.at() < endsAt) await bytes.skip(1)
  }
  return { endsAt, exif, scans: 1 }
}

/** Some writers put the mark of JPEG's EXIF segment before the block. */
const withoutMark = (block: Buffer): Buffer =>
  block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block
