import { gzipSync } from 'node:zlib'
import type { Bounds } from '../domain/distance.ts'

/** What a tile is, by the numbers of the format (PMTiles 3, section 3.3). */
export const tileKinds = { vector: 1, webp: 4 } as const
export type TileKind = keyof typeof tileKinds

export interface ArchiveFacts {
  readonly kind: TileKind
  readonly bounds: Bounds
  readonly minZoom: number
  readonly maxZoom: number
  readonly metadata: Readonly<Record<string, unknown>>
}

/** So many tiles of one content from an id on; a run of nought names a leaf of the directory. */
export interface TileEntry {
  readonly id: number
  run: number
  readonly offset: number
  readonly length: number
}

const headBytes = 127
/** Head and root together lie within what a reader fetches first (PMTiles 3, section 2). */
const mostRootBytes = 16_384 - headBytes

const varint = (into: number[], value: number): void => {
  let left = value
  while (left >= 128) {
    into.push((left % 128) + 128)
    left = Math.floor(left / 128)
  }
  into.push(left)
}

/** Column by column: ids as steps, runs, lengths, and offsets that say nothing where one follows the other. */
const directory = (entries: readonly TileEntry[]): Uint8Array => {
  const bytes: number[] = []
  varint(bytes, entries.length)
  let id = 0
  for (const entry of entries) {
    varint(bytes, entry.id - id)
    id = entry.id
  }
  for (const { run } of entries) varint(bytes, run)
  for (const { length } of entries) varint(bytes, length)
  let next = -1
  for (const { offset, length } of entries) {
    varint(bytes, offset === next ? 0 : offset + 1)
    next = offset + length
  }
  return gzipSync(Uint8Array.from(bytes), { level: 9 })
}

/** One directory where it fits; else leaves, each twice as long as before until their list fits. */
export const directoriesOf = (entries: readonly TileEntry[]): { root: Uint8Array; leaves: Uint8Array } => {
  const whole = directory(entries)
  if (whole.byteLength <= mostRootBytes) return { root: whole, leaves: new Uint8Array() }
  for (let inLeaf = 2048; ; inLeaf *= 2) {
    const leaves: Uint8Array[] = []
    const named: TileEntry[] = []
    let offset = 0
    for (let from = 0; from < entries.length; from += inLeaf) {
      const leaf = directory(entries.slice(from, from + inLeaf))
      named.push({ id: entries[from]?.id ?? 0, run: 0, offset, length: leaf.byteLength })
      leaves.push(leaf)
      offset += leaf.byteLength
    }
    const root = directory(named)
    if (root.byteLength <= mostRootBytes) return { root, leaves: Buffer.concat(leaves) }
  }
}

interface Parts {
  readonly root: Uint8Array
  readonly metadata: Uint8Array
  readonly leaves: Uint8Array
  readonly entries: readonly TileEntry[]
  readonly contents: number
  readonly dataBytes: number
}

const gzipped = 2
const asItIs = 1
const degreesE7 = (degrees: number): number => Math.round(degrees * 1e7)

/** The 127 bytes at the beginning (PMTiles 3, section 3). */
export const headOf = (facts: ArchiveFacts, { root, metadata, leaves, ...parts }: Parts): Uint8Array => {
  const { kind, minZoom, maxZoom, bounds } = facts
  const head = Buffer.alloc(headBytes)
  head.write('PMTiles', 0, 'latin1')
  head.writeUInt8(3, 7)
  let at = 8
  let from = headBytes
  for (const length of [root.byteLength, metadata.byteLength, leaves.byteLength, parts.dataBytes]) {
    head.writeBigUInt64LE(BigInt(from), at)
    head.writeBigUInt64LE(BigInt(length), at + 8)
    at += 16
    from += length
  }
  const addressed = parts.entries.reduce((sum, { run }) => sum + run, 0)
  for (const count of [addressed, parts.entries.length, parts.contents]) {
    head.writeBigUInt64LE(BigInt(count), at)
    at += 8
  }
  const centreZoom = Math.min(maxZoom, minZoom + 3)
  const [longitude, latitude] = [(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2]
  head.writeUInt8(1, 96) // clustered: tiles lie in the order of their ids
  head.writeUInt8(gzipped, 97)
  head.writeUInt8(kind === 'vector' ? gzipped : asItIs, 98)
  head.writeUInt8(tileKinds[kind], 99)
  head.writeUInt8(minZoom, 100)
  head.writeUInt8(maxZoom, 101)
  for (const [i, degrees] of [bounds.west, bounds.south, bounds.east, bounds.north].entries())
    head.writeInt32LE(degreesE7(degrees), 102 + 4 * i)
  head.writeUInt8(centreZoom, 118)
  head.writeInt32LE(degreesE7(longitude), 119)
  head.writeInt32LE(degreesE7(latitude), 123)
  return head
}
