import { type Actor, inScope, scopeOf } from '../domain/actor.ts'
import { dayOf } from '../domain/county-calendar.ts'
import { judgeNotice, mayReadNotice, noticeActs, noticeSight } from '../domain/notice-doors.ts'
import { namesFor } from '../hazards/names.ts'
import { openCase, whereaboutsOf } from '../hazards/store.ts'
import { Problem } from '../http/problem.ts'
import { timeZoneOf } from '../people/time-zone.ts'
import type { World } from '../world.ts'
import type { NoticeWhole } from './answers.ts'
import { contentIn, noticeLine } from './notice-view.ts'
import { hazardsOfNotice, noticeFacts, openNotice, repliesTo } from './store.ts'

/** A document whole, for one who may read it: what it says, who signed, who replied, and what the reader may do. */
export const readNotice = async (world: World, actor: Actor, id: string): Promise<NoticeWhole> => {
  const { db } = world
  const opened = await openNotice(db, actor.county, id)
  const facts = opened && noticeFacts(opened)
  if (!opened || !facts || !mayReadNotice(facts, actor)) throw new Problem('not-there')
  const { notice, recipients, receipts } = opened
  const listed = await hazardsOfNotice(db, actor.county, id)
  const replies = await repliesTo(db, actor.county, id)
  const names = await namesFor(db, actor.county, {
    people: [notice.issuedBy, notice.withdrawnBy, ...replies.map(({ personId }) => personId)],
    units: [notice.issuerUnitId, ...recipients.map(({ unitId }) => unitId), ...replies.map(({ unitId }) => unitId)],
    places: [],
  })
  const scope = scopeOf(actor)
  const hazards: { id: string; inScope: boolean }[] = []
  for (const { hazardId } of listed) {
    const found = scope.all ? null : await openCase(db, actor.county, hazardId)
    hazards.push({ id: hazardId, inScope: scope.all || (found !== null && inScope(scope, whereaboutsOf(found))) })
  }
  const tally = {
    hazards: listed.length,
    recipientUnitIds: facts.recipientUnitIds,
    signedUnitIds: facts.signedUnitIds,
    replies: replies.length,
  }
  const today = dayOf(world.now(), await timeZoneOf(db, actor.county))
  const person = (personId: string): string => names.person(personId)?.name ?? ''
  return {
    ...noticeLine(notice, tally, { unitId: noticeSight(actor).unitId, today, unit: names.unit, person }),
    content: contentIn(notice),
    hazards,
    receipts: recipients.map(({ unitId, as }) => {
      const receipt = receipts.find((one) => one.unitId === unitId)
      return {
        unit: names.unit(unitId) ?? { id: unitId, name: unitId },
        as,
        signedAt: receipt?.signedAt ?? null,
        signer: receipt?.signerName ?? null,
        way: receipt?.way ?? null,
        strokes: receipt?.strokes ?? null,
      }
    }),
    replyList: replies.map(({ id: replyId, unitId, personId, words, repliedAt }) => ({
      id: replyId,
      unitName: names.unit(unitId)?.name ?? null,
      personName: person(personId),
      words,
      repliedAt,
    })),
    withdrawn:
      notice.withdrawnAt === null
        ? null
        : {
            at: notice.withdrawnAt,
            by: person(notice.withdrawnBy ?? ''),
            because: notice.withdrawnBecause ?? '',
          },
    templateVersion: notice.templateVersion,
    doors: noticeActs.map((act) => {
      const verdict = judgeNotice(act, facts, actor)
      return { act, ok: verdict.ok, because: verdict.ok ? null : verdict.because }
    }),
  }
}
