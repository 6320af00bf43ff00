import { randomUUID } from 'node:crypto'
import { statSync, unlinkSync } from 'node:fs'
import { access, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type VariantSize, variantSizes } from '../../db/vocabulary.ts'
import { durableFolders, type OnDisk, syncFolder } from './durable-folders.ts'
import { type IncomingFile, incomingFolder, type Resumed } from './incoming-folder.ts'
import type { Sending } from './partial-files.ts'
import { unlessMissing } from './unless-missing.ts'

export type { IncomingFile } from './incoming-folder.ts'

export interface StoredOriginal {
  readonly bytes: number
  /** Opens the file when the first piece is asked for, and closes it after the last or when the reader leaves. */
  readonly pieces: AsyncIterable<Uint8Array<ArrayBuffer>>
}

/** Where photos lie, named by the SHA-256 of their bytes. Originals are never altered; variants can be remade. */
export interface PhotoStore {
  /** Where it is said whose upload it is, what breaks off is kept for them. */
  startIncoming(sending?: Sending): Promise<IncomingFile>
  /** Goes on with what is kept of an upload, where it has just so many bytes. */
  resumeIncoming(sending: Sending, offset: number): Promise<Resumed>
  /** Bytes kept of an upload that broke off; 0 for none. Partials are no photos and are never counted as such. */
  sizeOfPartial(sending: Sending): Promise<number>
  dropPartial(sending: Sending): Promise<void>
  /** The size of an original in bytes, or null when its file is not there. */
  sizeOfOriginal(sha256: string): Promise<number | null>
  openOriginal(sha256: string): Promise<StoredOriginal | null>
  readOriginal(sha256: string): Promise<Buffer | null>
  listOriginals(): AsyncIterable<string>
  hasVariant(sha256: string, size: VariantSize): Promise<boolean>
  readVariant(sha256: string, size: VariantSize): Promise<Buffer | null>
  writeVariant(sha256: string, size: VariantSize, picture: Uint8Array): Promise<void>
  /** While held, a photo's file is safe from any sweep: its row is being written. Returns what lets go. */
  hold(sha256: string): () => void
  /** A file adopted, or found young at start, of which it is not yet certain that a row names it. */
  doubt(sha256: string): void
  confirm(sha256: string): void
  inDoubt(): readonly string[]
  /** Removes an original and its variants, unless it is held or younger than given; says whether it did. */
  removeUnnamed(sha256: string, olderThanMillis: number): Promise<boolean>
  /** Removes what cut-off uploads left behind; returns how many files. */
  removeLeftovers(olderThanMillis: number): Promise<number>
  /** Later writes are refused; what is under way ends first. */
  close(): Promise<void>
}

const pattern = /^[0-9a-f]{64}$/

/** `ab/cd/abcd...`: 65,536 folders keep each one short at a million photos. */
const address = (sha256: string): string => {
  if (!pattern.test(sha256)) throw new Error('not a SHA-256 in lower-case hex')
  return join(sha256.slice(0, 2), sha256.slice(2, 4), sha256)
}

