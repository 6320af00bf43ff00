import type { World } from '../world.ts'
import { namedAmong } from './store.ts'
import { unnamedFiles } from './unnamed-files.ts'

export interface Swept {
  readonly removed: number
  readonly leftovers: number
  /** Unnamed originals that were left alone because there are too many for a crash to explain. */
  readonly spared: number
}

const minute = 60_000
const pageSize = 500

/**
 * A crash leaves a handful of files without rows. Hundreds mean that the database is an older copy than the photos:
 * then nothing is removed, and `npm run verify` names them.
 */
const mostFromACrash = 64

/**
 * Removes originals older than a minute that no row names, and what cut-off uploads left behind. `everything` walks
 * the whole folder (at start); `in-doubt` looks only at what this process adopted or found too young to judge.
 */
export const sweepOrphans = async (world: World, where: 'everything' | 'in-doubt'): Promise<Swept> => {
  const { photos } = world
  const leftovers = await photos.removeLeftovers(minute)
  const unnamed = where === 'everything' ? await allUnnamed(world) : await unnamedInDoubt(world)
  if (where === 'everything' && unnamed.length > mostFromACrash)
    return { removed: 0, leftovers, spared: unnamed.length }
  let removed = 0
  for (const sha256 of unnamed) {
    photos.doubt(sha256)
    if (await photos.removeUnnamed(sha256, minute)) removed++
  }
  return { removed, leftovers, spared: 0 }
}

const allUnnamed = async (world: World): Promise<string[]> => {
  const unnamed: string[] = []
  for await (const sha256 of unnamedFiles(world)) unnamed.push(sha256)
  return unnamed
}

const unnamedInDoubt = async ({ db, photos, county }: World): Promise<string[]> => {
  const doubted = photos.inDoubt().slice(0, pageSize)
  const named = await namedAmong(db, county, doubted)
  for (const sha256 of named) photos.confirm(sha256)
  return doubted.filter((sha256) => !named.has(sha256))
}

/** Sweeps now and every minute until told to stop; faults and removals are told, never thrown. */
export const keepSweeping = (
  world: World,
  tell: (news: { swept: Swept } | { failed: unknown }) => void,
): (() => Promise<void>) => {
  let last: Promise<void> = Promise.resolve()
  let stopped = false
  const sweep = async (where: 'everything' | 'in-doubt'): Promise<void> => {
    if (stopped) return
    try {
      const swept = await sweepOrphans(world, where)
      if (swept.removed + swept.leftovers + swept.spared > 0) tell({ swept })
    } catch (failed) {
      tell({ failed })
    }
  }
  const queue = (where: 'everything' | 'in-doubt'): void => {
    last = last.then(() => sweep(where))
  }
  queue('everything')
  const timer = setInterval(() => queue('in-doubt'), minute)
  timer.unref()
  return async () => {
    stopped = true
    clearInterval(timer)
    await last
  }
}
