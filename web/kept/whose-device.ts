import { closeBook } from '../field-book/book-store.ts'
import { serverClockOffsetMs } from '../server-clock.ts'
import { dropBaseMap } from './base-map-shelf.ts'
import { fieldShelf } from './field-shelf.ts'
import { keyText } from './kept-marks.ts'
import { dropPhotos } from './photo-shelves.ts'
import { toKeep } from './what-is-kept.ts'

/** Somebody signed in, or is still: what was kept for anybody else goes, and their own session opens offline. */
export const deviceIsOf = async (me: {
  readonly person: { readonly id: string }
  readonly shelfKey: string
}): Promise<void> => {
  const { id } = me.person
  if (await fieldShelf.belongTo(id)) await Promise.all([dropPhotos(), dropBaseMap()])
  // one without its key came from the shelf itself
  if (me.shelfKey !== '')
    await fieldShelf.put(id, keyText(['session']), toKeep(['session'], me, serverClockOffsetMs()), Date.now())
}

/** At signing out nothing that the server ever said stays on this device. What is still unsent is not touched. */
export const leaveNothing = async (): Promise<void> => {
  closeBook()
  await Promise.all([fieldShelf.wipe(), dropPhotos(), dropBaseMap()])
}
