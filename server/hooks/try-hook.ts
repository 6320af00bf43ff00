import { keepersOnly } from '../county/keepers-only.ts'
import type { Actor } from '../domain/actor.ts'
import { noFacts } from '../domain/message-facts.ts'
import { Problem } from '../http/problem.ts'
import type { World } from '../world.ts'
import { asSent, mustBeTaken } from './formats.ts'
import { guardedPost } from './guarded-fetch.ts'
import { HookFault } from './hook-fault.ts'
import { linkTo, type Outside } from './outside.ts'
import { findHook } from './store.ts'

/** Sends one message now that says it is a test; what the receiver answered comes back, good or bad. */
export const tryHook = async (
  world: World,
  actor: Actor,
  outside: Outside,
  id: string,
): Promise<{ ok: boolean; fault: string | null }> => {
  keepersOnly(actor)
  const hook = await findHook(world.db, actor.county, id)
  if (!hook || hook.removedAt !== null) throw new Problem('not-there')
  const now = world.now()
  const link = linkTo(outside.publicUrl, { hazardId: null, noticeId: null })
  try {
    const out = { id: world.newId(), kind: 'test' as const, facts: noFacts, hazardId: null, link, at: now, now }
    mustBeTaken(hook.kind, await guardedPost(asSent(out, hook), { allow: outside.allow }))
    return { ok: true, fault: null }
  } catch (error) {
    if (error instanceof HookFault) return { ok: false, fault: error.kept }
    throw error
  }
}
