import type { NoticeKind } from '../../../db/vocabulary.ts'
import { addressee, type Block, grid, heading, numberLine, smallTitle, tag, title, words } from './blocks.ts'
import {
  hazardsAtRisk,
  hazardsCured,
  hazardsToCure,
  letterEnd,
  photosBefore,
  photosBeforeAndAfter,
  receipt,
} from './parts.ts'

const head = (): readonly Block[] => [title('{标题}'), numberLine('{文号}')]

const opening = (): readonly Block[] => [addressee('{受文单位}：'), words('{#依据}根据{依据}，{/依据}{正文}')]

/** A section that is left out, heading and all, when its placeholder is empty. */
const section = (name: string, text: string, shown = `{${name}}`): readonly Block[] => [
  tag(`{#${name}}`),
  heading(text),
  words(shown),
  tag(`{/${name}}`),
]

const optional = (name: string, text: string): Block => words(`{#${name}}${text}{/${name}}`, true)

const original = (): Block => optional('原文号', '原文书：{原文号}。')

const form = (rows: readonly (readonly [string, string])[]): Block =>
  grid(
    [1900, 6944],
    rows.map(([label, text]) => ({
      cells: [
        { text: label, label: true, large: true },
        { text, large: true },
      ],
    })),
  )

/** What each kind says, in the order it is read; see "documents" in the description of the domain. */
const letters: Readonly<Record<NoticeKind, () => readonly Block[]>> = {
  rectification: () => [
    ...head(),
    ...opening(),
    heading('隐患清单'),
    hazardsToCure(),
    ...section('要求', '整改要求'),
    optional('整改期限', '整改期限：{整改期限}。'),
    ...section('逾期后果', '逾期责任'),
    optional('回复期限', '请于{回复期限}将整改情况书面回复我单位。'),
    ...letterEnd(),
    ...photosBefore(),
    ...receipt(),
  ],
  'risk-alert': () => [
    ...head(),
    ...opening(),
    heading('风险情况'),
    hazardsAtRisk(),
    words('{原因分析}'),
    ...section('意见建议', '防范建议'),
    ...letterEnd(),
    ...photosBefore(),
    ...receipt(),
  ],
  copy: () => [
    ...head(),
    ...opening(),
    heading('隐患清单'),
    hazardsAtRisk(),
    ...section('意见建议', '处理建议'),
    optional('回复期限', '请于{回复期限}将处理情况反馈我单位。'),
    ...letterEnd(),
    ...photosBefore(),
    ...receipt(),
  ],
  supervision: () => [
    ...head(),
    ...opening(),
    original(),
    optional('督办级别', '督办级别：{督办级别}。'),
    optional('责任人', '督办责任人：{责任人}。'),
    optional('逾期天数', '超期情况：{逾期天数}。'),
    ...section('进展', '目前进展'),
    heading('督办事项'),
    hazardsToCure(),
    ...section('要求', '办理要求'),
    optional('整改期限', '完成期限：{整改期限}。'),
    words('{逾期后果}'),
    optional('回复期限', '请于{回复期限}将办理情况书面回复我单位。'),
    ...letterEnd(),
    ...photosBefore(),
    ...receipt(),
  ],
  'government-report': () => [
    ...head(),
    ...opening(),
    heading('隐患清单'),
    hazardsAtRisk(),
    ...section('原因分析', '原因分析'),
    ...section('意见建议', '意见建议'),
    ...section('资金', '所需资金'),
    words('当否，请批示。', true),
    ...letterEnd(),
    ...photosBefore(),
    ...receipt(),
  ],
  'closing-application': () => [
    ...head(),
    ...opening(),
    original(),
    heading('整改情况'),
    hazardsCured(),
    words('{进展}'),
    words('{结论}'),
    words('请予验收销号。', true),
    ...letterEnd(),
    ...photosBeforeAndAfter(),
    ...receipt(),
  ],
  extension: () => [
    ...head(),
    ...opening(),
    original(),
    ...section('原因分析', '延期原因'),
    ...section('进展', '目前进展'),
    heading('申请延期的隐患'),
    hazardsToCure(),
    optional('整改期限', '申请延期至：{整改期限}。'),
    ...section('要求', '临时管控措施'),
    words('以上申请，请予批准。', true),
    ...letterEnd(),
    ...photosBefore(),
    ...receipt(),
  ],
  acceptance: () => [
    ...head(),
    form([
      ['整改单位', '{受文单位}'],
      ['原文书', '{原文号}'],
      ['验收情况', '{#依据}根据{依据}，{/依据}{正文}'],
      ['整改措施', '{进展}'],
      ['验收结论', '{结论}'],
      ['意见建议', '{意见建议}'],
    ]),
    smallTitle('逐处验收情况'),
    hazardsCured(),
    ...letterEnd(),
    ...photosBeforeAndAfter(),
    ...receipt(),
  ],
  'revisit-record': () => [
    ...head(),
    form([
      ['整改单位', '{受文单位}'],
      ['原文书', '{原文号}'],
      ['核查情况', '{正文}'],
      ['现场情况', '{进展}'],
      ['核查结论', '{结论}'],
      ['意见建议', '{意见建议}'],
    ]),
    smallTitle('逐处核查情况'),
    hazardsCured(),
    ...letterEnd(),
    ...photosBeforeAndAfter(),
    ...receipt(),
  ],
}

export const letterOf = (kind: NoticeKind): readonly Block[] => letters[kind]()
