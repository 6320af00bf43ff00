import type { Actor } from '../domain/actor.ts'

/** What every route below /api finds in its context: who is asking, by which session, and the request's own name. */
export type Env = { Variables: { actor: Actor; session: { id: string }; requestId: string } }
