import type { ClientResponse } from 'hono/client'
import { hc } from 'hono/client'
import type { SuccessStatusCode } from 'hono/utils/http-status'
import type { Api } from '../server/app.ts'
import { NoAnswer, noAnswerFrom, problemFrom } from './api-problem.ts'
import { noteAnswered, noteUnanswered } from './online.ts'
import { throwIfRecorded } from './recorded-request.ts'
import { noteServerDate } from './server-clock.ts'
import { languageNow, languageTag } from './text/language.ts'

/** Told whenever the server no longer knows who is asking; the gate in web/people listens and asks to sign in. */
const whenSignedOut = new Set<() => void>()
export const onSignedOut = (tell: () => void): (() => void) => {
  whenSignedOut.add(tell)
  return () => whenSignedOut.delete(tell)
}

/**
 * Every request of the app goes through here: a reply that is not good is thrown as ApiProblem,
 * no reply at all as NoAnswer. Usable as plain `fetch` for what the typed client cannot say, such as a photo's bytes.
 */
export const askServer = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
  const headers = new Headers(init.headers)
  headers.set('Accept-Language', languageTag(languageNow()))
  throwIfRecorded(input, headers, init.body)
  const askedAtMs = Date.now()
  let response: Response
  try {
    response = await fetch(input, { ...init, headers })
  } catch (error) {
    const fault = noAnswerFrom(error)
    // a request given up on purpose says nothing about the line
    if (fault instanceof NoAnswer) noteUnanswered()
    throw fault
  }
  noteAnswered()
  noteServerDate(response.headers.get('Date'), askedAtMs, Date.now())
  if (response.ok) return response
  const problem = await problemFrom(response)
  if (problem.code === 'not-signed-in') for (const tell of whenSignedOut) tell()
  throw problem
}

/** The typed client: `api.hazards[':id'].$get({ param: { id } })`, to be read with `told`. */
export const { api } = hc<Api>('/', { fetch: askServer })

type Told<Answer> =
  Answer extends ClientResponse<infer Body, infer Status, infer Format>
    ? Status extends SuccessStatusCode
      ? Format extends 'json'
        ? Body
        : never
      : never
    : never

/** What a good reply says. `askServer` has already thrown everything else, so the body is that of a success. */
export const told = async <Answer extends ClientResponse<unknown>>(asked: Promise<Answer>): Promise<Told<Answer>> => {
  const answer = await asked
  const body: unknown = await answer.json()
  return bodyOfSuccess<Told<Answer>>(body)
}

/** The one cast of the web: the server's own types say what its good replies hold, and its tests hold it to that. */
const bodyOfSuccess = <Body>(body: unknown): Body => body as Body

/** The version a step is decided on, as the options of a call: `$post({ param, json }, onVersion(hazard.version))`. */
export const onVersion = (version: number): { headers: Record<string, string> } => ({
  headers: { 'If-Match': `"${version}"` },
})

/** Where a photo's picture lives: `large` is 1600 px, `small` 400 px; the original is only ever a download. */
export const photoUrl = (sha256: string, size: 'large' | 'small'): string => `/api/photos/${sha256}/${size}`

/** A hazard's photo as it is handed on: JPEG, marked with time, place and number where the county has it so. */
export const sharedPhotoUrl = (hazardId: string, photoId: string): string =>
  `/api/hazards/${hazardId}/photos/${photoId}/shared`
