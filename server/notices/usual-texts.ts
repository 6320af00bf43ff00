import type { NoticeKind } from '../../db/vocabulary.ts'
import { tableOfNotices } from '../domain/notice-kinds.ts'
import type { NoticeTexts } from './wire.ts'

export interface Occasion {
  readonly kind: NoticeKind
  readonly hazardCount: number
  readonly townships: readonly string[]
  readonly measures: readonly string[]
  readonly causes: readonly string[]
  readonly issuerPhone: string
  readonly originalNumber: string
  readonly daysOverdue: number
  readonly level: string
  readonly namedPerson: string
  readonly results: readonly string[]
}

/** Road Traffic Safety Law of the PRC: art. 29 tells the police to report hazards, art. 30 whoever keeps the road to repair it. */
const law29 = '《中华人民共和国道路交通安全法》第二十九条'
const law30 = '《中华人民共和国道路交通安全法》第二十九条、第三十条'

/** Each line ends as a sentence; those of several hazards say already which one they are about. */
const sentences = (lines: readonly string[]): string => lines.map((line) => `${line}。`).join('\n')

/** Words offered for a document, for a person to change: none is sent as it stands without having been seen. */
export const usualTexts = (occasion: Occasion): NoticeTexts => {
  const { kind, hazardCount: n, townships, measures, causes, results, issuerPhone } = occasion
  const where = townships.slice(0, 3).join('、') + (townships.length > 3 ? '等地' : '')
  const places = `${where === '' ? '' : `${where}境内`}${n}处道路交通安全隐患`
  const demands = measures.length > 0 && measures.length <= 10 ? sentences(measures) : '按所列治理措施逐处整改。'
  const causesText = causes.length > 0 ? `主要问题：${causes.join('、')}。` : ''
  const none: NoticeTexts = {
    ...{ title: tableOfNotices[kind].title, basis: '', body: '', demand: '', consequence: '', originalNumber: '' },
    ...{ level: '', namedPerson: '', daysOverdue: '', progress: '', causes: '', suggestions: '', funds: '' },
    ...{ conclusion: '', attachments: `隐患清单及照片（共${n}处）`, issuerPhone },
  }
  switch (kind) {
    case 'rectification':
      return {
        ...none,
        basis: law30,
        body: `经排查，你单位负责的${places}（详见隐患清单）尚未消除，存在交通事故风险，现通知你单位组织整改。`,
        demand: `${demands}\n整改期间请采取临时管控措施；完成后上传整改后照片，申请验收。`,
        consequence: '逾期未整改的，将予以督办并通报；因此引发道路交通事故的，依法追究责任。',
      }
    case 'risk-alert':
      return {
        ...none,
        basis: law29,
        body: `经排查研判，${places}（详见隐患清单）存在交通事故风险，特向你单位提示。`,
        causes: causesText,
        suggestions: `建议加强巡查和警示，视情采取下列措施：\n${demands}`,
      }
    case 'copy':
      return {
        ...none,
        basis: law29,
        body: `经排查，发现${places}（详见隐患清单），属你单位职责范围，现予抄告，请依职责处理并反馈。`,
        suggestions: demands,
      }
    case 'supervision':
      return {
        ...none,
        originalNumber: occasion.originalNumber,
        level: occasion.level || '县级督办',
        namedPerson: occasion.namedPerson,
        daysOverdue: occasion.daysOverdue > 0 ? `已超期${occasion.daysOverdue}天` : '',
        body: `${places}（详见隐患清单）${occasion.daysOverdue > 0 ? '逾期未完成整改' : '尚未完成整改'}，现予督办。`,
        demand: `请明确专人，限期完成，并按要求填报进展。\n${demands}`,
        consequence: '到期仍未完成的，将予通报。',
      }
    case 'government-report':
      return {
        ...none,
        basis: law29,
        body: `经排查，发现${places}（详见隐患清单），现将有关情况报告如下。`,
        causes: causesText,
        suggestions: `建议责成有关单位落实整改：\n${demands}`,
        funds: '所需资金由责任单位测算后报批。',
      }
    case 'closing-application':
      return {
        ...none,
        originalNumber: occasion.originalNumber,
        body: `${places}已按要求完成整改，现将整改情况回复如下，申请验收销号。`,
        progress: results.length > 0 ? sentences(results) : '',
      }
    case 'extension':
      return {
        ...none,
        originalNumber: occasion.originalNumber,
        body: `${places}因客观原因不能按期完成整改，现申请延期。延期期间将落实临时管控措施。`,
      }
    case 'acceptance':
      return {
        ...none,
        originalNumber: occasion.originalNumber,
        body: `对${places}的整改情况进行了现场验收。`,
        progress: results.length > 0 ? sentences(results) : '',
        conclusion: '整改措施已落实，验收合格。',
      }
    case 'revisit-record':
      return {
        ...none,
        body: `对已销号的${places}进行了回头看。`,
        progress: results.length > 0 ? sentences(results) : '',
        // said only of places that were all seen again and passed; else a person says what was found
        conclusion:
          results.length === n && !results.some((one) => one.includes('回头看不合格')) ? '整改成效保持良好。' : '',
      }
  }
}
