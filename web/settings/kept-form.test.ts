import { expect, test } from 'vitest'
import { withChanges } from './kept-form.ts'

const from = { minorDays: '15', seriousDays: '30', lines: ['a'] }

test('a field that was not touched follows whoever saved meanwhile; one’s own changes stay', () => {
  const mine = { values: { ...from, minorDays: '10' }, from }
  const theirs = { minorDays: '12', seriousDays: '20', lines: ['a', 'b'] }
  expect(withChanges(theirs, mine)).toEqual({ minorDays: '10', seriousDays: '20', lines: ['a', 'b'] })
})

test('what was changed and changed back is no change', () => {
  expect(withChanges({ ...from, minorDays: '12' }, { values: { ...from, lines: ['a'] }, from })).toMatchObject({
    ...{ minorDays: '12', lines: ['a'] },
  })
})
