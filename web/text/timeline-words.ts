import type { EventKind } from '../../db/event-kinds.ts'
import { type LeadSource, leadSources, type Severity, severities } from '../../db/vocabulary.ts'
import { type EntryBody, fieldsIn, numberIn, textIn } from '../hazards/entry-body.ts'
import { type Language, words } from './language.ts'
import { enRemediation, zhRemediation } from './remediation-tellings.ts'
import { after, enPhotos, photosIn, type Telling, type Tellings, type TimelineNames, zhPhotos } from './telling.ts'
import { tradeWords } from './trade-words.ts'

export type { TimelineNames } from './telling.ts'

const isSource = (text: string): text is LeadSource => leadSources.some((source) => source === text)
const isSeverity = (text: string): text is Severity => severities.some((severity) => severity === text)

const sourceOf = (body: EntryBody, language: Language): string => {
  const source = textIn(body, 'source')
  return isSource(source) ? tradeWords[language].leadSources[source] : source
}
const severityOf = (body: EntryBody, language: Language): string => {
  const severity = textIn(body, 'severity')
  return isSeverity(severity) ? tradeWords[language].severities[severity] : ''
}

const installed = (body: EntryBody, names: TimelineNames, struck: (measure: string, why: string) => string): string[] =>
  fieldsIn(body, 'measures').map((line) => {
    const code = textIn(line, 'measure')
    const quantity = numberIn(line, 'installedQuantity')
    if (quantity === null) return struck(names.measure(code), textIn(line, 'struckBecause'))
    return `${names.measure(code)} ${quantity} ${names.unitOfMeasure(code)}`.trim()
  })

const zhOthers = tradeWords.zh.eventKinds
const enOthers = tradeWords.en.eventKinds

/** Entries that never stand on a hazard, told by their plain name. */
const plainly = (kinds: Readonly<Record<EventKind, string>>) => {
  const tell =
    (kind: EventKind): Telling =>
    () =>
      kinds[kind]
  return {
    'photo-received': tell('photo-received'),
    'county-founded': tell('county-founded'),
    'person-added': tell('person-added'),
    'person-changed': tell('person-changed'),
    'password-reset': tell('password-reset'),
    'unit-added': tell('unit-added'),
    'unit-changed': tell('unit-changed'),
    'signed-in': tell('signed-in'),
    'sign-in-failed': tell('sign-in-failed'),
    'signed-out': tell('signed-out'),
    'session-revoked': tell('session-revoked'),
    'password-changed': tell('password-changed'),
    'county-furnished': tell('county-furnished'),
    'feedback-given': tell('feedback-given'),
    'spot-checks-drawn': tell('spot-checks-drawn'),
    'template-changed': tell('template-changed'),
    'settings-changed': tell('settings-changed'),
    'holidays-changed': tell('holidays-changed'),
    'matrix-changed': tell('matrix-changed'),
    'hook-added': tell('hook-added'),
    'hook-changed': tell('hook-changed'),
    'hook-removed': tell('hook-removed'),
    'choices-changed': tell('choices-changed'),
    'push-subscribed': tell('push-subscribed'),
    'push-unsubscribed': tell('push-unsubscribed'),
    'junctions-found': tell('junctions-found'),
    'junction-entered': tell('junction-entered'),
    'junction-renamed': tell('junction-renamed'),
    'junction-retired': tell('junction-retired'),
    'junction-restored': tell('junction-restored'),
    'junction-inspected': tell('junction-inspected'),
    'patrol-plan-made': tell('patrol-plan-made'),
    'patrol-plan-ended': tell('patrol-plan-ended'),
    'post-given': tell('post-given'),
    'post-ended': tell('post-ended'),
    'post-corrected': tell('post-corrected'),
    'post-struck': tell('post-struck'),
    'zone-handed-over': tell('zone-handed-over'),
    'helper-added': tell('helper-added'),
    'helper-changed': tell('helper-changed'),
    'helper-struck': tell('helper-struck'),
    'sign-changed': tell('sign-changed'),
  } as const
}

