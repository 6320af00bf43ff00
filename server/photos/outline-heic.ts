import { Problem } from '../http/problem.ts'
import type { Built } from './built.ts'
import type { Bytes } from './read-bytes.ts'

/** Boxes a picture file is made of at its top; anything else behind them is counted as trailing. */
const knownBoxes = ['ftyp', 'meta', 'mdat', 'free', 'skip', 'moov', 'uuid', 'idat', 'wide', 'mpvd']
const maxBoxes = 1_000

/** Top-level boxes as far as they are whole. One that promises more bytes than there are means a cut-off file. */
export const outlineHeic = async (bytes: Bytes): Promise<Built> => {
  let hasMeta = false
  let endsAt = 0
  for (let boxes = 0; boxes < maxBoxes && bytes.size - endsAt >= 8; boxes++) {
    const head = await bytes.take(8)
    const type = head.toString('latin1', 4)
    if (!knownBoxes.includes(type)) break
    const length = await lengthOfBox(bytes, head)
    if (length < bytes.at() - endsAt || endsAt + length > bytes.size) throw new Problem('damaged-photo')
    hasMeta ||= type === 'meta'
    await bytes.skip(endsAt + length - bytes.at())
    endsAt = bytes.at()
  }
  if (!hasMeta) throw new Problem('damaged-photo')
  return { endsAt, exif: null, scans: 1 }
}

/** 0 means up to the file's end; 1 means that a 64-bit length follows. */
const lengthOfBox = async (bytes: Bytes, head: Buffer): Promise<number> => {
  const short = head.readUInt32BE(0)
  if (short === 0) return bytes.size - bytes.at() + head.length
  return short === 1 ? Number((await bytes.take(8)).readBigUInt64BE(0)) : short
}
