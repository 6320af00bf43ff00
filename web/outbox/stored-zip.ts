/** Reads a zip whose files are stored as they are: its list from the end, then single files out of the middle. */

export class NotAZip extends Error {}

export interface StoredFile {
  readonly name: string
  /** Where its own header begins. */
  readonly at: number
  readonly bytes: number
}

const endBytes = 22
const longestComment = 65_535
const headerBytes = 30
const lineBytes = 46
const mostListBytes = 16e6
const signs = { end: 0x06054b50, line: 0x02014b50, header: 0x04034b50 } as const

const viewOf = async (file: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await file.slice(from, to).arrayBuffer())

/** The files by name. A file that was cut off has no list at its end and is refused. */
export const listZip = async (file: Blob): Promise<ReadonlyMap<string, StoredFile>> => {
  const from = Math.max(0, file.size - endBytes - longestComment)
  const tail = await viewOf(file, from, file.size)
  let end = tail.byteLength - endBytes
  while (end >= 0 && tail.getUint32(end, true) !== signs.end) end -= 1
  if (end < 0) throw new NotAZip('no list at the end')
  const count = tail.getUint16(end + 10, true)
  const listSize = tail.getUint32(end + 12, true)
  const listAt = tail.getUint32(end + 16, true)
  if (listSize > mostListBytes || listAt + listSize > file.size) throw new NotAZip('the list lies outside of the file')
  const list = await viewOf(file, listAt, listAt + listSize)
  const files = new Map<string, StoredFile>()
  let at = 0
  for (let index = 0; index < count; index += 1) {
    if (at + lineBytes > list.byteLength || list.getUint32(at, true) !== signs.line) throw new NotAZip('a broken list')
    const [nameSize, extraSize, noteSize] = [28, 30, 32].map((place) => list.getUint16(at + place, true))
    const bytes = list.getUint32(at + 24, true)
    if (list.getUint16(at + 10, true) !== 0 || bytes !== list.getUint32(at + 20, true))
      throw new NotAZip('its files are compressed')
    const nameAt = list.byteOffset + at + lineBytes
    const name = new TextDecoder().decode(new Uint8Array(list.buffer, nameAt, nameSize ?? 0))
    files.set(name, { name, at: list.getUint32(at + 42, true), bytes })
    at += lineBytes + (nameSize ?? 0) + (extraSize ?? 0) + (noteSize ?? 0)
  }
  return files
}

/** The bytes of one of its files, still on the disk. */
export const fileIn = async (zip: Blob, { at, bytes }: StoredFile): Promise<Blob> => {
  const header = await viewOf(zip, at, at + headerBytes)
  if (header.byteLength < headerBytes || header.getUint32(0, true) !== signs.header)
    throw new NotAZip('a broken header')
  const from = at + headerBytes + header.getUint16(26, true) + header.getUint16(28, true)
  if (from + bytes > zip.size) throw new NotAZip('a file lies outside')
  return zip.slice(from, from + bytes)
}