const zh: Tellings = {
  ...plainly(zhOthers),
  ...zhRemediation,
  'hazard-reported': (body, names) =>
    `上报隐患：${names.hazardCode(textIn(body, 'code'))}，来源 ${sourceOf(body, 'zh')}${zhPhotos(body)}`,
  'team-dispatched': (body, names) => `派出${names.unit(textIn(body, 'unitId'))}到现场查看`,
  'scene-photo-added': (body) => `拍下现场照片 ${photosIn(body)} 张${body['position'] ? '，并更新了位置' : ''}`,
  'scene-completed': () => '确认现场已拍全',
  'photo-given-up': (body) =>
    body['copyStands'] ? '一张照片的原图送不到，以上传用小图为准' : '去掉一张送不到的照片，不再等它',
  'hazard-registered': (body, names) => {
    const tasks = fieldsIn(body, 'tasks').map(
      (task) => `${names.unit(textIn(task, 'unitId'))}（期限 ${names.day(textIn(task, 'dueOn'))}）`,
    )
    return `登记入册 ${textIn(body, 'registerNumber')}，定为${severityOf(body, 'zh')}隐患${after('，交办 ', tasks.join('、'))}`
  },
  'task-accepted': () => '接收了任务',
  'task-refused': (body, names) =>
    `退回任务，认为应由${names.unit(textIn(body, 'ownerUnitId'))}负责${after('：', textIn(body, 'because'))}`,
  'task-reassigned': (body, names) => {
    const person = textIn(body, 'personId')
    const to = `${names.unit(textIn(body, 'unitId'))}${person === '' ? '' : names.person(person)}`
    const from = textIn(body, 'from')
    return `把任务${from === '' ? '' : `由${names.unit(from)}`}改派给${to}，期限 ${names.day(textIn(body, 'dueOn'))}${after('：', textIn(body, 'because'))}`
  },
  'task-started': () => '开始整改',
  'interim-controlled': (body) => `落实临时管控${after('：', textIn(body, 'remark'))}${zhPhotos(body)}`,
  'task-planned': (body) => `列入 ${numberIn(body, 'year') ?? ''} 年度计划${after('：', textIn(body, 'because'))}`,
  'task-resumed': (body, names) => `恢复整改，期限 ${names.day(textIn(body, 'dueOn'))}`,
  'task-submitted': (body, names) => {
    const parts = installed(body, names, (measure, why) => `${measure}未做（${why}）`)
    const cost = numberIn(body, 'costYuan')
    if (cost !== null) parts.push(`花费 ${cost.toLocaleString('zh-CN')} 元`)
    return `提交整改${after('：', parts.join('、'))}${zhPhotos(body)}${after('。', textIn(body, 'remark'))}`
  },
  'task-returned': (body) => `退回重做${after('：', textIn(body, 'because'))}`,
  'task-verified': (body) => `验收通过${after('：', textIn(body, 'remark'))}`,
  'hazard-cleared': (body, names) => `隐患销号，回头看到 ${names.day(textIn(body, 'watchUntilOn'))}`,
  'revisit-passed': (body) => `回头看合格${after('：', textIn(body, 'remark'))}${zhPhotos(body)}`,
  'revisit-failed': (body, names) =>
    `回头看不合格，重新整改，期限 ${names.day(textIn(body, 'dueOn'))}${after('：', textIn(body, 'because'))}`,
  'hazard-voided': (body) => `作废${after('：', textIn(body, 'because'))}`,
  'hazard-reinstated': (body) => `恢复${after('：', textIn(body, 'because'))}`,
  commented: (body) => `留言：${textIn(body, 'words')}`,
}

