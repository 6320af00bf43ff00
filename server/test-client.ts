/** What a test sees of an answer. The body is unknown until parsed: `HazardWhole.parse(answer.body)`, or `answer.at('id')`. */
export interface TestAnswer {
  readonly status: number
  /** The parsed JSON; undefined where there is no body, the text where it is not JSON. */
  readonly body: unknown
  readonly headers: Headers
  readonly bytes: Uint8Array
  /** What lies at this path of keys and indices, or undefined. */
  at(...path: (string | number)[]): unknown
}

type Headings = Readonly<Record<string, string>>

export interface TestClient {
  get(path: string, headers?: Headings): Promise<TestAnswer>
  /** A body is sent as JSON, bytes and text as they are. */
  put(path: string, body?: unknown, headers?: Headings): Promise<TestAnswer>
  post(path: string, body?: unknown, headers?: Headings): Promise<TestAnswer>
  delete(path: string, body?: unknown, headers?: Headings): Promise<TestAnswer>
  /** The Cookie header of this client, for requests that a test makes by other means. */
  cookie(): string
}

interface Front {
  request(path: string, init: RequestInit): Response | Promise<Response>
}

export const testOrigin = 'http://localhost'

const within = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (here, key) => (typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined),
    value,
  )

const answerOf = async (response: Response): Promise<TestAnswer> => {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '')
  const body: unknown = bytes.length === 0 ? undefined : isJson ? JSON.parse(text) : text
  const { status, headers } = response
  return { status, body, headers, bytes, at: (...path) => within(body, path) }
}

/** A browser of ours as far as the server can tell: keeps its cookie and says where it comes from. */
export const clientOf = (app: Front): TestClient => {
  const jar = new Map<string, string>()
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

  const keepCookies = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) jar.delete(name)
      else jar.set(name, value)
    }
  }

  const send = async (method: string, path: string, body: unknown, headings: Headings = {}): Promise<TestAnswer> => {
    const headers = new Headers({ Origin: testOrigin, ...(jar.size > 0 ? { Cookie: cookie() } : {}) })
    const raw = body instanceof Uint8Array || typeof body === 'string'
    if (body !== undefined && !raw) headers.set('Content-Type', 'application/json')
    for (const [name, value] of Object.entries(headings)) headers.set(name, value)
    const response = await app.request(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: raw ? asBody(body) : JSON.stringify(body) }),
    })
    keepCookies(response)
    return answerOf(response)
  }

  return {
    get: (path, headers) => send('GET', path, undefined, headers),
    put: (path, body, headers) => send('PUT', path, body, headers),
    post: (path, body, headers) => send('POST', path, body, headers),
    delete: (path, body, headers) => send('DELETE', path, body, headers),
    cookie,
  }
}

const asBody = (body: Uint8Array | string): BodyInit => (typeof body === 'string' ? body : new Uint8Array(body))
