import { expect, test } from 'vitest'
import { type EventKind, eventKinds } from '../../db/event-kinds.ts'
import type { EntryBody } from '../hazards/entry-body.ts'
import { type TimelineNames, timelineWords } from './timeline-words.ts'

const names: TimelineNames = {
  unit: (id) => ({ 'unit-squad1': '一中队', 'unit-town': '义宁镇政府', 'unit-road': '县公路事务中心' })[id] ?? '',
  person: (id) => ({ p1: '王路长' })[id] ?? '',
  hazardCode: (code) => ({ A05: '支路缺减速带' })[code] ?? '',
  measure: (code) => ({ 'speed-bump': '减速带', mirror: '广角镜' })[code] ?? '',
  unitOfMeasure: (code) => ({ 'speed-bump': '米' })[code] ?? '',
  day: (on) => on,
}
const photos = ['a'.repeat(64), 'b'.repeat(64)]

/** As the verbs note them. */
const bodies: Partial<Record<EventKind, EntryBody>> = {
  'hazard-reported': { source: 'patrol', code: 'A05', capturedAt: '2026-11-21T05:00:00.000Z', position: null, photos },
  'team-dispatched': { unitId: 'unit-squad1' },
  'scene-photo-added': { photos, position: { longitude: 114.5, latitude: 29 } },
  'hazard-registered': {
    registerNumber: 'XS2026-0007',
    severity: 'minor',
    code: 'A05',
    tasks: [{ id: 't1', unitId: 'unit-town', personId: 'p1', dueOn: '2026-12-06' }],
  },
  'task-refused': { taskId: 't1', because: '这是县道', ownerUnitId: 'unit-road' },
  'task-reassigned': {
    taskId: 't1',
    from: 'unit-town',
    unitId: 'unit-road',
    personId: null,
    dueOn: '2026-12-20',
    because: '属县道',
  },
  'interim-controlled': { taskId: 't1', remark: '摆放锥桶', photos },
  'task-planned': { taskId: 't1', year: 2027, because: '今年没有经费' },
  'task-resumed': { taskId: 't1', dueOn: '2027-01-15' },
  'task-submitted': {
    taskId: 't1',
    remark: '已请村里复看',
    costYuan: 12000,
    measures: [
      { measure: 'speed-bump', installedQuantity: 12, struckBecause: null },
      { measure: 'mirror', installedQuantity: null, struckBecause: '路面太窄' },
    ],
    photos,
  },
  'task-returned': { because: '照片角度不同' },
  'task-verified': { remark: '现场看过' },
  'hazard-cleared': { watchUntilOn: '2027-02-19' },
  'revisit-passed': { remark: '仍完好', photos },
  'revisit-failed': { because: '减速带被铲除', dueOn: '2027-01-05', photos },
  'hazard-voided': { because: '不是公路' },
  'hazard-reinstated': { because: '重新认定' },
  commented: { words: '请尽快' },
}

const tell = (language: 'zh' | 'en', kind: EventKind): string =>
  timelineWords[language].tell[kind](bodies[kind] ?? {}, names)

test('every kind of entry is told in both languages, and never with a hole in the sentence', () => {
  for (const kind of eventKinds)
    for (const language of ['zh', 'en'] as const) {
      const sentence = tell(language, kind)
      expect(sentence, `${kind} ${language}`).not.toBe('')
      expect(sentence, `${kind} ${language}`).not.toMatch(/undefined|null|NaN|\[object|：$|: $|，$|（）|\(\)/)
    }
})

test('what was noted is in the sentence: who it went to, by when, how much, and why', () => {
  expect(tell('zh', 'hazard-reported')).toBe('上报隐患：支路缺减速带，来源 路面巡查，照片 2 张')
  expect(tell('zh', 'hazard-registered')).toBe('登记入册 XS2026-0007，定为一般隐患，交办 义宁镇政府（期限 2026-12-06）')
  expect(tell('zh', 'task-refused')).toBe('退回任务，认为应由县公路事务中心负责：这是县道')
  expect(tell('zh', 'task-reassigned')).toBe('把任务由义宁镇政府改派给县公路事务中心，期限 2026-12-20：属县道')
  expect(tell('zh', 'task-submitted')).toBe(
    '提交整改：减速带 12 米、广角镜未做（路面太窄）、花费 12,000 元，照片 2 张。已请村里复看',
  )
  expect(tell('zh', 'revisit-failed')).toBe('回头看不合格，重新整改，期限 2027-01-05：减速带被铲除')
  expect(tell('en', 'scene-photo-added')).toBe('took 2 scene photos and corrected the position')
})

test('an entry of an older version, with nothing in it, is still told', () => {
  for (const kind of eventKinds)
    if (bodies[kind] === undefined)
      expect(timelineWords.zh.tell[kind]({}, names)).toBe(timelineWords.zh.tell[kind]({ unknown: [1] }, names))
  expect(timelineWords.zh.tell['task-returned']({}, names)).toBe('退回重做')
})
