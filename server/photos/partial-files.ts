import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Begun } from './take-in.ts'
import { unlessMissing } from './unless-missing.ts'

/** Whose upload, and of which photo. */
export interface Sending {
  readonly owner: string
  readonly sha256: string
}

const day = 24 * 3600_000

/** A phone sends three at a time and goes on with what it began: these hold far more than it leaves lying. */
const mostFiles = 16
const mostBytes = 200e6

/** For how long it is waited that somebody goes on with what broke off. */
export const partialsKeptMillis = 2 * day

const prefixOf = (owner: string): string => `partial-${createHash('sha256').update(owner).digest('hex').slice(0, 16)}-`

export const partialName = ({ owner, sha256 }: Sending): string => `${prefixOf(owner)}${sha256}`

export const isPartial = (name: string): boolean => name.startsWith('partial-')

/** Makes room for one more of this person's: the oldest that nobody is writing go first. False where none can go. */
export const makeRoom = async (folder: string, owner: string, isLive: (name: string) => boolean): Promise<boolean> => {
  const found: { name: string; bytes: number; touchedAt: number }[] = []
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefixOf(owner))) continue
    const file = await unlessMissing(stat(join(folder, name)))
    if (file) found.push({ name, bytes: file.size, touchedAt: file.mtimeMs })
  }
  const idle = found.filter(({ name }) => !isLive(name)).sort((a, b) => a.touchedAt - b.touchedAt)
  let count = found.length
  let bytes = found.reduce((sum, file) => sum + file.bytes, 0)
  while (count >= mostFiles || bytes >= mostBytes) {
    const oldest = idle.shift()
    if (!oldest) return false
    await rm(join(folder, oldest.name), { force: true })
    count--
    bytes -= oldest.bytes
  }
  return true
}

/** Reads from disk what is kept, so that a hash can go on from there even after the server was killed. */
export const begunIn = async (path: string): Promise<Begun> => {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(path)) {
    hash.update(piece)
    bytes += piece.length
  }
  return { hash, bytes }
}
