import type { Row } from '../../db/schema/tables.ts'
import type { Answer } from '../../db/vocabulary.ts'
import type { Actor } from '../domain/actor.ts'
import { Problem } from '../http/problem.ts'
import type { Ground } from './step-frame.ts'
import { decideTransfer, transferWaiting } from './transfer-store.ts'

/** What the hazard's columns say once nothing is on its way any more. */
export const answered = { transferToUnitId: null, transferToCounty: null } as const

/** Writes the answer to the transfer that waits; another county's needs its letter, 422 where there is none. */
export const answerTransfer = async (
  actor: Actor,
  { tx, hazard, now }: Ground,
  outcome: Answer,
  because: string,
): Promise<Row<'transfers'>> => {
  const transfer = await transferWaiting(tx, actor.county, hazard.id)
  if (!transfer) throw new Error(`no transfer of hazard ${hazard.id} waits for an answer`)
  if (because === '' && (outcome === 'refused' || transfer.toCounty !== null))
    throw new Problem('invalid', { fields: [{ pointer: '/because', fault: 'required' }] })
  await decideTransfer(tx, transfer, { outcome, decidedAt: now, decidedBy: actor.id, decidedBecause: because })
  return transfer
}
