import { expect, test } from 'vitest'
import { messageKinds } from '../../db/vocabulary.ts'
import { type MessageFacts, noFacts } from './message-facts.ts'
import { messageText } from './message-words.ts'

const facts: MessageFacts = {
  ...{ ...noFacts, label: '修2026-0007', what: '支路缺减速带', code: 'A05', severity: 'major', where: '义宁镇 村口' },
  ...{ by: '县道安办 龚主任', unit: '义宁镇政府', dueOn: '2026-12-03', because: '减速带没有反光' },
}

test('a returned task says what, where, by whom, why and by when', () => {
  expect(messageText('task-returned', facts, 'zh').sentence).toBe(
    '修2026-0007（重大）义宁镇 村口“支路缺减速带”：县道安办 龚主任退回整改：减速带没有反光，限 12 月 3 日前。',
  )
  expect(messageText('task-returned', facts, 'en').sentence).toBe(
    '修2026-0007 (major), 义宁镇 村口 “支路缺减速带”: 县道安办 龚主任 sent the work back: 减速带没有反光, due by 3 Dec.',
  )
})

test('where the reporter wrote nothing the code speaks', () => {
  expect(messageText('deadline-today', { ...facts, what: '' }, 'en').sentence).toContain('No speed bump on minor road')
})

test('every kind reads as a sentence in both languages, with all facts or with none', () => {
  for (const kind of messageKinds)
    for (const language of ['zh', 'en'] as const)
      for (const given of [facts, { ...noFacts, label: 'X' }]) {
        const { title, sentence } = messageText(kind, given, language)
        expect(title).not.toBe('')
        expect(sentence, kind).not.toMatch(/null|undefined|NaN/)
        expect(sentence, kind).toMatch(language === 'zh' ? /。$/ : /\.$/)
      }
})
