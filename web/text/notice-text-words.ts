import type { NoticeText } from '../../server/domain/notice-kinds.ts'
import { words } from './language.ts'

const zhTexts: Readonly<Record<NoticeText, string>> = {
  ...{ basis: '依据', body: '正文', demand: '整改要求', consequence: '逾期后果', originalNumber: '原文号' },
  ...{ level: '督办级别', namedPerson: '责任人', daysOverdue: '逾期情况', progress: '整改情况', causes: '原因' },
  ...{ suggestions: '意见建议', funds: '所需资金', conclusion: '结论' },
}

const enTexts: Readonly<Record<NoticeText, string>> = {
  ...{ basis: 'Legal basis', body: 'Text', demand: 'What is demanded', consequence: 'What follows if late' },
  ...{ originalNumber: 'Earlier document', level: 'Level', namedPerson: 'Person named', daysOverdue: 'How late' },
  ...{ progress: 'What has been done', causes: 'Causes', suggestions: 'Suggestions', funds: 'Funds needed' },
  conclusion: 'Conclusion',
}

/** The parts that people write into a document, as headings and as labels. */
export const noticeTextWords = words(zhTexts, enTexts)
