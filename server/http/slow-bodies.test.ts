import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuseSlowBodies } from './slow-bodies.ts'

let release: () => void = () => {}
const app = new Hono()
  .put('/read', async (c) => c.text(String((await c.req.arrayBuffer()).byteLength)))
  .put('/later', async (c) => {
    await new Promise<void>((resolve) => {
      release = resolve
    })
    return c.text(String((await c.req.arrayBuffer()).byteLength))
  })
const server = createAdaptorServer({ fetch: app.fetch })
let port: number

const isAddress = (address: ReturnType<typeof server.address>): address is AddressInfo =>
  typeof address === 'object' && address !== null

beforeAll(async () => {
  refuseSlowBodies(server, { everySeconds: 0.4, minBytesPerSecond: 100 })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  port = isAddress(address) ? address.port : 0
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

interface Line {
  readonly socket: Socket
  readonly heard: () => string
  readonly ended: Promise<void>
}

const dial = (path: string, length: number): Line => {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (piece) => {
    text += piece.toString()
  })
  socket.on('error', () => {})
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.write(`PUT ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`)
  return { socket, heard: () => text, ended }
}

test('a body that trickles is cut off', async () => {
  const line = dial('/read', 1000)
  const drip = setInterval(() => line.socket.write('x'), 100)
  await line.ended
  clearInterval(drip)
  expect(line.heard()).toBe('')
})

test('a slow body that keeps coming is heard to its end', async () => {
  const line = dial('/read', 1200)
  for (let sent = 0; sent < 1200; sent += 100) {
    line.socket.write('x'.repeat(100))
    await wait(100)
  }
  await line.ended
  expect(line.heard()).toMatch(/ 200 OK[\s\S]*1200$/)
})

test('a sender is not blamed while it is we who do not read', async () => {
  const line = dial('/later', 3_000_000)
  line.socket.write('x'.repeat(3_000_000))
  await wait(1500)
  release()
  await line.ended
  expect(line.heard()).toMatch(/ 200 OK[\s\S]*3000000$/)
})
