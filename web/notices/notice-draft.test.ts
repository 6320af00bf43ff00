import { expect, test } from 'vitest'
import { type NoticeKind, noticeKinds } from '../../db/vocabulary.ts'
import { tableOfNotices } from '../../server/domain/notice-kinds.ts'
import type { NoticeDraft } from '../../server/notices/answers.ts'
import { IssueNotice } from '../../server/notices/wire.ts'
import { bodyOf, firstValues, missingIn } from './notice-draft.ts'

const hazardId = '01a1f6a9-5f4d-7520-b02c-eb5507508bf8'

const draftOf = (kind: NoticeKind): NoticeDraft => ({
  ...{ kind, countyName: '修水县', numberBegins: '修〔2026〕', issuerUnit: '县道安办', issuerPerson: '龚主任' },
  ...{ issuedOn: '2026-11-21', addresseeUnitId: 'unit-town', addressee: '', invented: false },
  ...{ cureDueOn: '2026-12-01', replyDueOn: '2026-12-05' },
  texts: {
    ...{ title: '标题', basis: '依据', body: '正文', demand: '要求', consequence: '后果', originalNumber: '原文号' },
    ...{ level: '县级督办', namedPerson: '某人', daysOverdue: '', progress: '进展', causes: '原因' },
    ...{ suggestions: '建议', funds: '资金', conclusion: '结论', attachments: '附件', issuerPhone: '0792' },
  },
  hazards: [
    {
      ...{ id: hazardId, because: null },
      line: {
        ...{ index: 1, registerNumber: '修2026-0001', township: '', village: '', route: '', stake: '', spot: '' },
        ...{ position: '', code: 'A05', codeName: '', severity: '', description: '', measures: '', unit: '' },
        ...{ foundOn: '', dueText: '', clearedText: '', result: '', photos: [], afterPhotos: [] },
      },
    },
  ],
})

test('what is offered can be issued as it stands, for every kind', () => {
  for (const kind of noticeKinds) {
    const values = firstValues(draftOf(kind))
    expect([kind, missingIn(kind, values, new Set())]).toEqual([kind, null])
    expect(IssueNotice.safeParse({ ...bodyOf(kind, values), deviceAt: null }).success).toBe(true)
  }
})

test('only what a kind has is sent: no deadline in a letter without one, no words that it has no place for', () => {
  for (const kind of noticeKinds) {
    const { cureDay, replyDay, texts } = tableOfNotices[kind]
    const body = bodyOf(kind, firstValues(draftOf(kind)))
    expect([body.cureDueOn === null, body.replyDueOn === null]).toEqual([cureDay === 'none', replyDay === 'none'])
    expect(Object.keys(body.texts).sort()).toEqual([...texts, 'title', 'attachments', 'issuerPhone'].sort())
  }
})

test('either a unit or somebody outside is written to, never both', () => {
  const values = { ...firstValues(draftOf('copy')), addressee: '平江县道安办' }
  expect(bodyOf('copy', values)).toMatchObject({ addresseeUnitId: 'unit-town', addressee: '' })
  const outside = { ...values, outside: true, copies: ' 甲 \n\n乙', copyUnitIds: ['unit-town'] }
  expect(bodyOf('copy', outside)).toMatchObject({
    ...{ addresseeUnitId: null, addressee: '平江县道安办', copies: ['甲', '乙'], copyUnitIds: ['unit-town'] },
  })
})

test('what is still missing is said, the first thing first', () => {
  const values = firstValues(draftOf('rectification'))
  const without = (change: Partial<typeof values>) => missingIn('rectification', { ...values, ...change }, new Set())
  expect(without({ addresseeUnitId: '' })).toBe('addressee')
  expect(without({ hazards: [] })).toBe('hazards')
  expect(without({ cureDueOn: '' })).toBe('cureDay')
  expect(without({ texts: { ...values.texts, demand: ' ' } })).toEqual({ text: 'demand' })
  expect(missingIn('rectification', values, new Set([hazardId]))).toBe('unfit')
})
