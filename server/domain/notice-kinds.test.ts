import { expect, test } from 'vitest'
import { noticeKinds, roles } from '../../db/vocabulary.ts'
import { documentNumberOf, mayIssue, tableOfNotices } from './notice-kinds.ts'

test('every kind counts under a word of its own', () => {
  const words = noticeKinds.map((kind) => tableOfNotices[kind].word)
  expect(new Set(words).size).toBe(noticeKinds.length)
})

test('a number is written with at least three figures and keeps all of them', () => {
  expect(documentNumberOf('修', 'rectification', 2026, 1)).toBe('修公交隐改〔2026〕001号')
  expect(documentNumberOf('修', 'rectification', 2026, 1234)).toBe('修公交隐改〔2026〕1234号')
})

test('leaders, reporters and administrators issue nothing; whoever cures applies, whoever reviews issues', () => {
  for (const kind of noticeKinds) {
    const by = roles.filter((role) => mayIssue(kind, { role }) === null)
    const applies = kind === 'closing-application' || kind === 'extension'
    expect([kind, by.includes('county-reviewer')]).toEqual([kind, !applies])
    expect([kind, by.includes('road-chief') && by.includes('department')]).toEqual([kind, applies])
    for (const role of ['leader', 'light-reporter', 'administrator'] as const) expect(by).not.toContain(role)
  }
})

test('what a kind cannot be without is among what it has', () => {
  for (const { texts, neededTexts } of Object.values(tableOfNotices))
    for (const field of neededTexts) expect(texts).toContain(field)
})
