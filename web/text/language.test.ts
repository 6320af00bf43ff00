import { expect, test } from 'vitest'
import { languageAskedFor } from './language.ts'

test('Chinese comes first, English only where it is asked for before Chinese', () => {
  expect(languageAskedFor(['zh-CN', 'en'])).toBe('zh')
  expect(languageAskedFor(['en-GB', 'zh-CN'])).toBe('en')
  expect(languageAskedFor(['fr-FR', 'en'])).toBe('en')
  expect(languageAskedFor(['zh-Hant-TW', 'en'])).toBe('zh')
})

test('a reader of neither language gets Chinese', () => {
  expect(languageAskedFor(['fr', 'de'])).toBe('zh')
  expect(languageAskedFor([])).toBe('zh')
})
