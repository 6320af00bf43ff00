import { inTransaction } from '../../db/unit-of-work.ts'
import { keepersOnly } from '../county/keepers-only.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { changeHookRow, findHook } from './store.ts'

/** Takes a receiver off; its address and secret are forgotten with it. */
export const removeHook = async (world: World, actor: Actor, id: string, version: number): Promise<void> => {
  keepersOnly(actor)
  const { county } = actor
  await inTransaction(world.db, async (tx) => {
    const before = await findHook(tx, county, id)
    if (!before) throw new Problem('not-there')
    if (before.removedAt !== null) return
    const at = world.now()
    const gone = { removedAt: at, active: false, url: '', secret: '' }
    if (before.version !== version || !(await changeHookRow(tx, before, gone))) throw new Problem('changed-meanwhile')
    const { name, kind } = before
    await note(tx, { county, at, actorId: actor.id, kind: 'hook-removed', subjectId: id, body: { name, kind } })
  })
}
