import { actingAsHeader } from '../../server/domain/acting-as.ts'
import { askServer } from '../api.ts'
import { NoAnswer, noAnswerFrom, problemFrom } from '../api-problem.ts'
import { sendBytes } from '../send-bytes.ts'

export interface Sending {
  /** From 0 to 1, of the bytes that have left. */
  readonly onProgress?: (share: number) => void
  /** It was tried before, so it may have arrived without our hearing of it: ask before sending megabytes. */
  readonly again?: boolean
  /** Taken only while this is whose session the browser holds. */
  readonly personId?: string
  readonly signal?: AbortSignal
  /** Asked before a body of so many bytes goes; waits for its turn on the line. What it rejects with is thrown. */
  readonly turn?: (bytes: number) => Promise<Going>
}

/** Told of a body that goes: when the browser has handed over its last byte, and how many had arrived at its end. */
interface Going {
  readonly handedOver: () => void
  readonly ended: (arrivedBytes: number) => void
}

/** A connection on which nothing has moved for so long is taken for dead; the server may need a while to decode. */
const silenceMs = 60_000

const inNameOf = ({ personId }: Sending): Record<string, string> =>
  personId === undefined ? {} : { [actingAsHeader]: personId }

const urlOf = (sha256: string): string => `/api/photos/${sha256}`

/** All of it, or from the byte on from which the server lacks it. */
const put = (sha256: string, whole: Blob, from: number, sending: Sending, handedOver?: () => void): Promise<Response> =>
  sendBytes(
    {
      method: from === 0 ? 'PUT' : 'PATCH',
      url: urlOf(sha256),
      headers: {
        'Content-Type': whole.type === '' ? 'application/octet-stream' : whole.type,
        ...(from > 0 && { 'Upload-Offset': String(from) }),
        ...inNameOf(sending),
      },
      body: from === 0 ? whole : whole.slice(from),
    },
    {
      ...{ silenceMs, signal: sending.signal, handedOver },
      onProgress: (sent, of) => sending.onProgress?.(of > 0 ? (from + sent) / (from + of) : 0),
    },
  )

/** The hash in a good answer; anything else that calls itself one came from some hotspot's page. */
const hashIn = async (response: Response): Promise<string> => {
  try {
    const told: unknown = await response.json()
    const sha256: unknown = typeof told === 'object' && told !== null ? Reflect.get(told, 'sha256') : null
    if (typeof sha256 === 'string') return sha256
  } catch {
    // not JSON, or cut off: whether it arrived is unknown
  }
  throw new NoAnswer(false, null)
}

const offsetIn = (headers: Headers, whole: Blob): number => {
  const offset = Number(headers.get('Upload-Offset') ?? 0)
  return Number.isSafeInteger(offset) && offset > 0 && offset < whole.size ? offset : 0
}

/** With an end of its own where nobody set one: a request on a dead connection would wait for ever. */
const withEnd = async <Answer>(given: AbortSignal | undefined, act: (signal: AbortSignal) => Promise<Answer>) => {
  const control = new AbortController()
  const stop = (): void => control.abort()
  const silence = setTimeout(stop, silenceMs)
  given?.addEventListener('abort', stop)
  try {
    return await act(control.signal)
  } catch (error) {
    if (control.signal.aborted && given?.aborted !== true) throw new NoAnswer(false, error)
    throw noAnswerFrom(error)
  } finally {
    clearTimeout(silence)
    given?.removeEventListener('abort', stop)
  }
}

/** What the server has of these bytes: all of them, told by their hash, or so many from the beginning. */
const hereAlready = (sha256: string, whole: Blob, sending: Sending): Promise<number | string> =>
  withEnd(sending.signal, async (signal) => {
    const headers = inNameOf(sending)
    const response = await fetch(urlOf(sha256), { method: 'HEAD', headers, signal })
    if (response.status === 404) return offsetIn(response.headers, whole)
    // asked in full, by the way that reads problems and tells the gate about a lost sign-in
    return hashIn(await askServer(urlOf(sha256), { headers, signal }))
  })

/** The body itself, when it is its turn. */
const sendFrom = async (from: number, sha256: string, whole: Blob, sending: Sending): Promise<Response> => {
  const going = await sending.turn?.(whole.size - from)
  let arrivedBytes = 0
  try {
    let response = await put(sha256, whole, from, sending, going?.handedOver)
    // the server keeps less or more than it told a moment ago: its word now counts, and without one all is sent
    if (response.status === 409)
      response = await put(sha256, whole, offsetIn(response.headers, whole), sending, going?.handedOver)
    if (response.ok) arrivedBytes = whole.size - from
    return response
  } finally {
    going?.ended(arrivedBytes)
  }
}

/**
 * Sends a photo under its hash, after a broken attempt only what the server lacks; answers the hash that the server
 * returned: then it is on the server's disk. Sending it again is harmless.
 */
export const uploadPhoto = async (bytes: Blob, sha256: string, sending: Sending = {}): Promise<string> => {
  const here = sending.again ? await hereAlready(sha256, bytes, sending) : 0
  if (typeof here === 'string') return here
  const response = await sendFrom(here, sha256, bytes, sending)
  if (response.status === 401) await hereAlready(sha256, bytes, sending)
  if (!response.ok) throw await problemFrom(response)
  return hashIn(response)
}

/** The same for those who only wait for its end. */
export const sendPhoto = async (bytes: Blob, sha256: string, sending: Sending = {}): Promise<void> => {
  const returned = await uploadPhoto(bytes, sha256, sending)
  if (returned !== sha256) throw new NoAnswer(false, null)
}
