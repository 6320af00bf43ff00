import type { Actor } from '../domain/actor.ts'
import type { World } from '../world.ts'
import { type SessionRow, sessionsOf } from './session-store.ts'
import { isLive } from './session-terms.ts'

/** One's own live sessions, the last used first. */
export const listSessions = async (world: World, actor: Actor): Promise<SessionRow[]> => {
  const now = world.now()
  return (await sessionsOf(world.db, actor.county, actor.id)).filter((session) => isLive(session, now))
}
