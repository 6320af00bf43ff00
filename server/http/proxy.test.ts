import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { fromOutside, trustedProxies } from './proxy.ts'

const seen = async (trustProxy: readonly string[], peer: string, headers: Record<string, string>): Promise<unknown> => {
  const app = new Hono().use(fromOutside({ publicUrl: null, trustProxy })).get('/', (c) => c.json(c.get('outside')))
  const env = { incoming: { socket: { remoteAddress: peer } } }
  const answer: unknown = await (await app.request('/', { headers }, env)).json()
  return answer
}
const forwarded = { 'X-Forwarded-For': '203.0.113.9, 198.51.100.4', 'X-Forwarded-Proto': 'https' }

test('nobody is believed about where they come from unless we were told to trust them', async () => {
  expect(await seen([], '192.0.2.1', forwarded)).toEqual({ address: '192.0.2.1', secure: false })
  expect(await seen(['10.0.0.0/8'], '192.0.2.1', forwarded)).toEqual({ address: '192.0.2.1', secure: false })
})

test('a trusted proxy is believed about the one who asked it, not about what that one claims', async () => {
  expect(await seen(['loopback'], '127.0.0.1', forwarded)).toEqual({ address: '198.51.100.4', secure: true })
  expect(await seen(['loopback'], '::1', forwarded)).toEqual({ address: '198.51.100.4', secure: true })
})

test('a chain of our own proxies is looked through to the first stranger', async () => {
  expect(await seen(['loopback', '198.51.100.0/24'], '127.0.0.1', forwarded)).toEqual({
    address: '203.0.113.9',
    secure: true,
  })
})

test('an IPv4 address in IPv6 clothes is the same address, and nonsense is passed over', async () => {
  const told = { 'X-Forwarded-For': 'unknown, ::ffff:203.0.113.9, <script>' }
  expect(await seen(['127.0.0.1'], '::ffff:127.0.0.1', told)).toEqual({ address: '203.0.113.9', secure: false })
  expect(await seen(['127.0.0.1'], '127.0.0.1', { 'X-Forwarded-For': 'unknown' })).toEqual({
    address: '127.0.0.1',
    secure: false,
  })
})

test('what is no proxy address is refused when the server starts', () => {
  for (const name of ['proxy', '10.0.0.0/33', '1.2.3', '']) expect(() => trustedProxies([name])).toThrow()
})
