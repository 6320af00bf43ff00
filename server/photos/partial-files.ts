import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, rm, stat, statfs } from 'node:fs/promises'
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

/** What everybody's broken uploads together may take, and what they must leave of the disk. */
export interface Ceiling {
  readonly mostFiles: number
  readonly mostBytes: number
  readonly leastFreeBytes: number
  /** A small disk is not asked for more than this share of it. */
  readonly leastFreeShare: number
}

/** A hundred phones that lost their line in the middle of a sweep, and then some. */
export const usualCeiling: Ceiling = { mostFiles: 2000, mostBytes: 4e9, leastFreeBytes: 1e9, leastFreeShare: 0.05 }

/** For how long it is waited that somebody goes on with what broke off. */
export const partialsKeptMillis = 2 * day

const prefixOf = (owner: string): string => `partial-${createHash('sha256').update(owner).digest('hex').slice(0, 16)}-`

export const partialName = ({ owner, sha256 }: Sending): string => `${prefixOf(owner)}${sha256}`

export const isPartial = (name: string): boolean => name.startsWith('partial-')

interface Found {
  readonly name: string
  readonly bytes: number
  readonly touchedAt: number
}

const partialsIn = async (folder: string): Promise<Found[]> => {
  const found: Found[] = []
  for (const name of await readdir(folder)) {
    if (!isPartial(name)) continue
    const file = await unlessMissing(stat(join(folder, name)))
    if (file) found.push({ name, bytes: file.size, touchedAt: file.mtimeMs })
  }
  return found.sort((one, other) => one.touchedAt - other.touchedAt)
}

/** Bytes by which the disk falls short of what uploads must leave of it. */
const shortBy = async (folder: string, { leastFreeBytes, leastFreeShare }: Ceiling): Promise<number> => {
  const { bavail, blocks, bsize } = await statfs(folder)
  return Math.min(leastFreeBytes, leastFreeShare * blocks * bsize) - bavail * bsize
}

/**
 * Makes room for one more of this person's: their own oldest that nobody is writing go first, then the oldest of
 * anybody, until all together are below the ceiling. False where none can go: the upload is taken, but not kept if it
 * breaks off.
 */
export const makeRoom = async (
  folder: string,
  owner: string,
  isLive: (name: string) => boolean,
  ceiling: Ceiling = usualCeiling,
): Promise<boolean> => {
  const all = await partialsIn(folder)
  const gone = new Set<string>()
  const removeUntil = async (among: readonly Found[], isEnough: (left: Left) => boolean): Promise<boolean> => {
    for (const { name } of among) {
      if (isEnough(leftOf(among, gone))) return true
      // asked again: meanwhile somebody may have begun to go on with it
      if (gone.has(name) || isLive(name)) continue
      await rm(join(folder, name), { force: true })
      gone.add(name)
    }
    return isEnough(leftOf(among, gone))
  }
  const own = all.filter(({ name }) => name.startsWith(prefixOf(owner)))
  if (!(await removeUntil(own, ({ count, bytes }) => count < mostFiles && bytes < mostBytes))) return false
  const short = await shortBy(folder, ceiling)
  return removeUntil(
    all,
    ({ count, bytes, freed }) => count < ceiling.mostFiles && bytes < ceiling.mostBytes && freed >= short,
  )
}

interface Left {
  readonly count: number
  readonly bytes: number
  readonly freed: number
}

const leftOf = (among: readonly Found[], gone: ReadonlySet<string>): Left => {
  const left = among.filter(({ name }) => !gone.has(name))
  const bytes = left.reduce((sum, file) => sum + file.bytes, 0)
  return { count: left.length, bytes, freed: among.reduce((sum, file) => sum + file.bytes, 0) - bytes }
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
