import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent, rememberAct, wasDoneBefore } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import { tellOfNotice } from '../messages/tell-of-notice.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import type { World } from '../world.ts'
import { acceptBySigning } from './accept-by-signing.ts'
import { readNotice } from './notice-whole.ts'
import { openForAct } from './open-for-act.ts'
import { addReceipt, hazardsOfNotice } from './store.ts'
import type { SignNotice } from './wire.ts'

/** Signs the receipt (送达回证) for one's unit, once: by a tap, or with a signature drawn on the screen. */
export const signNotice = async (world: World, actor: Actor, id: string, body: SignNotice) => {
  const { actId, deviceAt, way, strokes } = body
  const contentHash = hashOfContent({ id, act: 'sign', body })
  await inTransaction(world.db, async (tx) => {
    if (await wasDoneBefore(tx, actor, actId, contentHash)) return
    const { notice } = await openForAct(tx, actor, id, 'sign')
    const { county, unitId } = actor
    if (unitId === null) throw new Error('a receipt was allowed to somebody of no unit')
    const at = world.now()
    const receipt = { county, noticeId: id, unitId, personId: actor.id, signerName: actor.name }
    if (!(await addReceipt(tx, { ...receipt, way, strokes, signedAt: at, deviceAt })))
      throw new Problem('does-not-fit', { because: 'already-signed' })
    const today = dayOf(at, await timeZoneOf(tx, county))
    const signing = { noticeId: id, documentNumber: notice.documentNumber, at, today }
    const accepted: string[] = []
    // a copy is for information: only the addressee is told to cure, and so accepts
    if (notice.kind === 'rectification' && notice.addresseeUnitId === unitId)
      for (const { hazardId } of await hazardsOfNotice(tx, county, id))
        accepted.push(...(await acceptBySigning(tx, actor, hazardId, signing)))
    await note(tx, {
      ...{ county, at, actorId: actor.id, kind: 'notice-signed', subjectId: id },
      body: {
        ...{ number: notice.documentNumber, unitId, way, accepted },
        ...(deviceAt !== null && { deviceAt }),
      },
    })
    await tellOfNotice(tx, world, actor, { kind: 'notice-signed', notice })
    await rememberAct(tx, actor, { id: actId, contentHash, subjectId: id, at })
  })
  return readNotice(world, actor, id)
}
