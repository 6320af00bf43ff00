import type { Tx } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import { judgeNotice, mayReadNotice, type NoticeAct } from '../domain/notice-doors.ts'
import { Problem } from '../http/problem.ts'
import { noticeFacts, type OpenNotice, openNotice } from './store.ts'

/** A document that this reader may act on so, now; 404 where they may not read it, else 403 or 409 with the reason. */
export const openForAct = async (tx: Tx, actor: Actor, id: string, act: NoticeAct): Promise<OpenNotice> => {
  const opened = await openNotice(tx, actor.county, id)
  const facts = opened && noticeFacts(opened)
  if (!opened || !facts || !mayReadNotice(facts, actor)) throw new Problem('not-there')
  const verdict = judgeNotice(act, facts, actor)
  if (!verdict.ok) throw new Problem(verdict.kind, { because: verdict.because })
  return opened
}
