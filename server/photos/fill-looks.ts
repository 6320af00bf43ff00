import { keepBooks } from '../../db/unit-of-work.ts'
import type { World } from '../world.ts'
import { lookOfVariant } from './look-of-pixels.ts'
import { addLooks, type PhotoRow, unlookedAt } from './store.ts'
import { openVariant } from './variants.ts'

const pageSize = 50
/** Between photos, so that people at work are not slowed down. */
const restMillis = 40

/**
 * Looks at photos that came before twins were looked for, one after the other, until told to stop; a start calls it.
 * The small variant serves: it differs from the original in a bit or two.
 */
export const fillLooks = (world: World): (() => Promise<void>) => {
  let stopped = false
  const rest = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, restMillis))
  const work = async (): Promise<void> => {
    for (let after = ''; ; ) {
      const page = await unlookedAt(world.db, world.county, after, pageSize)
      for (const photo of page) {
        if (stopped) return
        after = photo.sha256
        if (await lookAt(world, photo).catch(() => true)) await rest()
      }
      if (page.length < pageSize) return
    }
  }
  // whatever stops it (a full disk, a store that closes) is tried again at the next start
  const working = work().catch(() => undefined)
  return () => {
    stopped = true
    return working
  }
}

/** False where there is nothing to look at: no file, no work to rest from. */
const lookAt = async (world: World, photo: PhotoRow): Promise<boolean> => {
  const small = await openVariant(world.photos, photo, 'small')
  if (!small) return false
  const looks = await lookOfVariant(small)
  await keepBooks(world.db, (tx) => addLooks(tx, world.county, photo.sha256, looks))
  return true
}
