import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { unlessMissing } from '../photos/unless-missing.ts'

export const documentEndings = ['docx', 'pdf'] as const
export type DocumentEnding = (typeof documentEndings)[number]

/** Finished files of documents, by the hash of all they say. Everything on it can be made again from the rows. */
export interface DocumentShelf {
  read(key: string, ending: DocumentEnding): Promise<Buffer | null>
  /** Puts a whole file there or none: written aside, then renamed. */
  keep(key: string, ending: DocumentEnding, bytes: Uint8Array): Promise<void>
}

const pattern = /^[0-9a-f]{64}$/

export const documentShelf = (where: string): DocumentShelf => {
  const folder = resolve(where)
  const address = (key: string, ending: DocumentEnding): string => {
    if (!pattern.test(key)) throw new Error('not a SHA-256 in lower-case hex')
    return join(folder, key.slice(0, 2), `${key}.${ending}`)
  }
  return {
    read: (key, ending) => unlessMissing(readFile(address(key, ending))),
    keep: async (key, ending, bytes) => {
      const target = address(key, ending)
      await mkdir(dirname(target), { recursive: true })
      const aside = `${target}.${randomUUID()}.part`
      try {
        const handle = await open(aside, 'wx')
        try {
          await handle.writeFile(bytes)
          // a rename may reach the disk before the bytes do, and an empty file would then be taken for the document
          await handle.sync()
        } finally {
          await handle.close()
        }
        await rename(aside, target)
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
    },
  }
}
