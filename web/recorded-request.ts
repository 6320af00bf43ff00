const header = 'Luqing-Record-Only'

/** Sent along with a request that is to be written down instead of sent. */
export const recordOnly: Readonly<Record<string, string>> = { [header]: '1' }

/** Thrown in place of an answer: what would have been asked. It never leaves the device. */
export class RecordedRequest extends Error {
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>

  constructor(path: string, body: Readonly<Record<string, unknown>>) {
    super('recorded')
    this.path = path
    this.body = body
  }
}

const fieldsOf = (body: unknown): Readonly<Record<string, unknown>> => {
  const told: unknown = typeof body === 'string' ? JSON.parse(body) : null
  return typeof told === 'object' && told !== null ? { ...told } : {}
}

/** Throws the request when it carries `recordOnly`; else does nothing. */
export const throwIfRecorded = (input: RequestInfo | URL, headers: Headers, body: unknown): void => {
  if (!headers.has(header)) return
  const path = input instanceof Request ? input.url : String(input)
  throw new RecordedRequest(path, fieldsOf(body))
}

/** What a call to the server would have asked. */
export const requestOf = async (
  call: (headers: Record<string, string>) => Promise<unknown>,
): Promise<RecordedRequest> => {
  try {
    await call({ ...recordOnly })
  } catch (error) {
    if (error instanceof RecordedRequest) return error
    throw error
  }
  throw new Error('the call asked the server for nothing')
}
