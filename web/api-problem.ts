import { type Role, roles } from '../db/vocabulary.ts'
import { type Reason, reasonWords } from '../server/domain/reasons.ts'
import type { ProblemCode } from '../server/http/problem.ts'

export interface FieldFault {
  readonly pointer: string
  readonly fault: string
}

/** A server newer than this page may send a code it does not know; the sentence beside it is what people read. */
export type KnownOrNewCode = ProblemCode | 'unreadable' | (string & Record<never, never>)

interface Told {
  readonly code: KnownOrNewCode
  readonly status: number
  /** In the reader's language, from the server's closed catalogue; empty when the reply was not from our server. */
  readonly sentence: string
  readonly because: { readonly reason: Reason; readonly sentence: string } | null
  readonly who: readonly Role[]
  readonly fields: readonly FieldFault[]
  readonly present: unknown
  readonly retryAfterSeconds: number | null
}

/** The server answered, and the answer was no. */
export class ApiProblem extends Error {
  readonly code: Told['code']
  readonly status: number
  readonly sentence: string
  readonly because: Told['because']
  readonly who: readonly Role[]
  readonly fields: readonly FieldFault[]
  readonly present: unknown
  readonly retryAfterSeconds: number | null

  constructor(told: Told) {
    super(`${told.status} ${told.code}`)
    this.name = 'ApiProblem'
    this.code = told.code
    this.status = told.status
    this.sentence = told.sentence
    this.because = told.because
    this.who = told.who
    this.fields = told.fields
    this.present = told.present
    this.retryAfterSeconds = told.retryAfterSeconds
  }

  /** The fault of one field, by the last part of its pointer. */
  faultOf(field: string): string | null {
    return this.fields.find(({ pointer }) => pointer === `/${field}`)?.fault ?? null
  }
}

/** No answer came: no network, or the server is not there. Whether it acted is unknown; resending is safe. */
export class NoAnswer extends Error {
  readonly offline: boolean

  constructor(offline: boolean, cause: unknown) {
    super(offline ? 'offline' : 'no answer', { cause })
    this.name = 'NoAnswer'
    this.offline = offline
  }
}

/** What fetch throws, told apart: a request given up on purpose stays what it is. */
export const noAnswerFrom = (error: unknown): unknown =>
  error instanceof DOMException && error.name === 'AbortError'
    ? error
    : new NoAnswer(typeof navigator !== 'undefined' && navigator.onLine === false, error)

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const valueIn = (fields: Fields, name: string): unknown => fields[name]
const textIn = (fields: Fields, name: string): string => {
  const value = valueIn(fields, name)
  return typeof value === 'string' ? value : ''
}
const isReason = (text: string): text is Reason => Object.hasOwn(reasonWords, text)
const isRole = (value: unknown): value is Role => roles.some((role) => role === value)

const becauseIn = (value: unknown): Told['because'] => {
  if (!isFields(value)) return null
  const reason = textIn(value, 'reason')
  return isReason(reason) ? { reason, sentence: textIn(value, 'sentence') } : null
}

const rolesIn = (value: unknown): Role[] => (Array.isArray(value) ? value.filter(isRole) : [])

const faultsIn = (value: unknown): FieldFault[] =>
  Array.isArray(value)
    ? value.filter(isFields).map((field) => ({ pointer: textIn(field, 'pointer'), fault: textIn(field, 'fault') }))
    : []

/** Reads application/problem+json; anything else (a proxy's page, cut off halfway) becomes `unreadable`. */
export const problemFrom = async (response: Response): Promise<ApiProblem> => {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  const common = { status: response.status, retryAfterSeconds: Number.isFinite(seconds) ? seconds : null }
  const body = await bodyOf(response)
  if (!isFields(body))
    return new ApiProblem({
      ...common,
      code: 'unreadable',
      sentence: '',
      because: null,
      who: [],
      fields: [],
      present: null,
    })
  return new ApiProblem({
    ...common,
    code: textIn(body, 'code') || 'unreadable',
    sentence: textIn(body, 'detail') || textIn(body, 'title'),
    because: becauseIn(valueIn(body, 'because')),
    who: rolesIn(valueIn(body, 'who')),
    fields: faultsIn(valueIn(body, 'fields')),
    present: valueIn(body, 'present') ?? null,
  })
}

const bodyOf = async (response: Response): Promise<unknown> => {
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) return null
  try {
    const body: unknown = await response.json()
    return body
  } catch {
    return null
  }
}
