import { inTransaction } from '../../db/unit-of-work.ts'
import { keepersOnly } from '../county/keepers-only.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { mustBeReachable } from './guarded-fetch.ts'
import { HookFault } from './hook-fault.ts'
import { hookOnWire } from './hook-view.ts'
import type { Outside } from './outside.ts'
import { changeHookRow, findHook, type HookRow, insertHook } from './store.ts'
import type { HookBody, HookOnWire } from './wire.ts'

const shortestSecret = 16
const wrong = (pointer: string, fault: string) => new Problem('invalid', { fields: [{ pointer, fault }] })

/**
 * Adds a receiver (without a version) or changes one. Address and secret left out stay what they are; where the address
 * leads into a private network that is not on the allow-list it is refused here already, and again at every sending.
 */
export const changeHook = async (
  world: World,
  actor: Actor,
  outside: Outside,
  id: string,
  { version, body }: { version: number | null; body: HookBody },
): Promise<HookOnWire> => {
  keepersOnly(actor)
  if (body.url !== null) await refuseInward(body.url, outside)
  const { county } = actor
  const row = await inTransaction(world.db, async (tx): Promise<HookRow> => {
    const before = await findHook(tx, county, id)
    const at = world.now()
    const { url, secret, ...plain } = body
    const asked = { ...plain, url: url ?? before?.url ?? '', secret: secret ?? before?.secret ?? '' }
    if (asked.url === '') throw wrong('/url', 'required')
    if (asked.kind === 'plain' && asked.secret.length < shortestSecret) throw wrong('/secret', 'too-short')
    const told = { name: asked.name, kind: asked.kind, events: asked.events, active: asked.active }
    const entry = { county, at, actorId: actor.id, subjectId: id, body: told }
    if (version === null) {
      if (before && !isSame(before, asked)) throw new Problem('other-content')
      if (before) return before
      const added = {
        ...{ county, id, version: 1, ...asked, addedAt: at, addedBy: actor.id },
        ...{ parkedAt: null, lastError: null, removedAt: null },
      }
      await insertHook(tx, added)
      await note(tx, { ...entry, kind: 'hook-added' })
      return added
    }
    if (!before || before.removedAt !== null) throw new Problem('not-there')
    if (before.version !== version) throw new Problem('changed-meanwhile')
    const changed = await changeHookRow(tx, before, { ...asked, parkedAt: null, lastError: null })
    if (!changed) throw new Problem('changed-meanwhile')
    await note(tx, { ...entry, kind: 'hook-changed' })
    return changed
  })
  return hookOnWire(row, [])
}

type Content = Pick<HookRow, 'kind' | 'name' | 'url' | 'secret' | 'active' | 'events' | 'removedAt'>

const isSame = (row: Content, asked: Omit<Content, 'removedAt'>): boolean =>
  row.removedAt === null &&
  row.kind === asked.kind &&
  row.name === asked.name &&
  row.url === asked.url &&
  row.secret === asked.secret &&
  row.active === asked.active &&
  row.events.join() === asked.events.join()

/** A name that is not known just now may be known later; everything else that is wrong stays wrong. */
const refuseInward = async (url: string, outside: Outside): Promise<void> => {
  try {
    await mustBeReachable(url, outside)
  } catch (error) {
    if (!(error instanceof HookFault)) throw error
    if (error.code !== 'no-such-host') throw wrong('/url', error.code)
  }
}
