import type { NoticeKind, Role, TaskState } from '../../db/vocabulary.ts'
import type { Actor } from './actor.ts'
import { type HazardFacts, judge } from './hazard-workflow.ts'
import type { Reason } from './reasons.ts'

/** Whether a day is asked for: always, where somebody gives one, or never. */
export type DayWanted = 'needed' | 'allowed' | 'none'

/** What people write into a document, beside its title and a telephone number. */
export type NoticeText =
  | 'basis'
  | 'body'
  | 'demand'
  | 'consequence'
  | 'originalNumber'
  | 'level'
  | 'namedPerson'
  | 'daysOverdue'
  | 'progress'
  | 'causes'
  | 'suggestions'
  | 'funds'
  | 'conclusion'

type Need = (hazard: HazardFacts, actor: Actor) => Reason | null

/** One kind of document (文书), as domain.md § 6 has it. */
export interface NoticeKindRow {
  /** The word of its number: 修 + 公交隐改 + 〔2026〕001号. */
  readonly word: string
  readonly title: string
  readonly by: readonly Role[]
  readonly cureDay: DayWanted
  readonly replyDay: DayWanted
  /** The county's own office, or whoever it is written to: a unit of the county or somebody outside. */
  readonly to: 'county-office' | 'anybody'
  /** Texts such a document has, in its order, and those among them that it cannot be without. */
  readonly texts: readonly NoticeText[]
  readonly neededTexts: readonly NoticeText[]
  /** Shows the cure beside the hazard: after photos, and what was found. */
  readonly showsCure: boolean
  readonly needs?: Need
}

const county: readonly Role[] = ['county-reviewer']
const finders: readonly Role[] = ['squad', 'county-reviewer']
const owners: readonly Role[] = ['road-chief', 'department']

const stillOpen: Need = ({ stage }) => (stage === 'register' ? null : 'another-stage')

const ownTask =
  (states: readonly TaskState[] | null): Need =>
  ({ tasks }, actor) => {
    const own = tasks.filter((task) => task.personId === actor.id || task.unitId === actor.unitId)
    if (own.length === 0) return 'another-unit'
    return states === null || own.some(({ state }) => states.includes(state)) ? null : 'another-task-state'
  }

const somethingCured: Need = ({ stage, tasks }) =>
  stage === 'cleared' || tasks.some(({ state }) => state === 'submitted' || state === 'verified')
    ? null
    : 'nothing-submitted'

/** The table of documents: screen, server and numbers all read it. Words of the numbers are this project's choice. */
export const tableOfNotices: Readonly<Record<NoticeKind, NoticeKindRow>> = {
  rectification: {
    texts: ['basis', 'body', 'demand', 'consequence'],
    neededTexts: ['demand'],
    ...{ word: '公交隐改', title: '道路交通安全隐患整改通知书', by: finders, to: 'anybody', showsCure: false },
    ...{ cureDay: 'needed', replyDay: 'allowed', needs: stillOpen },
  },
  'risk-alert': {
    texts: ['basis', 'body', 'causes', 'suggestions'],
    neededTexts: ['body'],
    ...{ word: '公交风险提示', title: '道路交通安全风险提示函', by: county, to: 'anybody', showsCure: false },
    ...{ cureDay: 'none', replyDay: 'none' },
  },
  copy: {
    texts: ['basis', 'body', 'suggestions'],
    neededTexts: ['body'],
    ...{ word: '公交抄告', title: '道路交通安全隐患抄告函', by: county, to: 'anybody', showsCure: false },
    ...{ cureDay: 'none', replyDay: 'allowed' },
  },
  supervision: {
    texts: ['originalNumber', 'level', 'namedPerson', 'daysOverdue', 'body', 'progress', 'demand', 'consequence'],
    neededTexts: ['level', 'demand'],
    ...{ word: '公交督办', title: '道路交通安全隐患督办函', by: county, to: 'anybody', showsCure: false },
    ...{ cureDay: 'needed', replyDay: 'allowed', needs: stillOpen },
  },
  'government-report': {
    texts: ['basis', 'body', 'causes', 'suggestions', 'funds'],
    neededTexts: ['suggestions'],
    ...{ word: '公交报告', title: '关于道路交通安全隐患的报告', by: county, to: 'anybody', showsCure: false },
    ...{ cureDay: 'none', replyDay: 'none' },
  },
  'closing-application': {
    texts: ['originalNumber', 'body', 'progress'],
    neededTexts: ['body'],
    ...{ word: '隐患销号', title: '道路交通安全隐患整改回复暨销号申请', by: owners, to: 'county-office' },
    ...{ showsCure: true, cureDay: 'none', replyDay: 'none', needs: ownTask(['submitted', 'verified']) },
  },
  extension: {
    texts: ['originalNumber', 'body', 'causes', 'progress'],
    neededTexts: ['causes'],
    ...{ word: '隐患延期', title: '道路交通安全隐患整改延期申请', by: owners, to: 'county-office', showsCure: false },
    ...{ cureDay: 'needed', replyDay: 'none' },
    needs: (hazard, actor) => stillOpen(hazard, actor) ?? ownTask(null)(hazard, actor),
  },
  acceptance: {
    texts: ['originalNumber', 'body', 'progress', 'conclusion'],
    neededTexts: ['conclusion'],
    ...{ word: '公交验收', title: '道路交通安全隐患整改验收表', by: finders, to: 'anybody', showsCure: true },
    ...{ cureDay: 'none', replyDay: 'none', needs: somethingCured },
  },
  'revisit-record': {
    texts: ['body', 'progress', 'conclusion'],
    neededTexts: ['conclusion'],
    ...{ word: '公交回访', title: '道路交通安全隐患整改回头看记录', by: finders, to: 'anybody', showsCure: true },
    ...{ cureDay: 'none', replyDay: 'none', needs: somethingCured },
  },
}

/** 修公交隐改〔2026〕001号; a number past 999 keeps all its figures. */
export const documentNumberOf = (registerPrefix: string, kind: NoticeKind, year: number, number: number): string =>
  `${registerPrefix}${tableOfNotices[kind].word}〔${year}〕${String(number).padStart(3, '0')}号`

/** Why this person issues no document of this kind, whatever it is about; null where they may. */
export const mayIssue = (kind: NoticeKind, actor: Pick<Actor, 'role'>): Reason | null =>
  tableOfNotices[kind].by.includes(actor.role) ? null : 'not-your-kind'

/**
 * Why a hazard in somebody's scope cannot stand in a document of this kind now; null where it can.
 * First the table of moves ('issue-notice'), then what the kind itself needs.
 */
export const whyNotInNotice = (kind: NoticeKind, hazard: HazardFacts, actor: Actor): Reason | null => {
  const verdict = judge('issue-notice', hazard, actor)
  if (!verdict.ok) return verdict.because === 'another-stage' ? 'not-on-the-register' : verdict.because
  return tableOfNotices[kind].needs?.(hazard, actor) ?? null
}
