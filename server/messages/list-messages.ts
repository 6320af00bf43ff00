import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { countUnread, messagesBefore } from './inbox-store.ts'
import { messageOnWire } from './message-view.ts'
import type { MessageList } from './wire.ts'

interface Wanted {
  readonly before?: number | undefined
  readonly unread?: 'yes' | undefined
  readonly size: number
}

/** One's own inbox, the newest first; nobody reads another's. */
export const listMessages = async (
  world: World,
  actor: Actor,
  { before, unread, size }: Wanted,
): Promise<MessageList> => {
  const wanted = { before: before ?? null, unreadOnly: unread === 'yes', size: size + 1 }
  const rows = await messagesBefore(world.db, actor, wanted)
  const shown = rows.slice(0, size)
  return {
    messages: shown.map(messageOnWire),
    unread: await countUnread(world.db, actor.county, actor.id),
    next: rows.length > size ? (shown.at(-1)?.seq ?? null) : null,
  }
}
