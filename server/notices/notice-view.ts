import type { Day } from '../domain/county-calendar.ts'
import { daysBetween } from '../domain/county-calendar.ts'
import type { NoticeLine } from './answers.ts'
import { NoticeContent } from './notice-content.ts'
import type { NoticeRow } from './store.ts'

export interface Tally {
  readonly hazards: number
  readonly recipientUnitIds: readonly string[]
  readonly signedUnitIds: readonly string[]
  readonly replies: number
}

/** What stands in the content column was a NoticeContent when it was written; this says so again. */
export const contentIn = (notice: NoticeRow): NoticeContent => NoticeContent.parse(notice.content)

/** Days since a reply was due that has not come; 0 while in time, replied to, withdrawn, or where none is due. */
export const replyDaysOverdue = (notice: NoticeRow, replies: number, today: Day): number =>
  notice.replyDueOn === null || replies > 0 || notice.state === 'withdrawn'
    ? 0
    : Math.max(0, daysBetween(notice.replyDueOn, today))

/** The line of a list, for a reader who belongs to this unit. */
export const noticeLine = (
  notice: NoticeRow,
  { hazards, recipientUnitIds, signedUnitIds, replies }: Tally,
  reader: {
    readonly unitId: string | null
    readonly today: Day
    readonly unit: (id: string | null) => NoticeLine['issuer']
    readonly person: (id: string) => string
  },
): NoticeLine => ({
  id: notice.id,
  kind: notice.kind,
  state: notice.state,
  documentNumber: notice.documentNumber,
  title: contentIn(notice).title,
  addressee: notice.addressee,
  issuer: reader.unit(notice.issuerUnitId),
  issuedBy: reader.person(notice.issuedBy),
  issuedAt: notice.issuedAt,
  cureDueOn: notice.cureDueOn,
  replyDueOn: notice.replyDueOn,
  hazardCount: hazards,
  receiptsOwed: recipientUnitIds.length,
  receiptsGiven: signedUnitIds.length,
  replies,
  ownUnitSigned:
    reader.unitId !== null && recipientUnitIds.includes(reader.unitId) ? signedUnitIds.includes(reader.unitId) : null,
  replyDaysOverdue: replyDaysOverdue(notice, replies, reader.today),
})
