import { Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Outside } from '../hooks/outside.ts'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { Problem } from '../http/problem.ts'
import { valid } from '../http/valid.ts'
import { deviceName } from '../people/device-name.ts'
import { tokenIn } from '../people/session-cookie.ts'
import type { World } from '../world.ts'
import { changeChoices } from './change-choices.ts'
import { listMessages } from './list-messages.ts'
import { sayLive, sessionOf, takeSeat } from './live.ts'
import { readChoices } from './read-choices.ts'
import { readMessages } from './read-messages.ts'
import { readPush } from './read-push.ts'
import { ringMyself } from './ring-myself.ts'
import { subscribePush } from './subscribe-push.ts'
import { unsubscribePush } from './unsubscribe-push.ts'
import {
  LiveQuery,
  MessageChoices,
  MessageList,
  MessagesQuery,
  MessagesRead,
  PushEndpoint,
  PushState,
  PushSubscriptionBody,
  PushTested,
  ReadMessages,
} from './wire.ts'

const tag = '消息 messages'
const usualBeatMillis = 25_000
/** How soon a browser that lost the stream comes back. */
const comeBackMillis = 3_000

export interface MessageOptions extends Outside {
  readonly beatMillis?: number
}

export const messageRoutes = (world: World, options: MessageOptions) =>
  new Hono<Env>()
    .get(
      '/messages',
      describe({ summary: '我的消息', english: 'My inbox', tag, responds: MessageList }),
      valid('query', MessagesQuery),
      async (c) => c.json(await listMessages(world, c.var.actor, c.req.valid('query'))),
    )
    .post(
      '/messages/read',
      describe({ summary: '标为已读', english: 'Mark as read', tag, responds: MessagesRead }),
      valid('json', ReadMessages),
      async (c) => c.json(await readMessages(world, c.var.actor, c.req.valid('json'))),
    )
    .get(
      '/messages/choices',
      describe({ summary: '哪些消息提醒我', english: 'What rings my phones', tag, responds: MessageChoices }),
      async (c) => c.json(await readChoices(world, c.var.actor)),
    )
    .put(
      '/messages/choices',
      describe({ summary: '选择哪些消息提醒我', english: 'Choose what rings', tag, responds: MessageChoices }),
      valid('json', MessageChoices),
      async (c) => c.json(await changeChoices(world, c.var.actor, c.req.valid('json'))),
    )
    .get(
      '/messages/live',
      describe({
        ...{ summary: '实时消息（SSE，可凭 Last-Event-ID 续传）', english: 'Messages as they come, resumable', tag },
        responds: { 200: { media: 'text/event-stream' } },
        problems: ['too-often'],
      }),
      valid('query', LiveQuery),
      (c) => {
        const { actor } = c.var
        const token = tokenIn(c)
        const after = lastSeen(c.req.header('Last-Event-ID'), c.req.valid('query').after)
        c.header('X-Accel-Buffering', 'no')
        c.header('Cache-Control', 'no-store')
        // nobody reads the body of a HEAD: a stream begun for one would keep its seat for ever
        if (c.req.raw.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' })
        const seat = takeSeat(world, actor.id)
        const said = async (stream: SSEStreamingApi): Promise<void> => {
          stream.onAbort(seat.leave)
          try {
            await sayLive(
              world,
              {
                hello: (at, unread) =>
                  stream.writeSSE({
                    ...{ event: 'hello', id: String(at), data: JSON.stringify({ unread }) },
                    retry: comeBackMillis,
                  }),
                say: (message) =>
                  stream.writeSSE({ event: 'message', id: String(message.seq), data: JSON.stringify(message) }),
                beat: () => stream.write(': \n\n'),
              },
              {
                ...{ person: actor, after, ended: seat.ended, beatMillis: options.beatMillis ?? usualBeatMillis },
                stillIn: sessionOf(world, token),
              },
            )
          } finally {
            seat.leave()
          }
        }
        // whatever breaks ends the stream, and the browser comes back by itself; a fault's words are not for it
        return streamSSE(c, said, async () => undefined)
      },
    )
    .get(
      '/messages/push',
      describe({ summary: '手机推送的公钥与设备', english: 'Web Push: key and devices', tag, responds: PushState }),
      async (c) => c.json(await readPush(world, c.var.actor)),
    )
    .post(
      '/messages/push/on',
      describe({ summary: '在这台设备上开启推送', english: 'Ring this browser', tag, responds: PushState }),
      valid('json', PushSubscriptionBody),
      async (c) => {
        await subscribePush(world, c.var.actor, deviceName(c.req.header('User-Agent') ?? ''), c.req.valid('json'))
        return c.json(await readPush(world, c.var.actor))
      },
    )
    .post(
      '/messages/push/off',
      describe({ summary: '在这台设备上关闭推送', english: 'Ring this browser no more', tag, responds: PushState }),
      valid('json', PushEndpoint),
      async (c) => {
        await unsubscribePush(world, c.var.actor, c.req.valid('json').endpoint)
        return c.json(await readPush(world, c.var.actor))
      },
    )
    .post(
      '/messages/push/test',
      describe({
        ...{ summary: '发一条测试通知', english: 'Ring this browser to see', tag, responds: PushTested },
        problems: ['not-there'],
      }),
      valid('json', PushEndpoint),
      async (c) => c.json(await ringMyself(world, c.var.actor, options, c.req.valid('json').endpoint)),
    )

/** A browser that comes back names the last one it had; one that begins anew may name it in the address. */
const lastSeen = (header: string | undefined, asked: number | undefined): number | null => {
  if (header === undefined || header === '') return asked ?? null
  if (!/^\d{1,15}$/.test(header))
    throw new Problem('malformed', { fields: [{ pointer: '/headers/last-event-id', fault: 'wrong-format' }] })
  return Number(header)
}
