import type { z } from 'zod'
import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { hashOfContent, rememberAct, wasDoneBefore } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import { tellOfNotice } from '../messages/tell-of-notice.ts'
import type { World } from '../world.ts'
import { readNotice } from './notice-whole.ts'
import { openForAct } from './open-for-act.ts'
import { addReply } from './store.ts'
import type { ReplyToNotice } from './wire.ts'

/** A written reply of a unit that has signed; there may be several, each is kept. */
export const replyToNotice = async (world: World, actor: Actor, id: string, body: z.infer<typeof ReplyToNotice>) => {
  const { actId, deviceAt, words } = body
  const contentHash = hashOfContent({ id, act: 'reply', body })
  await inTransaction(world.db, async (tx) => {
    if (await wasDoneBefore(tx, actor, actId, contentHash)) return
    const { notice } = await openForAct(tx, actor, id, 'reply')
    const at = world.now()
    const { county, unitId } = actor
    await addReply(tx, { county, id: actId, noticeId: id, unitId, personId: actor.id, words, repliedAt: at })
    await note(tx, {
      ...{ county, at, actorId: actor.id, kind: 'notice-replied', subjectId: id },
      body: { number: notice.documentNumber, unitId, words, ...(deviceAt !== null && { deviceAt }) },
    })
    await tellOfNotice(tx, world, actor, { kind: 'notice-replied', notice, because: words })
    await rememberAct(tx, actor, { id: actId, contentHash, subjectId: id, at })
  })
  return readNotice(world, actor, id)
}
