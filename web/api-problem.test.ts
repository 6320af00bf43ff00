import { expect, test } from 'vitest'
import { NoAnswer, noAnswerFrom, problemFrom } from './api-problem.ts'

const reply = (body: unknown, status: number, headers: Record<string, string> = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  })

test('a shut door arrives with its reason and with who could open it', async () => {
  const problem = await problemFrom(
    reply(
      {
        type: '/problems/not-yours',
        title: '这一步不由您办理。',
        status: 403,
        detail: '较大、重大隐患由县级验收。',
        code: 'not-yours',
        because: { reason: 'county-verifies', sentence: '较大、重大隐患由县级验收。' },
        who: ['squad', 'county-reviewer', 'emperor'],
      },
      403,
    ),
  )
  expect(problem).toMatchObject({ code: 'not-yours', status: 403, sentence: '较大、重大隐患由县级验收。' })
  expect(problem.because).toEqual({ reason: 'county-verifies', sentence: '较大、重大隐患由县级验收。' })
  expect(problem.who).toEqual(['squad', 'county-reviewer'])
})

test('faults of fields are found by the name of the field', async () => {
  const problem = await problemFrom(
    reply({ code: 'invalid', title: 'x', fields: [{ pointer: '/newPassword', fault: 'too-easy' }, 'nonsense'] }, 422),
  )
  expect(problem.faultOf('newPassword')).toBe('too-easy')
  expect(problem.faultOf('password')).toBeNull()
})

test('a wait that the server asks for is kept in seconds', async () => {
  const problem = await problemFrom(reply({ code: 'too-often', title: '…' }, 429, { 'Retry-After': '60' }))
  expect(problem.retryAfterSeconds).toBe(60)
})

test('what somebody else changed meanwhile comes with the present state', async () => {
  const problem = await problemFrom(reply({ code: 'changed-meanwhile', title: '…', present: { version: 7 } }, 412))
  expect(problem.present).toEqual({ version: 7 })
})

test('a page of a proxy, or JSON cut off halfway, is a problem like any other and never breaks the page', async () => {
  const page = await problemFrom(reply('<html>502</html>', 502, { 'Content-Type': 'text/html' }))
  expect(page).toMatchObject({ code: 'unreadable', status: 502, sentence: '', fields: [], who: [] })
  expect((await problemFrom(reply('{"code":', 500))).code).toBe('unreadable')
  expect((await problemFrom(reply([1, 2], 500))).code).toBe('unreadable')
})

test('a lost connection is told apart from a request given up on purpose', () => {
  expect(noAnswerFrom(new TypeError('Failed to fetch'))).toBeInstanceOf(NoAnswer)
  const givenUp = new DOMException('gone', 'AbortError')
  expect(noAnswerFrom(givenUp)).toBe(givenUp)
})
