import { expect, test } from 'vitest'
import { reasonWords } from './reasons.ts'

test.each(Object.entries(reasonWords))(
  'the reason %s is one whole sentence in each language',
  (_reason, { zh, en }) => {
    expect(zh).toMatch(/^\p{Script=Han}[^。]*。$/u)
    expect(en).toMatch(/^[A-Z][^.]*\.$/)
    expect(en).not.toMatch(/\p{Script=Han}/u)
  },
)

test('no two reasons read alike in either language', () => {
  const all = Object.values(reasonWords)
  expect(new Set(all.map(({ zh }) => zh)).size).toBe(all.length)
  expect(new Set(all.map(({ en }) => en)).size).toBe(all.length)
})