const en: Tellings = {
  ...plainly(enOthers),
  ...enRemediation,
  'hazard-reported': (body, names) =>
    `reported the hazard: ${names.hazardCode(textIn(body, 'code'))}; source: ${sourceOf(body, 'en')}${enPhotos(body)}`,
  'team-dispatched': (body, names) => `sent ${names.unit(textIn(body, 'unitId'))} to the scene`,
  'scene-photo-added': (body) => {
    const count = photosIn(body)
    return `took ${count} scene ${count === 1 ? 'photo' : 'photos'}${body['position'] ? ' and corrected the position' : ''}`
  },
  'scene-completed': () => 'declared the scene complete',
  'photo-given-up': (body) =>
    body['copyStands']
      ? 'gave up the original of one photo that could not be received; its field copy stands'
      : 'gave up one photo that could not be received',
  'hazard-registered': (body, names) => {
    const tasks = fieldsIn(body, 'tasks').map(
      (task) => `${names.unit(textIn(task, 'unitId'))} (due ${names.day(textIn(task, 'dueOn'))})`,
    )
    const severity = severityOf(body, 'en').toLowerCase()
    return `entered it in the register as ${textIn(body, 'registerNumber')}, ${severity}${after('; tasks: ', tasks.join(', '))}`
  },
  'task-accepted': () => 'accepted the task',
  'task-refused': (body, names) =>
    `refused the task as belonging to ${names.unit(textIn(body, 'ownerUnitId'))}${after(': ', textIn(body, 'because'))}`,
  'task-reassigned': (body, names) => {
    const person = textIn(body, 'personId')
    const to = `${names.unit(textIn(body, 'unitId'))}${person === '' ? '' : ` (${names.person(person)})`}`
    const from = textIn(body, 'from')
    return `re-assigned the task${from === '' ? '' : ` from ${names.unit(from)}`} to ${to}, due ${names.day(textIn(body, 'dueOn'))}${after(': ', textIn(body, 'because'))}`
  },
  'task-started': () => 'started the work',
  'interim-controlled': (body) => `set up interim control${after(': ', textIn(body, 'remark'))}${enPhotos(body)}`,
  'task-planned': (body) =>
    `put it into the plan for ${numberIn(body, 'year') ?? ''}${after(': ', textIn(body, 'because'))}`,
  'task-resumed': (body, names) => `took the task up again, due ${names.day(textIn(body, 'dueOn'))}`,
  'task-submitted': (body, names) => {
    const parts = installed(body, names, (measure, why) => `${measure} not done (${why})`)
    const cost = numberIn(body, 'costYuan')
    if (cost !== null) parts.push(`cost ${cost.toLocaleString('en-GB')} yuan`)
    return `submitted the cure${after(': ', parts.join(', '))}${enPhotos(body)}${after('. ', textIn(body, 'remark'))}`
  },
  'task-returned': (body) => `returned it for rework${after(': ', textIn(body, 'because'))}`,
  'task-verified': (body) => `verified the cure${after(': ', textIn(body, 'remark'))}`,
  'hazard-cleared': (body, names) => `cleared the hazard, under watch until ${names.day(textIn(body, 'watchUntilOn'))}`,
  'revisit-passed': (body) =>
    `revisited and found it still gone${after(': ', textIn(body, 'remark'))}${enPhotos(body)}`,
  'revisit-failed': (body, names) =>
    `revisited and found it back; to be cured by ${names.day(textIn(body, 'dueOn'))}${after(': ', textIn(body, 'because'))}`,
  'hazard-voided': (body) => `voided it${after(': ', textIn(body, 'because'))}`,
  'hazard-reinstated': (body) => `reinstated it${after(': ', textIn(body, 'because'))}`,
  commented: (body) => `commented: ${textIn(body, 'words')}`,
}

export const timelineWords = words(
  {
    tell: zh,
    system: '系统',
    late: (when: string) => `实际 ${when}，后来才送达`,
    ofTask: (unit: string) => `${unit}的任务`,
    title: '经过',
    photos: '照片',
  },
  {
    tell: en,
    system: 'The system',
    late: (when: string) => `happened ${when}; it arrived late`,
    ofTask: (unit: string) => `task of ${unit}`,
    title: 'History',
    photos: 'Photos',
  },
)
