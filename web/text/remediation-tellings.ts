import { type SupervisionLevel, supervisionLevels } from '../../db/vocabulary.ts'
import { type EntryBody, numberIn, textIn } from '../hazards/entry-body.ts'
import type { Language } from './language.ts'
import { remediationWords } from './remediation-words.ts'
import { after, enPhotos, type TimelineNames, zhPhotos } from './telling.ts'

const isLevel = (text: string): text is SupervisionLevel => supervisionLevels.some((level) => level === text)
const levelOf = (body: EntryBody, language: Language): string => {
  const level = textIn(body, 'level')
  return isLevel(level) ? remediationWords[language].supervisionLevels[level] : ''
}
const personOf = (body: EntryBody, key: string, { person }: TimelineNames): string => {
  const id = textIn(body, key)
  return id === '' ? '' : person(id)
}
/** A day of the body in the reader's words; an entry of an older version may have none. */
const dayOf = (body: EntryBody, key: string, { day }: TimelineNames): string => {
  const on = textIn(body, key)
  return on === '' ? '' : day(on)
}
/** Whom a transfer asks: a unit of the county, or another county by its name. */
const receiverOf = (body: EntryBody, { unit }: TimelineNames): string => {
  const id = textIn(body, 'toUnitId')
  return id === '' ? textIn(body, 'toCounty') : unit(id)
}

/** Entries of the work between register and clearance, to be read after the name of whoever did it. */
export const zhRemediation = {
  'extension-asked': (body: EntryBody, names: TimelineNames) =>
    `申请延期${after('到 ', dayOf(body, 'dueOn', names))}${after('：', textIn(body, 'because'))}`,
  'extension-granted': (body: EntryBody, names: TimelineNames) =>
    `同意延期${after('到 ', dayOf(body, 'dueOn', names))}${after('：', textIn(body, 'because'))}`,
  'extension-refused': (body: EntryBody) => `不同意延期，原期限不变${after('：', textIn(body, 'because'))}`,
  supervised: (body: EntryBody, names: TimelineNames) =>
    `${levelOf(body, 'zh') || '挂牌督办'}${after('，责任人 ', personOf(body, 'supervisorId', names))}${after('，每 ', String(numberIn(body, 'everyDays') ?? ''))}${numberIn(body, 'everyDays') === null ? '' : ' 天报一次进展'}${after('：', textIn(body, 'because'))}`,
  'supervision-lifted': (body: EntryBody) => `解除督办${after('：', textIn(body, 'because'))}`,
  'progress-reported': (body: EntryBody) => `督办进展${after('：', textIn(body, 'words'))}${zhPhotos(body)}`,
  'hazard-merged': (body: EntryBody) =>
    `并入${after(' ', textIn(body, 'into')) || '另一处隐患'}${after('：', textIn(body, 'because'))}`,
  'hazard-absorbed': (body: EntryBody) => `把${after(' ', textIn(body, 'merged')) || '另一处隐患'} 并入本条`,
  'transfer-proposed': (body: EntryBody, names: TimelineNames) =>
    `提出移交${after('给', receiverOf(body, names))}${after('：', textIn(body, 'because'))}`,
  'transfer-accepted': (body: EntryBody, names: TimelineNames) =>
    `${textIn(body, 'toCounty') === '' ? '接收移交' : `移交外县，${receiverOf(body, names)}已接收`}${after('：', textIn(body, 'because'))}`,
  'transfer-refused': (body: EntryBody, names: TimelineNames) =>
    `${textIn(body, 'toCounty') === '' ? '不接收移交' : `${receiverOf(body, names)}不接收移交`}${after('：', textIn(body, 'because'))}`,
  'relapse-linked': (body: EntryBody) => {
    const days = numberIn(body, 'days')
    const since = days === null ? '' : `，距销号 ${days} 天`
    if (textIn(body, 'of') !== '') return `与 ${textIn(body, 'of')} 同一地点反弹${since}`
    return textIn(body, 'as') === '' ? `隐患反弹${since}` : `同一地点又有隐患 ${textIn(body, 'as')}，计为反弹${since}`
  },
  'clearance-checked': (body: EntryBody) =>
    body['originals'] === undefined ? '系统核对了整改证据' : '原图到达，系统重新核对了整改证据，结论有变化',
  'spot-check-assigned': (body: EntryBody, names: TimelineNames) =>
    `抽中抽查${after('，限 ', dayOf(body, 'dueOn', names))}${dayOf(body, 'dueOn', names) === '' ? '' : ' 前完成'}`,
  'task-escalated': () => '任务逾期未办，已上报县级',
  'notice-issued': (body: EntryBody) => `签发文书${after(' ', textIn(body, 'number'))}`,
  'notice-withdrawn': (body: EntryBody) =>
    `撤回文书${after(' ', textIn(body, 'number'))}${after('：', textIn(body, 'because'))}`,
  'notice-signed': (body: EntryBody) => `签收文书${after(' ', textIn(body, 'number'))}`,
  'notice-replied': (body: EntryBody) =>
    `回复文书${after(' ', textIn(body, 'number'))}${after('：', textIn(body, 'words'))}`,
} as const

