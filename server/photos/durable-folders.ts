import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Puts a folder's list of names on disk; without it a renamed file may be gone after a power cut. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** When a photo is on disk; `once-closed` is for a store that nobody has before it is whole. */
export type OnDisk = 'at-once' | 'once-closed'

export interface DurableFolders {
  readonly onDisk: OnDisk
  make(folder: string): Promise<void>
  /** For a folder that somebody removed since: it is made anew when next asked for. */
  forget(folder: string): void
}

/**
 * Makes folders below an absolute root so that they survive a power cut: each new name is synced in its parent. Once per folder
 * and process; whoever asks meanwhile waits for the same work.
 */
export const durableFolders = (root: string, onDisk: OnDisk = 'at-once'): DurableFolders => {
  const known = new Map<string, Promise<void>>()

  const make = async (folder: string): Promise<void> => {
    await mkdir(folder, { recursive: true })
    if (onDisk === 'once-closed') return
    for (let parent = dirname(folder); parent.length >= root.length; parent = dirname(parent)) await syncFolder(parent)
  }

  const remembered = (folder: string): Promise<void> => {
    const before = known.get(folder)
    if (before) return before
    const work = make(folder)
    known.set(folder, work)
    work.catch(() => known.delete(folder))
    return work
  }
  return { onDisk, make: remembered, forget: (folder) => void known.delete(folder) }
}
