import { type Cell, cellOf, Unreadable } from '../read-shape.ts'

export interface DbfTable {
  /** Null stands for a row marked as deleted. */
  readonly rows: readonly (Readonly<Record<string, Cell>> | null)[]
  readonly encoding: string
}

interface Field {
  readonly nameBytes: Uint8Array
  readonly type: string
  readonly at: number
  readonly length: number
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** By the .cpg beside it, else by its language mark, else whatever its bytes can be: UTF-8 is hardly met by chance. */
const encodingOf = (bytes: Uint8Array, cpg: string | null): string => {
  const said = (cpg ?? '').trim().toLowerCase()
  if (/utf-?8|65001/.test(said)) return isUtf8(bytes.subarray(32)) ? 'utf-8' : 'gb18030'
  if (/gb|936|chinese/.test(said)) return 'gb18030'
  if (/big-?5|950/.test(said)) return 'big5'
  if (bytes[29] === 0x4d) return 'gb18030'
  if (bytes[29] === 0x4f) return 'big5'
  return isUtf8(bytes.subarray(32)) ? 'utf-8' : 'gb18030'
}

const fieldsIn = (bytes: Uint8Array, headerBytes: number): Field[] => {
  const fields: Field[] = []
  let at = 1
  for (let offset = 32; offset + 32 <= headerBytes && bytes[offset] !== 0x0d; offset += 32) {
    const name = bytes.subarray(offset, offset + 11)
    const end = name.indexOf(0)
    const length = bytes[offset + 16] ?? 0
    const type = String.fromCharCode(bytes[offset + 11] ?? 0)
    fields.push({ nameBytes: end < 0 ? name : name.subarray(0, end), type, at, length })
    at += length
  }
  return fields
}

const cellIn = (text: string, type: string): Cell => {
  const plain = text.trim()
  if (plain === '' || /^\*+$/.test(plain)) return null
  if (type === 'N' || type === 'F') return cellOf(Number(plain))
  if (type === 'L') return /^[yt]/i.test(plain)
  return cellOf(plain)
}

/** dBASE as shapefiles have it: figures as text, fields of fixed width. */
export const readDbf = (bytes: Uint8Array, cpg: string | null): DbfTable => {
  if (bytes.length < 33) throw new Unreadable('half-file', '.dbf')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(4, true)
  const headerBytes = view.getUint16(8, true)
  const rowBytes = view.getUint16(10, true)
  if (rowBytes === 0 || headerBytes + count * rowBytes > bytes.length + 1) throw new Unreadable('half-file', '.dbf')
  const encoding = encodingOf(bytes, cpg)
  const decoder = new TextDecoder(encoding)
  const fields = fieldsIn(bytes, headerBytes).map((field) => ({
    ...field,
    name: decoder.decode(field.nameBytes).trim(),
  }))
  const rows = Array.from({ length: count }, (_, i) => {
    const start = headerBytes + i * rowBytes
    if (bytes[start] === 0x2a) return null
    return Object.fromEntries(
      fields.map(({ name, type, at, length }) => [
        name,
        cellIn(decoder.decode(bytes.subarray(start + at, start + at + length)), type),
      ]),
    )
  })
  return { rows, encoding: encoding === 'utf-8' ? 'UTF-8' : encoding === 'big5' ? 'Big5' : 'GB18030' }
}
