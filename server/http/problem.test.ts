import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import pino from 'pino'
import { expect, test } from 'vitest'
import { reasonWords } from '../domain/reasons.ts'
import { answerProblem, languageOf } from './answer-problem.ts'
import { problemSchema } from './describe.ts'
import { Problem, type ProblemCode, problems } from './problem.ts'

const logged: string[] = []
const log = pino({ level: 'error' }, { write: (line: string) => logged.push(line) })

const answerTo = async (error: unknown, language = ''): Promise<Response> => {
  const app = new Hono().get('/', () => {
    throw error
  })
  app.onError(answerProblem(log))
  return app.request('/', { headers: { 'Accept-Language': language } })
}

const isCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code)
const han = /\p{Script=Han}/u

test('every problem has a status, and a sentence in Chinese and in English that end like sentences', () => {
  for (const [code, { status, zh, en }] of Object.entries(problems)) {
    expect([code, status >= 400 && status < 600]).toEqual([code, true])
    expect([code, han.test(zh), zh.endsWith('。')]).toEqual([code, true, true])
    expect([code, han.test(en), en.endsWith('.')]).toEqual([code, false, true])
  }
})

test('every reason for a shut door has a sentence in both languages', () => {
  for (const [reason, { zh, en }] of Object.entries(reasonWords))
    expect([reason, han.test(zh), han.test(en), zh.endsWith('。'), en.endsWith('.')]).toEqual([
      ...[reason, true, false, true, true],
    ])
})

test('every problem travels as application/problem+json with its code, in the language asked for', async () => {
  for (const code of Object.keys(problems).filter(isCode))
    for (const language of ['zh', 'en'] as const) {
      const answer = await answerTo(new Problem(code), language)
      const body = problemSchema.parse(await answer.json())
      expect(answer.status).toBe(problems[code].status)
      expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
      expect(body).toMatchObject({ code, type: `/problems/${code}`, title: problems[code][language] })
      expect(body.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
    }
})

test('a shut door says why it is shut, who could open it, and what is there now', async () => {
  const details = { because: 'own-work', who: ['county-reviewer'], present: { version: 3 } } as const
  const body = problemSchema.parse(await (await answerTo(new Problem('does-not-fit', details), 'en')).json())
  expect(body).toMatchObject({
    because: { reason: 'own-work', sentence: reasonWords['own-work'].en },
    detail: reasonWords['own-work'].en,
    who: ['county-reviewer'],
    present: { version: 3 },
  })
})

test('what nobody foresaw is told in general, logged in full, and leaks nothing', async () => {
  logged.length = 0
  const answer = await answerTo(new Error('secret: select * from people where password_hash'))
  const text = await answer.text()
  expect([answer.status, text.includes('secret'), text.includes('select')]).toEqual([500, false, false])
  expect(logged.join()).toContain('secret: select')
})

test('a full disk, a busy database and a broken request are told apart', async () => {
  const withCode = (code: string): Error => Object.assign(new Error('as the driver says'), { code })
  const expected = {
    SQLITE_FULL: 507,
    ENOSPC: 507,
    SQLITE_BUSY: 503,
    SQLITE_BUSY_SNAPSHOT: 503,
    '40001': 503,
    SQLITE_CONSTRAINT_PRIMARYKEY: 500,
  }
  for (const [code, status] of Object.entries(expected))
    expect([code, (await answerTo(withCode(code))).status]).toEqual([code, status])
  const wrapped = new Error('Failed query', { cause: withCode('SQLITE_FULL') })
  expect((await answerTo(wrapped)).status).toBe(507)
  expect((await answerTo(withCode('SQLITE_BUSY'))).headers.get('Retry-After')).toBe('2')
  expect((await answerTo(new HTTPException(400, { message: 'Malformed JSON' }))).status).toBe(400)
  expect((await answerTo(new HTTPException(413))).status).toBe(413)
})

test('Chinese is the default; English only for those who ask for it before Chinese', () => {
  const asked = {
    '': 'zh',
    en: 'en',
    'en-GB,en;q=0.9': 'en',
    'zh-CN,zh;q=0.9,en;q=0.8': 'zh',
    'en;q=0.5, zh;q=0.7': 'zh',
    'fr, en;q=0.3': 'en',
    de: 'zh',
    'en;q=0': 'zh',
    '*': 'zh',
  }
  for (const [header, language] of Object.entries(asked))
    expect([header, languageOf(header)]).toEqual([header, language])
  expect(languageOf(undefined)).toBe('zh')
})
