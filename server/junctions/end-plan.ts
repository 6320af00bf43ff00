import type { z } from 'zod'
import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent, rememberAct, wasDoneBefore } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { junctionKeepersOnly } from './junction-gates.ts'
import { endPlanRow, findPlan } from './plan-store.ts'
import type { WithReason } from './wire.ts'

/** Ends a plan before its days are over, or puts a finished one away; its inspections stay. */
export const endPlan = async (
  world: World,
  actor: Actor,
  { id, body }: { id: string; body: z.infer<typeof WithReason> },
): Promise<void> => {
  junctionKeepersOnly(actor)
  const { county } = actor
  const { actId, deviceAt, because } = body
  const contentHash = hashOfContent({ move: 'end-plan', id, because })
  await inTransaction(world.db, async (tx) => {
    if (await wasDoneBefore(tx, actor, actId, contentHash)) return
    const plan = await findPlan(tx, county, id)
    if (!plan) throw new Problem('not-there')
    const at = world.now()
    if (!(await endPlanRow(tx, plan, { endedAt: at, endedBecause: because })))
      throw new Problem('does-not-fit', { because: 'plan-ended' })
    await note(tx, {
      ...{ county, at, actorId: actor.id, kind: 'patrol-plan-ended', subjectId: id },
      body: { because, ...(deviceAt !== null && { deviceAt }) },
    })
    await rememberAct(tx, actor, { id: actId, contentHash, subjectId: id, at })
  })
}