export const enRemediation = {
  'extension-asked': (body: EntryBody, names: TimelineNames) =>
    `asked for an extension${after(' until ', dayOf(body, 'dueOn', names))}${after(': ', textIn(body, 'because'))}`,
  'extension-granted': (body: EntryBody, names: TimelineNames) =>
    `granted the extension${after(' until ', dayOf(body, 'dueOn', names))}${after(': ', textIn(body, 'because'))}`,
  'extension-refused': (body: EntryBody) =>
    `refused the extension; the deadline stands${after(': ', textIn(body, 'because'))}`,
  supervised: (body: EntryBody, names: TimelineNames) =>
    `put it under supervision${after(', ', levelOf(body, 'en').toLowerCase())}${after('; named: ', personOf(body, 'supervisorId', names))}${numberIn(body, 'everyDays') === null ? '' : `; progress owed every ${numberIn(body, 'everyDays')} days`}${after(': ', textIn(body, 'because'))}`,
  'supervision-lifted': (body: EntryBody) => `lifted the supervision${after(': ', textIn(body, 'because'))}`,
  'progress-reported': (body: EntryBody) => `entered progress${after(': ', textIn(body, 'words'))}${enPhotos(body)}`,
  'hazard-merged': (body: EntryBody) =>
    `merged it into ${textIn(body, 'into') || 'another hazard'}${after(': ', textIn(body, 'because'))}`,
  'hazard-absorbed': (body: EntryBody) => `merged ${textIn(body, 'merged') || 'another hazard'} into this one`,
  'transfer-proposed': (body: EntryBody, names: TimelineNames) =>
    `proposed a transfer${after(' to ', receiverOf(body, names))}${after(': ', textIn(body, 'because'))}`,
  'transfer-accepted': (body: EntryBody, names: TimelineNames) =>
    `${textIn(body, 'toCounty') === '' ? 'accepted the transfer' : `recorded that ${receiverOf(body, names)} accepted the transfer`}${after(': ', textIn(body, 'because'))}`,
  'transfer-refused': (body: EntryBody, names: TimelineNames) =>
    `${textIn(body, 'toCounty') === '' ? 'refused the transfer' : `recorded that ${receiverOf(body, names)} refused the transfer`}${after(': ', textIn(body, 'because'))}`,
  'relapse-linked': (body: EntryBody) => {
    const days = numberIn(body, 'days')
    const since = days === null ? '' : `, ${days} days after it was cleared`
    if (textIn(body, 'of') !== '') return `linked it as a relapse of ${textIn(body, 'of')}${since}`
    return textIn(body, 'as') === ''
      ? `counted it as a relapse${since}`
      : `linked ${textIn(body, 'as')} at the same place as a relapse${since}`
  },
  'clearance-checked': (body: EntryBody) =>
    body['originals'] === undefined
      ? 'had the evidence of the cure checked by rule'
      : 'sent originals by which the evidence was checked anew, with another outcome',
  'spot-check-assigned': (body: EntryBody, names: TimelineNames) =>
    `drew it for a spot check${after(', due ', dayOf(body, 'dueOn', names))}`,
  'task-escalated': () => 'told the county that the task is late',
  'notice-issued': (body: EntryBody) => `issued document${after(' ', textIn(body, 'number'))}`,
  'notice-withdrawn': (body: EntryBody) =>
    `withdrew document${after(' ', textIn(body, 'number'))}${after(': ', textIn(body, 'because'))}`,
  'notice-signed': (body: EntryBody) => `signed for document${after(' ', textIn(body, 'number'))}`,
  'notice-replied': (body: EntryBody) =>
    `replied to document${after(' ', textIn(body, 'number'))}${after(': ', textIn(body, 'words'))}`,
} as const
