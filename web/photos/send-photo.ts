import { askServer } from '../api.ts'
import { ApiProblem, NoAnswer, problemFrom } from '../api-problem.ts'
import { languageNow, languageTag } from '../text/language.ts'

export interface Sending {
  /** From 0 to 1, of the bytes that have left. */
  readonly onProgress?: (share: number) => void
  /** It was tried before, so it may have arrived without our hearing of it: ask before sending megabytes. */
  readonly again?: boolean
  readonly signal?: AbortSignal
}

/** A connection on which nothing has moved for so long is taken for dead; the server may need a while to decode. */
const silenceMs = 60_000

const headersOf = (request: XMLHttpRequest): Headers => {
  const headers = new Headers()
  for (const line of request.getAllResponseHeaders().split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim())
  }
  return headers
}

/** XMLHttpRequest, because fetch does not tell how much has been sent. */
const put = (url: string, bytes: Blob, { onProgress, signal }: Sending): Promise<Response> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const fail = (): void => reject(new NoAnswer(navigator.onLine === false, null))
    const giveUp = (): void => request.abort()
    let silence = setTimeout(giveUp, silenceMs)
    const alive = (): void => {
      clearTimeout(silence)
      silence = setTimeout(giveUp, silenceMs)
    }
    request.open('PUT', url)
    request.setRequestHeader('Content-Type', bytes.type === '' ? 'application/octet-stream' : bytes.type)
    request.setRequestHeader('Accept-Language', languageTag(languageNow()))
    request.upload.onprogress = ({ loaded, total }) => {
      alive()
      onProgress?.(total > 0 ? loaded / total : 0)
    }
    request.onload = () =>
      resolve(new Response(request.responseText || null, { status: request.status, headers: headersOf(request) }))
    request.onerror = fail
    request.onabort = () => (signal?.aborted ? reject(signal.reason) : fail())
    request.onloadend = () => {
      clearTimeout(silence)
      signal?.removeEventListener('abort', giveUp)
    }
    signal?.addEventListener('abort', giveUp)
    if (signal?.aborted) reject(signal.reason)
    else request.send(bytes)
  })

const urlOf = (sha256: string): string => `/api/photos/${sha256}`

/** Whether the server has these bytes already. */
const isThere = async (sha256: string, signal: AbortSignal | undefined): Promise<boolean> => {
  try {
    await askServer(urlOf(sha256), { method: 'HEAD', ...(signal && { signal }) })
    return true
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return false
    throw error
  }
}

/** Puts a photo under its hash. When it resolves the server has it on its disk; sending it again is harmless. */
export const sendPhoto = async (bytes: Blob, sha256: string, sending: Sending = {}): Promise<void> => {
  if (sending.again && (await isThere(sha256, sending.signal))) return
  const response = await put(urlOf(sha256), bytes, sending)
  // asked once more by the way that tells the gate about a lost sign-in
  if (response.status === 401) await isThere(sha256, sending.signal)
  if (!response.ok) throw await problemFrom(response)
}
