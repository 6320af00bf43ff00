import { expect, test } from 'vitest'
import { happenedEarlier, numberIn, textIn, textsIn } from './entry-body.ts'

const at = '2026-11-21T06:00:00.000Z'

test('a step that waited on the phone for more than ten minutes is marked with when it really happened', () => {
  expect(happenedEarlier({ at, body: { deviceAt: '2026-11-21T05:49:59.000Z' } })).toBe('2026-11-21T05:49:59.000Z')
  expect(happenedEarlier({ at, body: { capturedAt: '2026-11-20T05:00:00.000Z' } })).toBe('2026-11-20T05:00:00.000Z')
})

test('ten minutes or less is not late, and a phone whose clock runs ahead is not early', () => {
  expect(happenedEarlier({ at, body: { deviceAt: '2026-11-21T05:50:00.000Z' } })).toBeNull()
  expect(happenedEarlier({ at, body: { deviceAt: '2026-11-21T07:00:00.000Z' } })).toBeNull()
  expect(happenedEarlier({ at, body: {} })).toBeNull()
  expect(happenedEarlier({ at, body: { deviceAt: 'yesterday' } })).toBeNull()
})

test('what is not of the kind looked for is read as absent', () => {
  const body = { because: 7, year: '2027', photos: ['a', 3, null, 'b'] }
  expect(textIn(body, 'because')).toBe('')
  expect(numberIn(body, 'year')).toBeNull()
  expect(textsIn(body, 'photos')).toEqual(['a', 'b'])
  expect(textsIn(body, 'nothing')).toEqual([])
})
