import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import { reasonWords } from '../domain/reasons.ts'
import { Problem, problems } from './problem.ts'

export type Language = 'zh' | 'en'

/** Chinese first: English only where the reader asks for it before Chinese. */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  const asked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...settings] = part.trim().toLowerCase().split(';')
      const weight = settings
        .map((setting) => /^\s*q=([\d.]+)$/.exec(setting)?.[1])
        .find((found) => found !== undefined)
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ language, weight }) => weight > 0 && (language === 'zh' || language === 'en'))
    .sort((a, b) => b.weight - a.weight)
  return asked[0]?.language === 'en' ? 'en' : 'zh'
}

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}

const usualWaitSeconds = 2

/** Faults of the ground we stand on (disk, database, a broken request) by the names their makers give them. */
const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException) {
    if (error.status === 413) return new Problem('too-big')
    if (error.status < 500) return new Problem('malformed')
  }
  const code = codeOf(error)
  if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT', '53100'].includes(code)) return new Problem('disk-full')
  if (/^SQLITE_(BUSY|LOCKED)/.test(code) || ['40001', '40P01', '53300', '57P03', 'ECONNREFUSED'].includes(code))
    return new Problem('try-again')
  return new Problem('internal')
}

/** The body of a problem, as RFC 9457 has it, in the reader's language. */
export const problemOnWire = (problem: Problem, requestId: string, language: Language) => {
  const { code, details } = problem
  const { because, who, fields, present } = details
  const words = problems[code]
  return {
    type: `/problems/${code}`,
    title: words[language],
    status: words.status,
    detail: because ? reasonWords[because][language] : words[language],
    code,
    instance: `urn:uuid:${requestId}`,
    ...(because ? { because: { reason: because, sentence: reasonWords[because][language] } } : {}),
    ...(who ? { who } : {}),
    ...(fields ? { fields } : {}),
    ...(present === undefined ? {} : { present }),
  }
}

/** Every error becomes one of the closed catalogue; what we did not foresee is logged in full and told in general. */
export const answerProblem =
  (log: Logger) =>
  (error: unknown, c: Context): Response => {
    const problem = problemOf(error)
    const { status } = problems[problem.code]
    const given: unknown = c.get('requestId')
    const requestId = typeof given === 'string' ? given : crypto.randomUUID()
    if (problem !== error && status >= 500) log.error({ err: error, requestId, path: c.req.path }, problem.code)
    c.header('Content-Type', 'application/problem+json')
    c.header('Vary', 'Accept-Language', { append: true })
    const language = languageOf(c.req.header('Accept-Language'))
    c.header('Content-Language', language === 'zh' ? 'zh-CN' : 'en')
    const { retryAfterSeconds = problem.code === 'try-again' ? usualWaitSeconds : undefined } = problem.details
    if (retryAfterSeconds !== undefined) c.header('Retry-After', String(retryAfterSeconds))
    const { uploadOffset } = problem.details
    if (uploadOffset !== undefined) c.header('Upload-Offset', String(uploadOffset))
    return c.body(JSON.stringify(problemOnWire(problem, requestId, language)), status)
  }
