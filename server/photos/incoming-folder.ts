import { randomUUID } from 'node:crypto'
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type DurableFolders, syncFolder } from './durable-folders.ts'
import { begunIn, isPartial, makeRoom, partialName, partialsKeptMillis, type Sending } from './partial-files.ts'
import type { Begun } from './take-in.ts'
import { isMissing, unlessMissing } from './unless-missing.ts'

/** A photo on its way in: a temporary file beside the originals, so that adopting it is one rename. */
export interface IncomingFile {
  readonly path: string
  /** Its sender goes on with the same photo on another line: this one is given up. */
  readonly overtaken: AbortSignal
  write(chunk: Uint8Array): Promise<void>
  /** File to disk, rename to its address, folder to disk. The caller has proven that the bytes have this hash. */
  adopt(sha256: string): Promise<void>
  /** Lets go of the file as it is, for its sender to go on with; one that is nobody's is removed. */
  keep(): Promise<void>
  /** Removes the file; does nothing once it is adopted or kept, so it can stand in a `finally`. */
  discard(): Promise<void>
}

/** What is kept of an upload and can be gone on with, or how many bytes that are instead. */
export type Resumed = { readonly file: IncomingFile; readonly begun: Begun } | { readonly keptBytes: number }

interface Neighbours {
  originalOf(sha256: string): string
  folders: DurableFolders
  doubt(sha256: string): void
}

interface IncomingFolder {
  /** Without a sender, or where there is no room for more of theirs, nothing of it can be kept. */
  start(sending: Sending | null): Promise<IncomingFile>
  /** Takes over what is kept, from whoever may still be writing it, where it has just so many bytes. */
  resume(sending: Sending, offset: number): Promise<Resumed>
  sizeOfPartial(sending: Sending): Promise<number>
  dropPartial(sending: Sending): Promise<void>
  /** Removes what this process is not working on and nobody has touched for so long; returns how many files. */
  removeLeftovers(olderThanMillis: number): Promise<number>
}

interface Live {
  readonly overtake: AbortController
  readonly ended: Promise<void>
  readonly end: () => void
}

export const incomingFolder = (folder: string, { originalOf, folders, doubt }: Neighbours): IncomingFolder => {
  const live = new Map<string, Live>()

  const claim = (name: string): Live => {
    let end = (): void => undefined
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    const claimed = { overtake: new AbortController(), ended, end }
    live.set(name, claimed)
    return claimed
  }
  const release = (name: string): void => {
    const claimed = live.get(name)
    live.delete(name)
    claimed?.end()
  }

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

  const fileOn = (name: string, handle: FileHandle, { overtake }: Live): IncomingFile => {
    const path = join(folder, name)
    const end = async (): Promise<void> => {
      await handle.close()
      release(name)
    }
    let settled = false
    const leave = async (remove: boolean): Promise<void> => {
      if (settled) return
      settled = true
      if (remove) await rm(path, { force: true })
      await end()
    }
    return {
      path,
      overtaken: overtake.signal,
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
        if (folders.onDisk === 'at-once') await handle.sync()
        doubt(sha256)
        await moveTo(target, path)
        settled = true
        await end()
        if (folders.onDisk === 'at-once') await syncFolder(dirname(target))
      },
      keep: () => leave(!isPartial(name)),
      discard: () => leave(true),
    }
  }

  const opened = async (name: string, flags: string): Promise<IncomingFile> => {
    const claimed = live.get(name) ?? claim(name)
    try {
      return fileOn(name, await open(join(folder, name), flags), claimed)
    } catch (error) {
      release(name)
      throw error
    }
  }

  /** Two lines of one phone may bring the same photo at once: the second is no less welcome, but not kept if it breaks. */
  const nameFor = async (sending: Sending | null): Promise<string> => {
    if (sending === null) return randomUUID()
    const name = partialName(sending)
    if (live.has(name)) return randomUUID()
    claim(name)
    try {
      await rm(join(folder, name), { force: true })
      if (await makeRoom(folder, sending.owner, (other) => live.has(other))) return name
    } catch (error) {
      release(name)
      throw error
    }
    release(name)
    return randomUUID()
  }

  return {
    start: async (sending) => opened(await nameFor(sending), 'wx'),
    resume: async (sending, offset) => {
      const name = partialName(sending)
      for (let before = live.get(name); before; before = live.get(name)) {
        before.overtake.abort()
        await before.ended
      }
      claim(name)
      try {
        const path = join(folder, name)
        // a wrong offset is told without reading all that is kept
        const kept = (await unlessMissing(stat(path)))?.size ?? 0
        const begun = kept === offset ? await unlessMissing(begunIn(path)) : null
        if (begun && begun.bytes === offset) return { file: await opened(name, 'a'), begun }
        release(name)
        return { keptBytes: begun?.bytes ?? kept }
      } catch (error) {
        release(name)
        throw error
      }
    },
    sizeOfPartial: async (sending) => (await unlessMissing(stat(join(folder, partialName(sending)))))?.size ?? 0,
    dropPartial: async (sending) => {
      const name = partialName(sending)
      if (!live.has(name)) await rm(join(folder, name), { force: true })
    },
    removeLeftovers: async (olderThanMillis) => {
      let removed = 0
      for (const name of await readdir(folder)) {
        if (live.has(name)) continue
        const path = join(folder, name)
        const found = await unlessMissing(stat(path))
        const keptMillis = isPartial(name) ? partialsKeptMillis : olderThanMillis
        // asked again: meanwhile somebody may have begun to go on with it
        if (!found || Date.now() - found.mtimeMs < keptMillis || live.has(name)) continue
        await rm(path, { force: true })
        removed++
      }
      return removed
    },
  }
}
