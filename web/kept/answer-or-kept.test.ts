import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem, NoAnswer } from '../api-problem.ts'
import { type Asking, answerOrKept } from './answer-or-kept.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const problem = (status: number, code: string): ApiProblem =>
  new ApiProblem({
    ...{ code, status, sentence: '', because: null, who: [], fields: [] },
    ...{ present: null, retryAfterSeconds: null },
  })

const heard: string[] = []
beforeEach(() => void heard.splice(0))

const asking = (ask: Asking['ask'], kept: unknown = null): Asking => ({
  ask,
  kept: async () => (kept === null ? null : { value: kept, keptAtMs: 812 }),
  patienceMs: 3_000,
  onFresh: (answer) => heard.push(`fresh ${String(answer)}`),
  onSilent: () => heard.push('silent'),
  onLate: (answer) => heard.push(`late ${String(answer)}`),
  onGone: () => heard.push('gone'),
})

const after = <Answer>(millis: number, answer: Answer): Promise<Answer> =>
  new Promise((resolve) => setTimeout(() => resolve(answer), millis))

test('what the server says in time counts, whatever is kept, and is kept instead', async () => {
  const answered = answerOrKept(asking(() => after(2_900, 'new'), 'old'))
  await vi.advanceTimersByTimeAsync(2_900)
  expect(await answered).toEqual({ value: 'new', keptAtMs: null })
  expect(heard).toEqual(['fresh new'])
})

test('without a connection the kept answer is shown with its time', async () => {
  const answered = answerOrKept(asking(() => Promise.reject(new NoAnswer(true, null)), 'old'))
  expect(await answered).toEqual({ value: 'old', keptAtMs: 812 })
})

test('on a silent link the kept answer is shown after three seconds, and gives way to the late one', async () => {
  const answered = answerOrKept(asking(() => after(9_000, 'new'), 'old'))
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await answered).toEqual({ value: 'old', keptAtMs: 812 })
  expect(heard).toEqual(['silent'])
  await vi.advanceTimersByTimeAsync(6_000)
  expect(heard).toEqual(['silent', 'fresh new', 'late new'])
})

test('where nothing is kept a slow server is waited for', async () => {
  const answered = answerOrKept(asking(() => after(9_000, 'new')))
  await vi.advanceTimersByTimeAsync(9_000)
  expect(await answered).toEqual({ value: 'new', keptAtMs: null })
  expect(heard).toEqual(['fresh new'])
})

test('a server that is broken is no answer, and one that refuses is', async () => {
  const broken = answerOrKept(asking(() => Promise.reject(problem(502, 'unreadable')), 'old'))
  expect(await broken).toEqual({ value: 'old', keptAtMs: 812 })
  const signedOut = answerOrKept(asking(() => Promise.reject(problem(401, 'not-signed-in')), 'old'))
  await expect(signedOut).rejects.toMatchObject({ code: 'not-signed-in' })
  expect(heard).toEqual([])
})

test('nothing stays of what the server no longer shows to this person', async () => {
  const gone = answerOrKept(asking(() => Promise.reject(problem(404, 'not-there')), 'old'))
  await expect(gone).rejects.toMatchObject({ status: 404 })
  expect(heard).toEqual(['gone'])
})

test('the fault of an unanswered request is told where nothing is kept', async () => {
  const answered = answerOrKept(asking(() => Promise.reject(new NoAnswer(true, null))))
  await expect(answered).rejects.toBeInstanceOf(NoAnswer)
})
