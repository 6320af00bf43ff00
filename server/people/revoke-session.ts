import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { revokeSessionRow } from './session-store.ts'

/** Ends one of one's own sessions, at once; another person's answers like none at all. */
export const revokeSession = (world: World, actor: Actor, sessionId: string): Promise<void> =>
  inTransaction(world.db, async (tx) => {
    const { county } = actor
    const at = world.now()
    if (!(await revokeSessionRow(tx, { county, id: sessionId, personId: actor.id }, at))) throw new Problem('not-there')
    await note(tx, { county, at, actorId: actor.id, kind: 'session-revoked', subjectId: sessionId })
  })
