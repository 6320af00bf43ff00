import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { nothingAllowed, readAllowList } from './allow-list.ts'
import { guardedPost } from './guarded-fetch.ts'
import { HookFault } from './hook-fault.ts'
import { isPublicAddress } from './public-address.ts'

const open: Server[] = []
afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

const receiver = async (listener: RequestListener): Promise<number> => {
  const server = createServer(listener)
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const loopback = readAllowList('127.0.0.1') ?? nothingAllowed
const faultOf = (sending: Promise<unknown>): Promise<string> =>
  sending.then(
    () => 'sent',
    (error: unknown) => (error instanceof HookFault ? error.kept : String(error)),
  )
const to = (url: string) => ({ url, headers: {}, body: '{}' })

describe('a message never leads into one’s own network', () => {
  const inward = [
    ...['http://127.0.0.1/', 'http://127.1/', 'http://2130706433/', 'http://0x7f000001/', 'http://0177.0.0.1/'],
    ...['http://0/', 'http://10.0.0.5/', 'http://172.16.9.9/', 'http://192.168.1.1/', 'http://169.254.169.254/'],
    ...[
      'http://100.64.0.1/',
      'http://224.0.0.1/',
      'http://255.255.255.255/',
      'http://localhost/',
      'https://localhost./',
    ],
    ...['http://[::1]/', 'http://[::]/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', 'http://[fe80::1]/'],
    ...['http://[fc00::1]/', 'http://[ff02::1]/', 'http://[64:ff9b::7f00:1]/', 'http://[2002:7f00:1::]/'],
    ...['http://[::127.0.0.1]/', 'http://[2001:0:7f00:1::]/'],
  ]
  test.each(inward)('%s', async (url) => {
    expect(await faultOf(guardedPost(to(url), { allow: nothingAllowed }))).toMatch(/^inside-network/)
  })

  test('nor does a name with one public and one private address', async () => {
    const resolve = async () => ['93.184.216.34', '10.0.0.1']
    expect(await faultOf(guardedPost(to('https://two.example/'), { allow: nothingAllowed, resolve }))).toMatch(
      /^inside-network/,
    )
  })

  test('nor a name that answers differently the second time: it is asked once, and the answer is used', async () => {
    let asked = 0
    let arrived = 0
    const port = await receiver((_request, answer) => {
      arrived++
      answer.end('ok')
    })
    const resolve = async () => (++asked === 1 ? ['127.0.0.1'] : ['10.0.0.1'])
    const sent = await guardedPost(to(`http://rebinding.example:${port}/`), { allow: loopback, resolve })
    expect([sent.status, asked, arrived]).toEqual([200, 1, 1])
    // the other way round the first answer is refused, and nothing is asked again
    asked = 1
    const late = faultOf(guardedPost(to(`http://rebinding.example:${port}/`), { allow: loopback, resolve }))
    expect([await late, arrived]).toEqual(['inside-network rebinding.example', 1])
  })
})

test('a public address must be reached by https', async () => {
  const resolve = async () => ['93.184.216.34']
  expect(await faultOf(guardedPost(to('http://open.example/'), { allow: nothingAllowed, resolve }))).toBe('not-https')
})

test.each(['ftp://example.com/', 'file:///etc/passwd', 'https://u:p@example.com/', 'nonsense'])(
  'what is no plain web address is refused: %s',
  async (url) => expect(await faultOf(guardedPost(to(url), { allow: nothingAllowed }))).toBe('bad-address'),
)

test('a receiver that hangs is left after the time set, before or within its answer', async () => {
  const silent = await receiver(() => undefined)
  const trickling = await receiver((_request, answer) => void answer.write('{'))
  for (const port of [silent, trickling]) {
    const began = Date.now()
    const fault = await faultOf(guardedPost(to(`http://127.0.0.1:${port}/`), { allow: loopback, timeoutMillis: 300 }))
    expect(fault).toBe('timeout')
    expect(Date.now() - began).toBeLessThan(2000)
  }
})

test('a redirect is a failure, told as such, and not followed', async () => {
  let followed = 0
  const elsewhere = await receiver((_request, answer) => {
    followed++
    answer.end()
  })
  const port = await receiver((_request, answer) =>
    answer.writeHead(307, { Location: `http://127.0.0.1:${elsewhere}/` }).end(),
  )
  expect(await faultOf(guardedPost(to(`http://127.0.0.1:${port}/`), { allow: loopback }))).toMatch(/^redirect 307 http/)
  expect(followed).toBe(0)
})

test('of a huge answer only the beginning is read', async () => {
  let wrote = 0
  const port = await receiver((_request, answer) => {
    const more = (): void => {
      while (!answer.destroyed && wrote < 1 << 30) {
        wrote += 65_536
        if (!answer.write(Buffer.alloc(65_536, 'x'))) break
      }
    }
    answer.on('drain', more)
    more()
  })
  const { text } = await guardedPost(to(`http://127.0.0.1:${port}/`), { allow: loopback })
  expect(text.length).toBe(65_536)
  expect(wrote).toBeLessThan(1 << 26)
})

test('a receiver that breaks off is a failure of the connection', async () => {
  const port = await receiver((request) => request.socket.destroy())
  expect(await faultOf(guardedPost(to(`http://127.0.0.1:${port}/`), { allow: loopback }))).toMatch(/^no-connection/)
})

test('the allow-list takes names, addresses and networks, and nothing else', () => {
  expect(readAllowList('hook.county.example, 10.1.2.3,10.8.0.0/16, fd00::/8')).not.toBeNull()
  for (const wrong of ['10.0.0.0/33', '10.0.0', 'http://a.example', 'a.example/8', 'fd00::/129', '10.0.0.0/', '*.a'])
    expect(readAllowList(wrong), wrong).toBeNull()
})

test('public addresses are public', () => {
  for (const address of ['8.8.8.8', '223.5.5.5', '2400:3200::1', '2606:4700::1111'])
    expect(isPublicAddress(address), address).toBe(true)
})