/** Opens (and where needed makes) the photo folder: originals/, variants/large/, variants/small/, incoming/. */
export const openPhotoStore = async (where: string, onDisk: OnDisk = 'at-once'): Promise<PhotoStore> => {
  const folder = resolve(where)
  const originals = join(folder, 'originals')
  const incoming = join(folder, 'incoming')
  const folders = durableFolders(folder, onDisk)
  for (const path of [originals, incoming, ...variantSizes.map((size) => join(folder, 'variants', size))])
    await folders.make(path)

  const held = new Map<string, number>()
  const doubted = new Set<string>()
  const underWay = new Set<Promise<unknown>>()
  let closed = false

  const originalOf = (sha256: string): string => join(originals, address(sha256))
  const arrivals = incomingFolder(incoming, { originalOf, folders, doubt: (sha256) => doubted.add(sha256) })
  const variantOf = (sha256: string, size: VariantSize): string =>
    join(folder, 'variants', size, `${address(sha256)}.webp`)

  const during = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closed) throw new Error('the photo store is closed')
    const job = work()
    underWay.add(job)
    return job.finally(() => underWay.delete(job))
  }

  return {
    startIncoming: (sending) => during(() => arrivals.start(sending ?? null)),
    resumeIncoming: (sending, offset) => during(() => arrivals.resume(sending, offset)),
    sizeOfPartial: arrivals.sizeOfPartial,
    dropPartial: arrivals.dropPartial,
    sizeOfOriginal: async (sha256) => (await unlessMissing(stat(originalOf(sha256))))?.size ?? null,
    openOriginal: async (sha256) => {
      const path = originalOf(sha256)
      const found = await unlessMissing(stat(path))
      return found && { bytes: found.size, pieces: { [Symbol.asyncIterator]: () => piecesOf(path) } }
    },
    readOriginal: (sha256) => during(() => unlessMissing(readFile(originalOf(sha256)))),
    listOriginals: () => filesBelow(originals),
    hasVariant: async (sha256, size) => (await unlessMissing(access(variantOf(sha256, size)))) !== null,
    readVariant: (sha256, size) => unlessMissing(readFile(variantOf(sha256, size))),
    writeVariant: (sha256, size, picture) =>
      during(async () => {
        const path = variantOf(sha256, size)
        const temporary = join(incoming, randomUUID())
        await writeFile(temporary, picture)
        await mkdir(dirname(path), { recursive: true })
        await rename(temporary, path)
      }),
    hold: (sha256) => {
      held.set(sha256, (held.get(sha256) ?? 0) + 1)
      return () => {
        const left = (held.get(sha256) ?? 1) - 1
        if (left === 0) held.delete(sha256)
        else held.set(sha256, left)
      }
    },
    doubt: (sha256) => void doubted.add(sha256),
    confirm: (sha256) => void doubted.delete(sha256),
    inDoubt: () => [...doubted],
    removeUnnamed: (sha256, olderThanMillis) =>
      during(async () => {
        // one tick from check to removal: whoever adopts these bytes again holds them before the rename begins
        if (held.has(sha256)) return false
        const path = originalOf(sha256)
        const found = statSync(path, { throwIfNoEntry: false })
        if (found && Date.now() - found.mtimeMs < olderThanMillis) return false
        if (found) unlinkSync(path)
        doubted.delete(sha256)
        for (const size of variantSizes) await rm(variantOf(sha256, size), { force: true })
        return found !== undefined
      }),
    removeLeftovers: (olderThanMillis) => during(() => arrivals.removeLeftovers(olderThanMillis)),
    close: async () => {
      closed = true
      await Promise.allSettled(underWay)
      if (onDisk === 'once-closed') await putOnDisk(originals)
    },
  }
}

const pieceBytes = 256 * 1024

async function* piecesOf(path: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const handle = await open(path, 'r')
  try {
    for (;;) {
      const piece = new Uint8Array(pieceBytes)
      const { bytesRead } = await handle.read(piece, 0, pieceBytes)
      if (bytesRead === 0) return
      yield piece.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

async function* filesBelow(root: string): AsyncGenerator<string> {
  for (const first of await foldersIn(root)) {
    for (const second of await foldersIn(join(root, first))) {
      for (const name of await readdir(join(root, first, second))) if (pattern.test(name)) yield name
    }
  }
}

/** Many at once: the disk takes them together. */
const putOnDisk = async (root: string): Promise<void> => {
  const paths = await readdir(root, { recursive: true })
  const all = [root, ...paths.map((path) => join(root, path))].values()
  const work = async (): Promise<void> => {
    for (const path of all) await syncFolder(path)
  }
  await Promise.all(Array.from({ length: 16 }, work))
}

const foldersIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))
