import { expect, test } from 'vitest'
import { ApiProblem, NoAnswer } from './api-problem.ts'
import { worthAskingAgain } from './asking.ts'

const refusal = (code: string, status: number) =>
  new ApiProblem({
    ...{ code, status, sentence: '', because: null, who: [], fields: [], present: null },
    retryAfterSeconds: null,
  })

test('a lost answer and a busy server are asked again, twice and no more', () => {
  for (const fault of [new NoAnswer(false, null), refusal('try-again', 503)]) {
    expect(worthAskingAgain(0, fault)).toBe(true)
    expect(worthAskingAgain(1, fault)).toBe(true)
    expect(worthAskingAgain(2, fault)).toBe(false)
  }
})

test('a plain no is not asked again', () => {
  for (const fault of [
    refusal('not-there', 404),
    refusal('not-yours', 403),
    refusal('internal', 500),
    new Error('bug'),
  ])
    expect(worthAskingAgain(0, fault)).toBe(false)
})
