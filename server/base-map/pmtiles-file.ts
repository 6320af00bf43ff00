import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { type ArchiveFacts, directoriesOf, headOf, type TileEntry, type TileKind } from './pmtiles-directory.ts'

export interface FinishedArchive {
  readonly sha256: string
  readonly bytes: number
  /** Addresses of tiles, and how many tiles of different content stand behind them. */
  readonly tiles: number
  readonly contents: number
}

export interface TileHere {
  readonly id: number
  readonly bytes: Uint8Array
}

/**
 * Writes tiles that come in the order of their ids into one PMTiles file of that folder, named by `nameOf(sha256)`.
 * The same tiles give the same bytes; under its own name a file is only ever whole.
 */
export const writeArchive = async (
  folder: string,
  tiles: AsyncIterable<TileHere>,
  facts: ArchiveFacts,
  nameOf: (sha256: string) => string,
): Promise<FinishedArchive> => {
  await mkdir(folder, { recursive: true })
  const [data, whole] = [join(folder, 'tiles.part'), join(folder, 'archive.part')]
  try {
    const { entries, bytes, contents } = await gather(data, tiles, facts.kind)
    const { root, leaves } = directoriesOf(entries)
    const metadata = gzipSync(JSON.stringify(facts.metadata), { level: 9 })
    const head = headOf(facts, { root, metadata, leaves, entries, contents, dataBytes: bytes })
    const hash = createHash('sha256')
    const out = createWriteStream(whole)
    let size = 0
    const put = async (piece: Uint8Array): Promise<void> => {
      hash.update(piece)
      size += piece.byteLength
      if (!out.write(piece)) await once(out, 'drain')
    }
    for (const piece of [head, root, metadata, leaves]) await put(piece)
    for await (const piece of createReadStream(data)) await put(piece)
    out.end()
    await finished(out)
    const sha256 = hash.digest('hex')
    await rename(whole, join(folder, nameOf(sha256)))
    const addressed = entries.reduce((sum, { run }) => sum + run, 0)
    return { sha256, bytes: size, tiles: addressed, contents }
  } finally {
    await Promise.all([data, whole].map((file) => rm(file, { force: true })))
  }
}

/** Tiles one behind the other; what was there before, as empty land is again and again, is only named once more. */
const gather = async (file: string, tiles: AsyncIterable<TileHere>, kind: TileKind) => {
  const out = createWriteStream(file)
  const known = new Map<string, { readonly offset: number; readonly length: number }>()
  const entries: TileEntry[] = []
  let bytes = 0
  for await (const { id, bytes: plain } of tiles) {
    const tile = kind === 'vector' ? gzipSync(plain, { level: 9 }) : plain
    const content = createHash('sha256').update(tile).digest('base64')
    let place = known.get(content)
    if (place === undefined) {
      place = { offset: bytes, length: tile.byteLength }
      known.set(content, place)
      bytes += tile.byteLength
      if (!out.write(tile)) await once(out, 'drain')
    }
    const last = entries.at(-1)
    if (last && last.offset === place.offset && last.id + last.run === id) last.run += 1
    else entries.push({ id, run: 1, ...place })
  }
  out.end()
  await finished(out)
  return { entries, bytes, contents: known.size }
}
