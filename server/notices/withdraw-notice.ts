import type { z } from 'zod'
import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent, rememberAct, wasDoneBefore } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import { tellOfNotice } from '../messages/tell-of-notice.ts'
import type { World } from '../world.ts'
import { readNotice } from './notice-whole.ts'
import { openForAct } from './open-for-act.ts'
import { hazardsOfNotice, markWithdrawn } from './store.ts'
import type { WithdrawNotice } from './wire.ts'

/** Takes a document back, with the reason: it stays readable as withdrawn, and its number is never given again. */
export const withdrawNotice = async (world: World, actor: Actor, id: string, body: z.infer<typeof WithdrawNotice>) => {
  const { actId, deviceAt, because } = body
  const contentHash = hashOfContent({ id, act: 'withdraw', body })
  await inTransaction(world.db, async (tx) => {
    if (await wasDoneBefore(tx, actor, actId, contentHash)) return
    const { notice, recipients } = await openForAct(tx, actor, id, 'withdraw')
    const at = world.now()
    if (!(await markWithdrawn(tx, notice, { at, personId: actor.id, because })))
      throw new Problem('does-not-fit', { because: 'already-withdrawn' })
    const entry = { county: actor.county, at, actorId: actor.id, kind: 'notice-withdrawn' as const }
    const told = { noticeId: id, number: notice.documentNumber, because }
    const unitIds = recipients.map(({ unitId }) => unitId)
    await note(tx, {
      ...{ ...entry, subjectId: id },
      body: { ...told, unitIds, ...(deviceAt !== null && { deviceAt }) },
    })
    for (const { hazardId } of await hazardsOfNotice(tx, actor.county, id))
      await note(tx, { ...entry, subjectId: hazardId, body: told })
    await tellOfNotice(tx, world, actor, { kind: 'notice-withdrawn', notice, because })
    await rememberAct(tx, actor, { id: actId, contentHash, subjectId: id, at })
  })
  return readNotice(world, actor, id)
}
