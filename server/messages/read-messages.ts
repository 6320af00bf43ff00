import { keepBooks } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { countUnread, markRead } from './inbox-store.ts'
import type { ReadMessages } from './wire.ts'

/** Marks one's own messages as read; again, or another's, changes nothing. */
export const readMessages = async (world: World, actor: Actor, which: ReadMessages): Promise<{ unread: number }> => {
  await keepBooks(world.db, (tx) => markRead(tx, actor, which, world.now()))
  return { unread: await countUnread(world.db, actor.county, actor.id) }
}
