import type { MessageKind } from '../../db/vocabulary.ts'
import type { Day } from './county-calendar.ts'
import { hazardCodes } from './hazard-codes.ts'
import type { MessageFacts } from './message-facts.ts'

type Language = 'zh' | 'en'

export interface MessageText {
  /** A few words: what kind of news. */
  readonly title: string
  /** One sentence: what, where, by when, why. */
  readonly sentence: string
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A calendar day as people say it; the year is left to the page that knows today. */
const dayIn = (on: Day, language: Language): string => {
  const [month = 1, day = 1] = on.split('-').slice(1).map(Number)
  return language === 'zh' ? `${month} 月 ${day} 日` : `${day} ${months[month - 1] ?? ''}`
}

const severityWords = {
  minor: { zh: '一般', en: 'minor' },
  serious: { zh: '较大', en: 'serious' },
  major: { zh: '重大', en: 'major' },
} as const

/** What and where: number, severity where it is grave, place, and the reporter's words or the name of the code. */
const subjectIn = ({ label, where, what, code, severity }: MessageFacts, language: Language): string => {
  const known = hazardCodes.find((one) => one.code === code)
  const named = what !== '' ? what : (known?.[language] ?? '')
  const grave = severity === null || severity === 'minor' ? '' : `（${severityWords[severity].zh}）`
  const graveEn = severity === null || severity === 'minor' ? '' : ` (${severityWords[severity].en})`
  if (language === 'zh')
    return `${label}${grave}${where === '' ? '' : `${grave === '' ? ' ' : ''}${where}`}${named === '' ? '' : `“${named}”`}`
  return `${label}${graveEn}${where === '' ? '' : `, ${where}`}${named === '' ? '' : ` “${named}”`}`
}

const zhBy = (f: MessageFacts): string => f.by ?? f.unit ?? ''
const enBy = (f: MessageFacts): string => f.by ?? f.unit ?? 'somebody'
const zhWhy = (f: MessageFacts): string => (f.because === null ? '' : `：${f.because}`)
const enWhy = (f: MessageFacts): string => (f.because === null ? '' : `: ${f.because}`)
const zhDue = (f: MessageFacts, after = ''): string =>
  f.dueOn === null ? '' : `，限 ${dayIn(f.dueOn, 'zh')}前${after}`
const enDue = (f: MessageFacts): string => (f.dueOn === null ? '' : `, due by ${dayIn(f.dueOn, 'en')}`)
const zhDay = (f: MessageFacts): string => (f.dueOn === null ? '' : dayIn(f.dueOn, 'zh'))
const enDay = (f: MessageFacts): string => (f.dueOn === null ? '' : dayIn(f.dueOn, 'en'))
const zhOf = (f: MessageFacts): string => (f.unit === null ? '' : `${f.unit}的任务`)
const enOf = (f: MessageFacts): string => (f.unit === null ? 'the task' : `the task of ${f.unit}`)

type Say = (facts: MessageFacts) => string
interface Words {
  readonly title: string
  /** Read after the subject and a colon. */
  readonly say: Say
}

const zh: Readonly<Record<MessageKind, Words>> = {
  'task-assigned': { title: '新的整改任务', say: (f) => `交${f.unit ?? '您'}整改${zhDue(f, '完成')}` },
  'task-returned': { title: '整改被退回', say: (f) => `${zhBy(f)}退回整改${zhWhy(f)}${zhDue(f)}` },
  'task-refused': { title: '任务被拒收，请改派', say: (f) => `${zhBy(f)}认为不归其管${zhWhy(f)}` },
  'task-submitted': { title: '整改已提交，请验收', say: (f) => `${zhBy(f)}提交了整改，请验收` },
  'task-verified': {
    title: '整改已通过验收',
    say: (f) => (f.variant === 'cleared' ? `${zhBy(f)}验收通过，隐患已销号` : `${zhBy(f)}验收通过`),
  },
  'not-accepted': { title: '任务还没有接收', say: (f) => `${zhOf(f)}还没有接收，请接收或说明不归您管${zhDue(f)}` },
  'deadline-near': { title: '期限将到', say: (f) => `${zhOf(f)} ${zhDay(f)}到期` },
  'deadline-today': { title: '今天到期', say: (f) => `${zhOf(f)}今天到期` },
  'deadline-passed': { title: '已经超期', say: (f) => `${zhOf(f)}已于 ${zhDay(f)}到期，仍未提交` },
  escalated: {
    title: '久拖未办，请县级过问',
    say: (f) => (f.variant === 'not-accepted' ? `${zhOf(f)}一直没有接收` : `${zhOf(f)} ${zhDay(f)}已到期，至今未办`),
  },
  'extension-asked': { title: '申请延期，请答复', say: (f) => `${zhBy(f)}申请延期到 ${zhDay(f)}${zhWhy(f)}` },
  'extension-decided': {
    title: '延期已答复',
    say: (f) =>
      f.variant === 'refused' ? `不同意延期，仍限 ${zhDay(f)}前${zhWhy(f)}` : `同意延期，改限 ${zhDay(f)}前${zhWhy(f)}`,
  },
  supervised: {
    title: '挂牌督办',
    say: (f) =>
      f.variant === 'lifted'
        ? `督办已解除${zhWhy(f)}`
        : `已列为督办${f.dueOn === null ? '' : `，${zhDay(f)}前报进展`}${zhWhy(f)}`,
  },
  'progress-owed': { title: '该报督办进展了', say: (f) => `督办进展应于 ${zhDay(f)}前填报` },
  'progress-reported': { title: '督办进展', say: (f) => `${zhBy(f)}填报进展${zhWhy(f)}` },
  'revisit-due': { title: '该回头看了', say: (f) => `请于 ${zhDay(f)}到现场回访` },
  'spot-check': { title: '抽中抽查', say: (f) => `抽中抽查，请到现场核实${zhDue(f)}` },
  'hazard-reopened': { title: '隐患反弹', say: (f) => `回访发现问题，重新整改${zhWhy(f)}${zhDue(f)}` },
  'transfer-asked': { title: '有隐患移交给您，请答复', say: (f) => `${zhBy(f)}提出移交${zhWhy(f)}` },
  'transfer-decided': {
    title: '移交已答复',
    say: (f) => `${zhBy(f)}${f.variant === 'refused' ? '不接收移交' : '接收了移交'}${zhWhy(f)}`,
  },
  'notice-received': { title: '收到文书，请签收', say: (f) => `${zhBy(f)}发来文书${zhDue(f, '回复')}` },
  'notice-signed': { title: '文书已签收', say: (f) => `${zhBy(f)}已签收` },
  'notice-replied': { title: '文书已回复', say: (f) => `${zhBy(f)}回复${zhWhy(f)}` },
  'notice-withdrawn': { title: '文书已撤回', say: (f) => `${zhBy(f)}撤回${zhWhy(f)}` },
  'reply-due': { title: '文书待回复', say: (f) => `应于 ${zhDay(f)}前回复` },
  commented: { title: '新留言', say: (f) => `${zhBy(f)}${zhWhy(f)}` },
  'hook-parked': { title: '对外通知发不出去', say: (f) => `多次发送失败，已暂停${zhWhy(f)}` },
  'zone-handed-over': {
    title: '责任区交接',
    say: (f) =>
      f.variant === 'given-away'
        ? `自 ${zhDay(f)}起由${f.unit ?? '别人'}任路长，在办任务已随之改派${zhWhy(f)}`
        : `自 ${zhDay(f)}起由您任路长（前任${f.unit ?? ''}），在办任务已改派给您，请逐项接收${zhWhy(f)}`,
  },
}

const en: Readonly<Record<MessageKind, Words>> = {
  'task-assigned': { title: 'A new task', say: (f) => `given to ${f.unit ?? 'you'}${enDue(f)}` },
  'task-returned': { title: 'Sent back', say: (f) => `${enBy(f)} sent the work back${enWhy(f)}${enDue(f)}` },
  'task-refused': { title: 'Refused: please re-assign', say: (f) => `${enBy(f)} says it is not theirs${enWhy(f)}` },
  'task-submitted': { title: 'Submitted: please verify', say: (f) => `${enBy(f)} submitted the work for verification` },
  'task-verified': {
    title: 'Verified',
    say: (f) => (f.variant === 'cleared' ? `verified by ${enBy(f)}; the hazard is cleared` : `verified by ${enBy(f)}`),
  },
  'not-accepted': {
    title: 'A task waits to be accepted',
    say: (f) => `${enOf(f)} has not been accepted; accept it, or say whose it is${enDue(f)}`,
  },
  'deadline-near': { title: 'A deadline is near', say: (f) => `${enOf(f)} is due on ${enDay(f)}` },
  'deadline-today': { title: 'Due today', say: (f) => `${enOf(f)} is due today` },
  'deadline-passed': { title: 'Overdue', say: (f) => `${enOf(f)} was due on ${enDay(f)} and is not submitted` },
  escalated: {
    title: 'Nothing done: for the county to look into',
    say: (f) =>
      f.variant === 'not-accepted'
        ? `${enOf(f)} was never accepted`
        : `${enOf(f)} was due on ${enDay(f)} and is still not done`,
  },
  'extension-asked': {
    title: 'An extension is asked for',
    say: (f) => `${enBy(f)} asks for time until ${enDay(f)}${enWhy(f)}`,
  },
  'extension-decided': {
    title: 'The extension is decided',
    say: (f) =>
      f.variant === 'refused'
        ? `not granted, still due by ${enDay(f)}${enWhy(f)}`
        : `granted, now due by ${enDay(f)}${enWhy(f)}`,
  },
  supervised: {
    title: 'Supervised handling',
    say: (f) =>
      f.variant === 'lifted'
        ? `no longer under supervision${enWhy(f)}`
        : `under supervision${f.dueOn === null ? '' : `, progress owed by ${enDay(f)}`}${enWhy(f)}`,
  },
  'progress-owed': { title: 'Progress is owed', say: (f) => `an entry of progress is owed by ${enDay(f)}` },
  'progress-reported': { title: 'Progress', say: (f) => `${enBy(f)} reports${enWhy(f)}` },
  'revisit-due': { title: 'Time to look again', say: (f) => `go and look again on ${enDay(f)}` },
  'spot-check': {
    title: 'Drawn for a spot check',
    say: (f) => `drawn for a spot check; please go and look${enDue(f)}`,
  },
  'hazard-reopened': { title: 'It is back', say: (f) => `found again at the revisit${enWhy(f)}${enDue(f)}` },
  'transfer-asked': {
    title: 'A transfer waits for your answer',
    say: (f) => `${enBy(f)} proposes the transfer${enWhy(f)}`,
  },
  'transfer-decided': {
    title: 'The transfer is answered',
    say: (f) => `${enBy(f)} ${f.variant === 'refused' ? 'refused' : 'accepted'} the transfer${enWhy(f)}`,
  },
  'notice-received': { title: 'A document to sign for', say: (f) => `sent by ${enBy(f)}${enDue(f)}` },
  'notice-signed': { title: 'A document was signed for', say: (f) => `${enBy(f)} signed for it` },
  'notice-replied': { title: 'A document was replied to', say: (f) => `${enBy(f)} replied${enWhy(f)}` },
  'notice-withdrawn': { title: 'A document was withdrawn', say: (f) => `withdrawn by ${enBy(f)}${enWhy(f)}` },
  'reply-due': { title: 'A reply is due', say: (f) => `a reply is due by ${enDay(f)}` },
  commented: { title: 'A comment', say: (f) => `${enBy(f)}${enWhy(f)}` },
  'hook-parked': {
    title: 'Messages cannot get out',
    say: (f) => `sending failed many times and has stopped${enWhy(f)}`,
  },
  'zone-handed-over': {
    title: 'A zone is handed over',
    say: (f) =>
      f.variant === 'given-away'
        ? `${f.unit ?? 'somebody else'} is its road chief from ${enDay(f)}; its open tasks go along${enWhy(f)}`
        : `you are its road chief from ${enDay(f)}, after ${f.unit ?? 'somebody else'}; its open tasks are yours to accept${enWhy(f)}`,
  },
}

const tables = { zh, en } as const

/** A message in one language: made where it is read, from what was kept when it was written. Never throws. */
export const messageText = (kind: MessageKind, facts: MessageFacts, language: Language): MessageText => {
  const { title, say } = tables[language][kind]
  const end = language === 'zh' ? '。' : '.'
  const said = `${subjectIn(facts, language)}${language === 'zh' ? '：' : ': '}${say(facts)}`
  return { title, sentence: /[。.!?！？]$/.test(said) ? said : `${said}${end}` }
}
