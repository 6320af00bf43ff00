import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP } from 'node:net'
import type { AllowList } from './allow-list.ts'
import { HookFault } from './hook-fault.ts'
import { isPublicAddress } from './public-address.ts'

export interface Sending {
  readonly url: string
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: string | Buffer
}

export interface Received {
  readonly status: number
  /** No more than the first 64 KB. */
  readonly text: string
}

export interface Guard {
  readonly allow: AllowList
  /** All addresses of a name; tests give their own. */
  readonly resolve?: (name: string) => Promise<readonly string[]>
  readonly timeoutMillis?: number
}

const usualTimeoutMillis = 10_000
const mostAnswerBytes = 64 * 1024

const resolveBySystem = async (name: string): Promise<readonly string[]> =>
  (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address)

interface Target {
  readonly url: URL
  readonly hostname: string
  readonly address: string
}

/**
 * Where a request may go: the name is looked up once, every address it has must be public (or allowed), and the
 * connection goes to the address that was looked at, so that a name which changes its mind in between leads nowhere.
 */
const targetOf = async (text: string, { allow, resolve = resolveBySystem }: Guard): Promise<Target> => {
  if (!URL.canParse(text)) throw new HookFault('bad-address')
  const url = new URL(text)
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') throw new HookFault('bad-address')
  // the parser has already turned 2130706433, 0x7f.1 and the like into plain addresses
  const hostname = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const named = allow.names.has(hostname)
  const addresses = isIP(hostname) > 0 ? [hostname] : await resolve(hostname).catch(() => [])
  if (addresses.length === 0) throw new HookFault('no-such-host', hostname)
  const isAllowed = (address: string): boolean =>
    named || allow.nets.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  const shut = addresses.find((address) => !isAllowed(address) && !isPublicAddress(address))
  if (shut !== undefined) throw new HookFault('inside-network', hostname)
  const [address = ''] = addresses
  if (url.protocol === 'http:' && !isAllowed(address)) throw new HookFault('not-https')
  return { url, hostname, address }
}

/** Throws HookFault when a request could not go there as things stand now; nothing is sent. */
export const mustBeReachable = async (url: string, guard: Guard): Promise<void> => {
  await targetOf(url, guard)
}

/** Reads up to the limit and hangs up on whoever sends more. */
const readText = async (answer: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of answer) {
    if (!Buffer.isBuffer(part)) continue
    parts.push(part.subarray(0, mostAnswerBytes - bytes))
    bytes += part.length
    if (bytes >= mostAnswerBytes) break
  }
  return Buffer.concat(parts).toString('utf8')
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'failed'

/**
 * Sends one POST outside, guarded: no way into one's own network, no redirects, no proxy, ten seconds in all.
 * Throws HookFault for all that keeps an answer from coming; what the answer means is for the caller to say.
 */
export const guardedPost = async (sending: Sending, guard: Guard): Promise<Received> => {
  const overall = new AbortController()
  const timer = setTimeout(() => overall.abort(), guard.timeoutMillis ?? usualTimeoutMillis)
  const late = new Promise<never>((_, reject) => {
    overall.signal.addEventListener('abort', () => reject(new HookFault('timeout')))
  })
  try {
    return await Promise.race([late, post(sending, guard, overall.signal)])
  } catch (error) {
    if (error instanceof HookFault) throw error
    throw new HookFault('no-connection', codeOf(error))
  } finally {
    clearTimeout(timer)
  }
}

const post = async (sending: Sending, guard: Guard, signal: AbortSignal): Promise<Received> => {
  const { url, hostname, address } = await targetOf(sending.url, guard)
  const secure = url.protocol === 'https:'
  const body = Buffer.isBuffer(sending.body) ? sending.body : Buffer.from(sending.body)
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const asking = (secure ? requestSecure : requestPlain)(
      {
        ...{ method: 'POST', host: address, path: `${url.pathname}${url.search}`, agent: false, signal },
        port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
        headers: { ...sending.headers, Host: url.host, 'Content-Length': body.length, Connection: 'close' },
        // the certificate must be the name's, although the connection goes to an address
        ...(secure && isIP(hostname) === 0 ? { servername: hostname } : {}),
      },
      resolve,
    )
    asking.on('error', reject)
    asking.end(body)
  })
  try {
    const { statusCode: status = 0, headers } = answer
    if (status >= 300 && status < 400) throw new HookFault('redirect', `${status} ${headers.location ?? ''}`.trim())
    return { status, text: await readText(answer) }
  } finally {
    answer.destroy()
  }
}
