import { beforeEach, expect, test, vi } from 'vitest'
import { dropAllDrafts, dropDraft, keepDraft, keptDraft, overlaid } from './drafts.ts'

const initial = { words: '', quantity: 0, unitId: null as string | null, measures: [] as string[] }

test('a draft is laid over the empty form', () => {
  expect(overlaid(initial, { words: '路口缺标志', measures: ['speed-bump'] })).toEqual({
    ...initial,
    words: '路口缺标志',
    measures: ['speed-bump'],
  })
})

test('a draft with other kinds of values, unknown fields or nonsense leaves the form as it was', () => {
  expect(overlaid(initial, { words: 7, measures: 'speed-bump', stage: 'cleared' })).toBe(initial)
  expect(overlaid(initial, null)).toBe(initial)
  expect(overlaid(initial, ['words'])).toBe(initial)
  expect(overlaid(initial, JSON.parse('{"__proto__":{"words":"x"}}'))).toBe(initial)
})

const held = new Map<string, string>()
beforeEach(() => {
  held.clear()
  vi.stubGlobal(
    'sessionStorage',
    new Proxy(
      {
        getItem: (key: string) => held.get(key) ?? null,
        setItem: (key: string, value: string) => held.set(key, value),
        removeItem: (key: string) => held.delete(key),
      },
      {
        ownKeys: () => [...held.keys()],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      },
    ),
  )
})

test('what was typed comes back after a reload, and is gone once it was sent', () => {
  keepDraft('submit-1', { ...initial, words: '已装两块标志' })
  expect(keptDraft('submit-1', initial).words).toBe('已装两块标志')
  expect(keptDraft('submit-2', initial)).toBe(initial)
  dropDraft('submit-1')
  expect(keptDraft('submit-1', initial)).toBe(initial)
})

test('signing out leaves no draft for the next person, and nothing else is touched', () => {
  keepDraft('submit-1', { ...initial, words: '甲写的' })
  held.set('other', 'kept')
  dropAllDrafts()
  expect(keptDraft('submit-1', initial)).toBe(initial)
  expect(held.get('other')).toBe('kept')
})

test('a form that keeps no draft writes nothing', () => {
  keepDraft(null, { password: 'secret' })
  expect(held.size).toBe(0)
})
