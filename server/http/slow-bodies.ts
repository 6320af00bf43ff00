import type { IncomingMessage } from 'node:http'
import type { ServerType } from '@hono/node-server'

interface Patience {
  readonly everySeconds: number
  readonly minBytesPerSecond: number
}

/** A phone on a mountain road sends a kilobyte a second and must be heard; a socket held open for its own sake not. */
export const usualPatience: Patience = { everySeconds: 20, minBytesPerSecond: 128 }

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** Ends connections whose body trickles. What lies unread on our side is our slowness and not held against them. */
export const refuseSlowBodies = (server: ServerType, { everySeconds, minBytesPerSecond }: Patience = usualPatience) =>
  server.on('request', (request: IncomingMessage) => {
    if (!hasBody(request)) return
    let seen = request.socket.bytesRead
    const timer = setInterval(() => {
      if (request.complete || request.destroyed) return clearInterval(timer)
      const { bytesRead } = request.socket
      const starved = request.readableLength === 0 && bytesRead - seen < minBytesPerSecond * everySeconds
      seen = bytesRead
      if (starved) request.socket.destroy()
    }, everySeconds * 1000)
    timer.unref()
    request.once('close', () => clearInterval(timer))
  })
