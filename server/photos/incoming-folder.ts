import { randomUUID } from 'node:crypto'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type DurableFolders, syncFolder } from './durable-folders.ts'
import { isMissing, unlessMissing } from './unless-missing.ts'

/** A photo on its way in: a temporary file beside the originals, so that adopting it is one rename. */
export interface IncomingFile {
  readonly path: string
  write(chunk: Uint8Array): Promise<void>
  /** File to disk, rename to its address, folder to disk. The caller has proven that the bytes have this hash. */
  adopt(sha256: string): Promise<void>
  /** Removes the file; does nothing once it is adopted, so it can stand in a `finally`. */
  discard(): Promise<void>
}

interface Neighbours {
  originalOf(sha256: string): string
  folders: DurableFolders
  doubt(sha256: string): void
}

interface IncomingFolder {
  start(): Promise<IncomingFile>
  /** Removes what this process is not working on and nobody has touched for so long; returns how many files. */
  removeLeftovers(olderThanMillis: number): Promise<number>
}

export const incomingFolder = (folder: string, { originalOf, folders, doubt }: Neighbours): IncomingFolder => {
  const ours = new Set<string>()

  const moveTo = async (target: string, path: string): Promise<void> => {
    const folder = dirname(target)
    await folders.make(folder)
    try {
      await rename(path, target)
    } catch (error) {
      if (!isMissing(error)) throw error
      folders.forget(folder)
      await folders.make(folder)
      await rename(path, target)
    }
  }

  const start = async (): Promise<IncomingFile> => {
    const name = randomUUID()
    const path = join(folder, name)
    const handle = await open(path, 'wx')
    ours.add(name)
    const end = async (): Promise<void> => {
      ours.delete(name)
      await handle.close()
    }
    let settled = false
    return {
      path,
      write: async (chunk) => {
        for (let done = 0; done < chunk.byteLength; ) {
          done += (await handle.write(chunk, done, chunk.byteLength - done)).bytesWritten
        }
      },
      adopt: async (sha256) => {
        const target = originalOf(sha256)
        // the age of a file nobody names counts from here, not from the first byte of a slow upload
        const now = new Date()
        await handle.utimes(now, now)
        await handle.sync()
        doubt(sha256)
        await moveTo(target, path)
        settled = true
        await end()
        await syncFolder(dirname(target))
      },
      discard: async () => {
        if (settled) return
        settled = true
        await rm(path, { force: true })
        await end()
      },
    }
  }

  return {
    start,
    removeLeftovers: async (olderThanMillis) => {
      let removed = 0
      for (const name of await readdir(folder)) {
        if (ours.has(name)) continue
        const path = join(folder, name)
        const found = await unlessMissing(stat(path))
        if (!found || Date.now() - found.mtimeMs < olderThanMillis) continue
        await rm(path, { force: true })
        removed++
      }
      return removed
    },
  }
}
