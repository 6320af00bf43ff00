import type { NoticeKind } from '../../db/vocabulary.ts'
import type { Actor } from '../../server/domain/actor.ts'
import type { HazardWhole } from '../../server/hazards/answers.ts'
import { draftNotice } from '../../server/notices/draft-notice.ts'
import { issueNotice } from '../../server/notices/issue-notice.ts'
import { replyToNotice } from '../../server/notices/reply-to-notice.ts'
import { signNotice } from '../../server/notices/sign-notice.ts'
import type { NoticeTexts } from '../../server/notices/wire.ts'
import type { OfficeStage } from './office.ts'
import { signatureOf } from './signature.ts'
import { daytime } from './story.ts'
import { replyWords } from './wordings.ts'

const hour = 3_600_000
const day = 24 * hour

export interface Correspondence {
  /** A rectification notice to those units that were given most in the week before. */
  weekly: (at: number) => Promise<void>
  /** Whatever else is written in a month: supervision of what is late, an alert, a record. */
  monthly: (at: number, month: number) => Promise<void>
}

type Enter = (at: number, act: () => Promise<void>) => void

interface Letter {
  kind: NoticeKind
  by: Actor
  about: readonly HazardWhole[]
  unitId: string | null
  texts?: Partial<NoticeTexts>
}

export const correspondence = (stage: OfficeStage, reviewer: Actor, enter: Enter): Correspondence => {
  const { world, cast, random, actorOf } = stage
  const isBusy = stage.pace === 'busy'

  const send = async ({ kind, by, about, unitId, texts = {} }: Letter, at: number): Promise<void> => {
    const hazards = about.map(({ id }) => id)
    if (hazards.length === 0) return
    const unit = unitId === null ? {} : { unit: unitId }
    const draft = await draftNotice(world, by, { kind, hazards, ...unit })
    const fit = draft.hazards.filter(({ because }) => because === null).map(({ id }) => id)
    if (fit.length === 0) return
    const { notice } = await issueNotice(world, by, world.newId(), {
      ...{ deviceAt: null, kind, copyUnitIds: [], copies: [], hazards: fit },
      ...{ addresseeUnitId: draft.addresseeUnitId, addressee: draft.addressee },
      texts: { ...draft.texts, ...texts },
      ...{ cureDueOn: draft.cureDueOn, replyDueOn: draft.replyDueOn },
    })
    const to = draft.addresseeUnitId
    if (to === null || to === by.unitId) return
    const receiver = actorOf(to === reviewer.unitId ? reviewer.id : cast.chiefOfUnit(to))
    const signedAt = Math.max(at + hour / 4, daytime(at + random.between(0.1, isBusy ? 0.4 : 2.5) * day, random))
    const drawn = random.chance(0.3)
    if (random.chance(0.95))
      enter(signedAt, async () => {
        await signNotice(world, receiver, notice.id, {
          ...{ actId: world.newId(), deviceAt: null, way: drawn ? 'drawn' : 'tap' },
          strokes: drawn ? signatureOf(receiver.name) : null,
        })
        const repliedAt = daytime(signedAt + random.between(4, 11) * day, random)
        if (draft.replyDueOn !== null && random.chance(0.85))
          enter(repliedAt, async () => {
            const words = random.pick(replyWords)
            await replyToNotice(world, receiver, notice.id, { actId: world.newId(), deviceAt: null, words })
          })
      })
  }

  const stillOpen = (): HazardWhole[] =>
    stage.hazards().filter(({ stage: at, setAside }) => at === 'register' && setAside === null)
  const unitOf = ({ tasks }: HazardWhole): string => tasks.find(({ state }) => state !== 'refused')?.unit?.id ?? ''

  return {
    weekly: async (at) => {
      const since = new Date(at - 7 * day).toISOString()
      const fresh = stillOpen().filter(({ registeredAt }) => registeredAt !== null && registeredAt >= since)
      const byUnit = [...Map.groupBy(fresh, unitOf)].filter(([unitId]) => unitId !== '')
      const most = byUnit.sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b)).slice(0, 2)
      for (const [unitId, about] of most)
        if (isBusy || about.length > 1 || random.chance(0.4))
          await send({ kind: 'rectification', by: reviewer, about: about.slice(0, 6), unitId }, at)
    },
    monthly: async (at, month) => {
      const aWeekAgo = new Date(at - 7 * day).toISOString().slice(0, 10)
      const late = stillOpen().filter(({ dueOn }) => dueOn !== null && dueOn < aWeekAgo)
      const [worst] = [...Map.groupBy(late, unitOf)].sort(([, x], [, y]) => y.length - x.length)
      const level = '县级督办'
      if (worst)
        await send(
          { kind: 'supervision', by: reviewer, about: worst[1].slice(0, 3), unitId: worst[0], texts: { level } },
          at,
        )
      const cleared = stage.hazards().filter(({ stage: now }) => now === 'cleared')
      const last = cleared.at(-1)
      if (last && month % 2 === 0)
        await send({ kind: 'acceptance', by: reviewer, about: [last], unitId: unitOf(last) }, at)
      const revisited = cleared.filter(({ revisits }) => revisits.some(({ outcome }) => outcome === 'passed')).at(-1)
      if (revisited && month % 3 === 1)
        await send({ kind: 'revisit-record', by: reviewer, about: [revisited], unitId: unitOf(revisited) }, at)
      const roads = stillOpen().filter((hazard) => unitOf(hazard) === cast.roadUnit)
      if (month % 4 === 2)
        await send({ kind: 'risk-alert', by: reviewer, about: roads.slice(-4), unitId: cast.roadUnit }, at)
      if (month % 6 === 3)
        await send({ kind: 'government-report', by: reviewer, about: stillOpen().slice(-8), unitId: null }, at)
      if (month % 6 === 5)
        await send({ kind: 'copy', by: reviewer, about: stillOpen().slice(-2), unitId: cast.cityUnit }, at)
      const waiting = stillOpen().find(({ tasks }) => tasks[0]?.state === 'submitted')
      if (waiting)
        await send(
          {
            kind: 'closing-application',
            by: actorOf(cast.chiefOfUnit(unitOf(waiting))),
            about: [waiting],
            unitId: null,
          },
          at,
        )
      const asking = stillOpen().find(({ tasks }) => tasks[0]?.extensions.some(({ outcome }) => outcome === null))
      const asked = asking?.tasks[0]?.extensions.find(({ outcome }) => outcome === null)?.because ?? ''
      const causes = asked.replace(/，申请延期$/, '。')
      if (asking)
        await send(
          {
            ...{ kind: 'extension' as const, by: actorOf(cast.chiefOfUnit(unitOf(asking))), about: [asking] },
            ...{ unitId: null, texts: { causes } },
          },
          at,
        )
    },
  }
}
