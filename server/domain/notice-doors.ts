import type { NoticeState, Role } from '../../db/vocabulary.ts'
import type { Actor } from './actor.ts'
import type { Reason } from './reasons.ts'

/** What is decided on about a document that has been issued. */
export interface NoticeFacts {
  readonly state: NoticeState
  readonly issuerUnitId: string | null
  readonly issuedBy: string
  /** Units it was sent to, the addressee and those who get a copy. */
  readonly recipientUnitIds: readonly string[]
  readonly signedUnitIds: readonly string[]
}

export const noticeActs = ['sign', 'reply', 'withdraw'] as const
export type NoticeAct = (typeof noticeActs)[number]

export type NoticeVerdict =
  | { readonly ok: true }
  | {
      readonly ok: false
      /** not-yours travels as 403, does-not-fit as 409. */
      readonly kind: 'not-yours' | 'does-not-fit'
      readonly because: Reason
    }

const seesAll: readonly Role[] = ['county-reviewer', 'leader']
/** Reporters see their own reports and administrators the settings; letters to their unit are read by its officials. */
const readsForTheUnit: readonly Role[] = ['squad', 'road-chief', 'department', 'county-reviewer', 'leader']

/** Reviewers and leaders read every document of the county. */
export const seesAllNotices = (role: Role): boolean => seesAll.includes(role)

/** Whether somebody of this role has documents to read or to write at all. */
export const hasNotices = (role: Role): boolean => readsForTheUnit.includes(role)

/** By which unit somebody sees documents, or that they see them all; null unit and not all: only those they issued. */
export const noticeSight = (
  actor: Pick<Actor, 'role' | 'unitId'>,
): { readonly all: boolean; readonly unitId: string | null } => ({
  all: seesAll.includes(actor.role),
  unitId: readsForTheUnit.includes(actor.role) ? actor.unitId : null,
})

/** Whoever issued it, its unit, the units it went to, the county's reviewers and leaders; nobody else knows of it. */
export const mayReadNotice = (notice: NoticeFacts, actor: Actor): boolean => {
  const { all, unitId } = noticeSight(actor)
  if (all || notice.issuedBy === actor.id) return true
  return unitId !== null && (notice.issuerUnitId === unitId || notice.recipientUnitIds.includes(unitId))
}

/** May this reader sign for the document, reply to it or withdraw it now? Rights come first, then whether it fits. */
export const judgeNotice = (act: NoticeAct, notice: NoticeFacts, actor: Actor): NoticeVerdict => {
  const { unitId } = noticeSight(actor)
  const shut = (kind: 'not-yours' | 'does-not-fit', because: Reason): NoticeVerdict => ({ ok: false, kind, because })
  if (act === 'withdraw') {
    const own = notice.issuedBy === actor.id || (unitId !== null && notice.issuerUnitId === unitId)
    if (!own && actor.role !== 'county-reviewer') return shut('not-yours', 'another-issuer')
    return notice.state === 'withdrawn' ? shut('does-not-fit', 'already-withdrawn') : { ok: true }
  }
  if (unitId === null || !notice.recipientUnitIds.includes(unitId)) return shut('not-yours', 'not-the-addressee')
  if (notice.state === 'withdrawn') return shut('does-not-fit', 'already-withdrawn')
  const signed = notice.signedUnitIds.includes(unitId)
  if (act === 'sign') return signed ? shut('does-not-fit', 'already-signed') : { ok: true }
  return signed ? { ok: true } : shut('does-not-fit', 'not-signed-yet')
}
