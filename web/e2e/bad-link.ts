import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { seededRandom } from '../../scripts/demo-county/seeded-random.ts'

/** How a valley's one bar of signal behaves; shares are of requests, from 0 to 1. */
export interface Weather {
  /** To and from the server together. */
  readonly roundTripMs: number
  /** Of each direction; null as fast as the machine. */
  readonly bytesPerSecond: number | null
  /** A body that breaks off somewhere on its way to the server. */
  readonly cutBodies: number
  /** A body that stands still for a while, then goes on. */
  readonly stalls: number
  readonly stallMs: number
  /** The server has answered, so it has committed; its answer never arrives. */
  readonly droppedAnswers: number
}

export const fairWeather: Weather = {
  ...{ roundTripMs: 0, bytesPerSecond: null, cutBodies: 0, stalls: 0, stallMs: 10_000, droppedAnswers: 0 },
}

export interface LinkCounts {
  requests: number
  cutBodies: number
  stalls: number
  droppedAnswers: number
  /** Bytes of bodies that came from the device, those of bodies that broke off included. */
  bodyBytes: number
  /** The same, by path. */
  readonly bodyBytesOf: Map<string, number>
  /** How long a path's whole body is: what a request announced, behind the offset at which it began. */
  readonly wholeOf: Map<string, number>
}

export interface BadLink {
  readonly url: string
  readonly counts: LinkCounts
  change: (weather: Partial<Weather>) => void
  /** Nothing passes any more until told otherwise: open connections are torn. */
  sever: (severed: boolean) => void
  close: () => Promise<void>
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Pieces wait in line for their share of a second, so that the line is never faster than it is said to be. */
const makeLine = () => {
  let freeAtMs = 0
  return async (bytes: number, bytesPerSecond: number | null): Promise<void> => {
    if (bytesPerSecond === null) return
    const now = performance.now()
    freeAtMs = Math.max(freeAtMs, now) + (bytes / bytesPerSecond) * 1000
    if (freeAtMs > now + 1) await sleep(freeAtMs - now)
  }
}

/** A proxy on loopback between a browser and the server that treats what passes as a bad connection would. */
export const openBadLink = async (
  server: string,
  weather: Partial<Weather> = {},
  seed = 'link',
  port = 0,
): Promise<BadLink> => {
  let now: Weather = { ...fairWeather, ...weather }
  let severed = false
  const random = seededRandom(seed)
  const target = new URL(server)
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const [up, down] = [makeLine(), makeLine()]
  const counts: LinkCounts = {
    ...{ requests: 0, cutBodies: 0, stalls: 0, droppedAnswers: 0, bodyBytes: 0 },
    ...{ bodyBytesOf: new Map(), wholeOf: new Map() },
  }
  const note = (from: IncomingMessage, bytes: number): void => {
    const path = from.url ?? ''
    counts.bodyBytes += bytes
    counts.bodyBytesOf.set(path, (counts.bodyBytesOf.get(path) ?? 0) + bytes)
  }

  const pass = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    counts.requests++
    const { socket } = from
    const { roundTripMs } = now
    const bodyBytes = Number(from.headers['content-length'] ?? 0)
    if (bodyBytes > 0) counts.wholeOf.set(from.url ?? '', bodyBytes + Number(from.headers['upload-offset'] ?? 0))
    // a few bytes have no middle in which to break
    const cutAfter = bodyBytes > 1_000 && random.chance(now.cutBodies) ? Math.floor(bodyBytes * random.next()) : null
    const stallAfter = bodyBytes > 1_000 && random.chance(now.stalls) ? Math.floor(bodyBytes * random.next()) : null
    const drops = (from.url ?? '').startsWith('/api/') && random.chance(now.droppedAnswers)
    await sleep(roundTripMs / 2)
    if (severed) return void socket.destroy()
    const onward = request({
      ...{ host: target.hostname, port: target.port, method: from.method, path: from.url, agent },
      headers: { ...from.headers, host: from.headers.host ?? target.host },
    })
    onward.on('error', () => socket.destroy())
    onward.on('response', (answer) => void back(answer, socket, to, drops).catch(() => socket.destroy()))
    let passed = 0
    let stalled = false
    for await (const piece of from as AsyncIterable<Buffer>) {
      await up(piece.length, now.bytesPerSecond)
      if (stallAfter !== null && !stalled && passed + piece.length > stallAfter) {
        stalled = true
        counts.stalls++
        await sleep(now.stallMs)
      }
      if (severed) return tear(onward, socket)
      if (cutAfter !== null && passed + piece.length > cutAfter) {
        counts.cutBodies++
        note(from, cutAfter - passed)
        onward.write(piece.subarray(0, cutAfter - passed), () => tear(onward, socket))
        return
      }
      note(from, piece.length)
      passed += piece.length
      if (!onward.write(piece)) await new Promise((resolve) => onward.once('drain', resolve))
    }
    onward.end()
  }

  const tear = (onward: ReturnType<typeof request>, socket: Socket): void => {
    // what was written before still arrives: a connection breaks behind its last byte, not before
    onward.socket?.end()
    setTimeout(() => onward.destroy(), 50).unref()
    socket.destroy()
  }

  const back = async (answer: IncomingMessage, socket: Socket, to: ServerResponse, drops: boolean): Promise<void> => {
    await sleep(now.roundTripMs / 2)
    if (drops || severed) {
      counts.droppedAnswers++
      answer.resume()
      socket.destroy()
      return
    }
    to.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
    to.flushHeaders()
    for await (const piece of answer as AsyncIterable<Buffer>) {
      await down(piece.length, now.bytesPerSecond)
      to.write(piece)
    }
    to.end()
  }

  const proxy = createServer({ keepAliveTimeout: 60_000 }, (from, to) => {
    const { socket } = from
    pass(from, to).catch(() => socket.destroy())
  })
  await new Promise<void>((resolve) => proxy.listen(port, '127.0.0.1', resolve))
  const { port: own } = proxy.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${own}`,
    counts,
    change: (to) => {
      now = { ...now, ...to }
    },
    sever: (to) => {
      severed = to
      if (to) proxy.closeAllConnections()
    },
    close: async () => {
      proxy.closeAllConnections()
      await new Promise((resolve) => proxy.close(resolve))
      agent.destroy()
    },
  }
}
