import { inTransaction } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { zoneKeepers } from '../domain/zone-doors.ts'
import { Problem } from '../http/problem.ts'
import { hashOfContent, rememberAct, wasDoneBefore } from '../journal/act-once.ts'
import { note } from '../journal/note.ts'
import type { World } from '../world.ts'
import { keepSignTexts, type SignTextsRow, signTextsOf } from './sign-store.ts'
import { signTextsOnWire } from './sign-texts-view.ts'
import type { SignTexts, SignTextsBody } from './sign-wire.ts'

/** The county words its signs anew: hotline and duties. Signs made before stay as they were printed. */
export const changeSignTexts = async (
  world: World,
  actor: Actor,
  version: number,
  { actId, deviceAt, hotline, duties }: SignTextsBody,
  hasAddress: boolean,
): Promise<SignTexts> => {
  if (!zoneKeepers.includes(actor.role)) throw new Problem('not-yours', { because: 'another-role', who: zoneKeepers })
  const { county } = actor
  const contentHash = hashOfContent({ move: 'change-sign-texts', version, hotline, duties })
  const row = await inTransaction(world.db, async (tx): Promise<SignTextsRow | null> => {
    const before = await signTextsOf(tx, county)
    if (await wasDoneBefore(tx, actor, actId, contentHash)) return before
    if ((before?.version ?? 0) !== version) throw new Problem('changed-meanwhile')
    const at = world.now()
    const next = { county, hotline, duties, version: version + 1, changedAt: at, changedBy: actor.id }
    if (!(await keepSignTexts(tx, next, version))) throw new Problem('changed-meanwhile')
    await note(tx, {
      ...{ county, at, actorId: actor.id, kind: 'sign-changed', subjectId: county },
      body: {
        hotline,
        duties,
        before: before && { hotline: before.hotline, duties: before.duties },
        ...(deviceAt !== null && { deviceAt }),
      },
    })
    await rememberAct(tx, actor, { id: actId, contentHash, subjectId: county, at })
    return next
  })
  return signTextsOnWire(row, actor, hasAddress)
}
