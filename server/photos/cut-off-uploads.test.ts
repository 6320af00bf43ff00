import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestClient, type TestCounty, testCounty } from '../test-county.ts'
import { filesBelow, jpeg, sha256Of } from './test-pictures.ts'

let county: TestCounty
let server: ReturnType<typeof createAdaptorServer>
let port: number

beforeEach(async () => {
  county = await testCounty()
  server = createAdaptorServer({ fetch: county.app.fetch })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address: AddressInfo | string | null = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})

afterEach(async () => {
  if ('closeAllConnections' in server) server.closeAllConnections()
  server.close()
  await county.close()
})

/** Speaks HTTP by hand, so that the line can break wherever we like. */
const begin = async (sha256: string, length: number | 'chunked'): Promise<Socket> => {
  const squad = await county.as('squad1')
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  const framing = length === 'chunked' ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`
  socket.write(
    `PUT /api/photos/${sha256} HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n` +
      `Cookie: ${squad.cookie()}\r\n${framing}\r\n\r\n`,
  )
  return socket
}

/** What HEAD says is kept of a photo that is not here. */
const keptOf = async (client: TestClient, sha256: string): Promise<number> => {
  const asked = { method: 'HEAD', headers: { Cookie: client.cookie() } }
  const { status, headers } = await county.app.request(`/api/photos/${sha256}`, asked)
  expect(status).toBe(404)
  return Number(headers.get('Upload-Offset') ?? Number.NaN)
}

const incoming = () => filesBelow(join(county.folder, 'photos', 'incoming'))

const statusOn = async (socket: Socket): Promise<number> => {
  const [first] = await once(socket, 'data')
  return Number(/^HTTP\/1\.1 (\d+)/.exec(String(first))?.[1])
}

test.each([1024, 'chunked'] as const)(
  'a line that breaks in the middle of a photo leaves no photo and no row, only what its sender can go on with (%s)',
  async (how) => {
    const bytes = await jpeg(800, 600)
    const sha256 = sha256Of(bytes)
    const socket = await begin(sha256, how === 'chunked' ? how : bytes.length)
    const half = bytes.subarray(0, bytes.length / 2)
    socket.write(
      how === 'chunked'
        ? Buffer.concat([Buffer.from(`${half.length.toString(16)}\r\n`), half, Buffer.from('\r\n')])
        : half,
    )
    await expect.poll(async () => (await incoming()).length, { timeout: 30_000 }).toBe(1)
    socket.destroy()
    const squad = await county.as('squad1')
    await expect.poll(() => keptOf(squad, sha256), { timeout: 30_000 }).toBe(half.length)
    expect(await county.world.db.q.select().from(county.world.db.t.photos)).toEqual([])
    expect(await filesBelow(join(county.folder, 'photos'))).toEqual([join('incoming', (await incoming())[0] ?? '')])
    expect(await keptOf(await county.as('squad2'), sha256)).toBe(0)
  },
)

test('a photo declared too large is refused before it is sent', async () => {
  const socket = await begin('0'.repeat(64), 40_000_001)
  expect(await statusOn(socket)).toBe(413)
  socket.destroy()
})

test('a photo that turns out too large is refused while it is being sent', async () => {
  const socket = await begin('0'.repeat(64), 'chunked')
  const answered = statusOn(socket)
  const piece = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(1 << 20), Buffer.from('\r\n')])
  let sent = 0
  const ended = once(socket, 'close').catch(() => undefined)
  while (sent < 60 && !socket.destroyed && socket.writable) {
    if (!socket.write(piece)) await Promise.race([once(socket, 'drain').catch(() => undefined), answered, ended])
    sent++
    if (await Promise.race([answered.then(() => true), new Promise((resolve) => setImmediate(resolve, false))])) break
  }
  expect(await answered).toBe(413)
  socket.destroy()
  await expect.poll(incoming, { timeout: 30_000 }).toEqual([])
})
