import { NoAnswer } from './api-problem.ts'
import { noteServerDate } from './server-clock.ts'
import { languageNow, languageTag } from './text/language.ts'

export interface BodyToSend {
  readonly method: 'PUT' | 'PATCH'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Blob
}

export interface SendingBytes {
  /** A connection on which nothing has moved for so long is taken for dead; the server may need a while to read. */
  readonly silenceMs: number
  readonly onProgress?: (sentBytes: number, ofBytes: number) => void
  readonly signal?: AbortSignal | undefined
  /** The browser has handed over the last byte. */
  readonly handedOver?: (() => void) | undefined
}

const headersOf = (request: XMLHttpRequest): Headers => {
  const headers = new Headers()
  for (const line of request.getAllResponseHeaders().split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim())
  }
  return headers
}

/**
 * A large body and its answer, good or bad. By XMLHttpRequest, because fetch does not tell how much has been sent.
 * Rejects with NoAnswer, or with the signal's own reason where it was given up.
 */
export const sendBytes = (
  { method, url, headers, body }: BodyToSend,
  { silenceMs, onProgress, signal, handedOver }: SendingBytes,
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const askedAtMs = Date.now()
    const fail = (): void => reject(new NoAnswer(navigator.onLine === false, null))
    const giveUp = (): void => request.abort()
    let silence = setTimeout(giveUp, silenceMs)
    const alive = (): void => {
      clearTimeout(silence)
      silence = setTimeout(giveUp, silenceMs)
    }
    request.open(method, url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.setRequestHeader('Accept-Language', languageTag(languageNow()))
    request.upload.onprogress = ({ loaded, total }) => {
      alive()
      onProgress?.(loaded, total)
    }
    request.upload.onload = () => handedOver?.()
    request.onload = () => {
      const answered = headersOf(request)
      // a body that took long tells little of the clock, and is passed over there
      noteServerDate(answered.get('Date'), askedAtMs, Date.now())
      resolve(new Response(request.responseText || null, { status: request.status, headers: answered }))
    }
    request.onerror = fail
    request.onabort = () => (signal?.aborted ? reject(signal.reason) : fail())
    request.onloadend = () => {
      clearTimeout(silence)
      signal?.removeEventListener('abort', giveUp)
    }
    signal?.addEventListener('abort', giveUp)
    if (signal?.aborted) reject(signal.reason)
    else request.send(body)
  })
