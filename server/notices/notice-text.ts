import type { Row } from '../../db/schema/tables.ts'
import type { Db } from '../../db/unit-of-work.ts'
import type { Actor } from '../domain/actor.ts'
import type { Day } from '../domain/county-calendar.ts'
import { tableOfNotices } from '../domain/notice-kinds.ts'
import type { Case } from '../hazards/store.ts'
import { dayInChinese } from './day-text.ts'
import type { Addressees } from './notice-addressees.ts'
import type { NoticeContent } from './notice-content.ts'
import { noticeHazards } from './notice-hazards.ts'
import { unitsAmong } from './store.ts'
import type { IssueNotice } from './wire.ts'

interface Given {
  readonly county: Row<'counties'>
  readonly body: IssueNotice
  readonly to: Addressees
  readonly cases: readonly Case[]
  readonly documentNumber: string
  readonly today: Day
}

/** What is due on the very day is due at once. */
const dueInWords = (on: Day | null, today: Day): string =>
  on === null ? '' : on === today ? `立即（${dayInChinese(on)}内）` : `${dayInChinese(on)}前`

/** All that a document says, as it stands at this moment. */
export const contentOf = async (db: Db, actor: Actor, given: Given): Promise<NoticeContent> => {
  const { county, body, to, cases, documentNumber, today } = given
  const { texts, kind } = body
  const own = await unitsAmong(db, county.county, actor.unitId === null ? [] : [actor.unitId])
  const about = tableOfNotices[kind].to === 'county-office' ? actor.unitId : body.addresseeUnitId
  const { issuerPhone, ...words } = texts
  return {
    kind,
    countyName: county.name,
    documentNumber,
    addressee: to.addressee,
    copies: [...to.copies],
    issuerUnit: own.get(actor.unitId ?? '')?.name ?? '',
    issuerPerson: actor.name,
    issuerPhone,
    issuedOn: today,
    issuedOnText: dayInChinese(today),
    ...words,
    cureDueText: dueInWords(body.cureDueOn, today),
    replyDueText: dueInWords(body.replyDueOn, today),
    hazards: await noticeHazards(db, cases, { county, kind, unitId: about }),
    receipt: null,
    invented: county.invented,
  }
}
