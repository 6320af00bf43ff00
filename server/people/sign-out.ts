import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { revokeSessionRow } from './session-store.ts'

/** Ends the session in hand. */
export const signOut = (world: World, actor: Actor, sessionId: string): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    const { county } = actor
    const at = world.now()
    if (!(await revokeSessionRow(tx, { county, id: sessionId, personId: actor.id }, at))) return
    await note(tx, { county, at, actorId: actor.id, kind: 'signed-out', subjectId: sessionId })
  })
