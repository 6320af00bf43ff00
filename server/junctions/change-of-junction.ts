import type { EventKind } from '../../db/event-kinds.ts'
import type { NewRow } from '../../db/schema/tables.ts'
import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent, rememberAct, wasDoneBefore } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { junctionKeepersOnly } from './junction-gates.ts'
import { changeJunction, findJunction, type JunctionRow } from './store.ts'
import { wholeOf } from './whole-of.ts'
import type { JunctionWhole } from './wire.ts'

export interface Asked<Body> {
  readonly id: string
  readonly version: number
  readonly body: Body
}

type Said = { readonly actId: string; readonly deviceAt: string | null; readonly because: string }

/** One keeper's change to one junction, once, on the version it was decided on; `change` may refuse it. */
export const changeOne = async <Body extends Said>(
  world: World,
  actor: Actor,
  { id, version, body }: Asked<Body>,
  kind: EventKind,
  change: (row: JunctionRow) => Partial<NewRow<'junctions'>>,
): Promise<JunctionWhole> => {
  junctionKeepersOnly(actor)
  const { actId, deviceAt, ...asked } = body
  const { county } = actor
  const contentHash = hashOfContent({ kind, id, version, asked })
  const row = await inTransaction(world.db, async (tx): Promise<JunctionRow> => {
    const before = await findJunction(tx, county, id)
    if (!before) throw new Problem('not-there')
    if (await wasDoneBefore(tx, actor, actId, contentHash)) return before
    if (before.version !== version) throw new Problem('changed-meanwhile')
    const at = world.now()
    const changed = await changeJunction(tx, before, { ...change(before), changedAt: at })
    if (!changed) throw new Problem('changed-meanwhile')
    const told = { ...asked, before: { name: before.name, active: before.active } }
    await note(tx, {
      ...{ county, at, actorId: actor.id, kind, subjectId: id },
      body: { ...told, ...(deviceAt !== null && { deviceAt }) },
    })
    await rememberAct(tx, actor, { id: actId, contentHash, subjectId: id, at })
    return changed
  })
  return wholeOf(world, actor, row)
}
