import { expect, test } from 'vitest'
import { leadSources } from '../../db/vocabulary.ts'
import { leadSourceNames } from './lead-sources.ts'

test('every source of leads has a name of its own in both languages, and no other is named', () => {
  expect(Object.keys(leadSourceNames).sort()).toEqual([...leadSources].sort())
  const names = Object.values(leadSourceNames)
  expect(new Set(names.map(({ zh }) => zh)).size).toBe(13)
  expect(new Set(names.map(({ en }) => en)).size).toBe(13)
  for (const { zh, en } of names) {
    expect(zh).toMatch(/^\p{Script=Han}/u)
    expect(en).toMatch(/^[A-Z][\x20-\x7e’]+$/)
  }
})

test('what the county calls the common sources stands as it says it', () => {
  expect(leadSourceNames.patrol.zh).toBe('路面巡查')
  expect(leadSourceNames['public-tip'].zh).toBe('群众举报（扫码/热线）')
  expect(leadSourceNames['spot-check'].zh).toBe('抽查/回头看')
})
