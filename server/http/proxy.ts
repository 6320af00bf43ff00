import { BlockList, isIP } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'

declare module 'hono' {
  interface ContextVariableMap {
    /** Where the request came from and how, after asking only proxies that we were told to trust. */
    outside: { readonly address: string; readonly secure: boolean }
  }
}

export interface Outside {
  /** The address people type, e.g. `https://luqing.example`; null when it was not told. */
  readonly publicUrl: string | null
  /** Proxies whose X-Forwarded headers are believed: addresses, subnets, or `loopback`. */
  readonly trustProxy: readonly string[]
}

const families = { 4: 'ipv4', 6: 'ipv6' } as const

/** Throws on what is neither an address nor a subnet nor `loopback`. */
export const trustedProxies = (names: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const name of names.flatMap((each) => (each === 'loopback' ? ['127.0.0.0/8', '::1'] : [each]))) {
    const [address = '', bits] = name.split('/')
    const version = isIP(address)
    if (version !== 4 && version !== 6) throw new RangeError(`no proxy address: ${name}`)
    if (bits === undefined) list.addAddress(address, families[version])
    else list.addSubnet(address, Number(bits), families[version])
  }
  return list
}

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, '')

const lists = (list: BlockList, address: string): boolean => {
  const version = isIP(address)
  return (version === 4 || version === 6) && list.check(address, families[version])
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** The other end of the socket; `local` when there is none, as inside a test. */
const peerOf = (c: Context): string => {
  const address = property(property(property(c.env, 'incoming'), 'socket'), 'remoteAddress')
  return typeof address === 'string' ? plain(address) : 'local'
}

const encrypted = (c: Context): boolean =>
  property(property(property(c.env, 'incoming'), 'socket'), 'encrypted') === true

/** The nearest address in the chain that is not one of our own proxies: what lies behind it may be made up. */
const callerBehind = (chain: string | undefined, peer: string, trusted: BlockList): string => {
  const hops = (chain ?? '').split(',').map((hop) => plain(hop.trim()))
  return hops.findLast((hop) => isIP(hop) !== 0 && !lists(trusted, hop)) ?? peer
}

export const fromOutside = ({ publicUrl, trustProxy }: Outside): MiddlewareHandler => {
  const trusted = trustedProxies(trustProxy)
  const publicIsSecure = publicUrl?.startsWith('https:') ?? false
  return async (c, next) => {
    const peer = peerOf(c)
    const byProxy = lists(trusted, peer)
    const forwarded = byProxy ? c.req.header('X-Forwarded-Proto')?.split(',').at(-1)?.trim() : undefined
    c.set('outside', {
      address: byProxy ? callerBehind(c.req.header('X-Forwarded-For'), peer, trusted) : peer,
      secure: publicIsSecure || forwarded === 'https' || encrypted(c),
    })
    await next()
  }
}

export const isSecure = (c: Context): boolean => c.get('outside').secure
