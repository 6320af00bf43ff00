import { Hono } from 'hono'
import pino from 'pino'
import { expect, test } from 'vitest'
import { answerProblem } from './answer-problem.ts'
import { holdsAlready } from './held-copy.ts'
import { etag, ifMatch } from './version.ts'

const app = new Hono()
  .put('/', (c) => c.text(String(ifMatch(c))))
  .get('/', (c) => c.text(String(holdsAlready(c, '"abc"'))))
app.onError(answerProblem(pino({ level: 'silent' })))

const decidedOn = async (version: string | null): Promise<unknown> => {
  const answer = await app.request('/', { method: 'PUT', headers: version === null ? {} : { 'If-Match': version } })
  return answer.ok ? answer.text() : answer.status
}

test('a version goes out as ETag and comes back as If-Match', async () => {
  expect(await decidedOn(etag(7))).toBe('7')
  expect(await decidedOn('W/"7"')).toBe('7')
  expect(await decidedOn('7')).toBe('7')
})

test('a step without a version is 428, one with nonsense 400', async () => {
  expect(await decidedOn(null)).toBe(428)
  for (const nonsense of ['*', '', '"a"', '-1', '1.5', '"1", "2"', '1e3', '9999999999'])
    expect([nonsense, await decidedOn(nonsense)]).toEqual([nonsense, 400])
})

test('what the asker holds is known by its tag, weak or strong, alone or among others', async () => {
  const holds = async (tags: string): Promise<string> =>
    (await app.request('/', { headers: { 'If-None-Match': tags } })).text()
  expect(await holds('"abc"')).toBe('true')
  expect(await holds('"x", W/"abc"')).toBe('true')
  expect(await holds('"abcd"')).toBe('false')
})
