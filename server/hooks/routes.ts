import { Hono } from 'hono'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import { etag, ifMatch, ifMatchMaybe } from '../http/version.ts'
import type { World } from '../world.ts'
import { changeHook } from './change-hook.ts'
import { listHooks } from './list-hooks.ts'
import type { Outside } from './outside.ts'
import { removeHook } from './remove-hook.ts'
import { sendAgain } from './send-again.ts'
import { tryHook } from './try-hook.ts'
import { HookBody, HookList, HookOnWire, HookParam, HookTested } from './wire.ts'

const tag = '对外通知 hooks'

/** Receivers outside: robots of work chats, and programs of other departments. */
export const hookRoutes = (world: World, outside: Outside) =>
  new Hono<Env>()
    .get(
      '/hooks',
      describe({
        ...{ summary: '对外通知的接收方', english: 'Receivers of webhooks', tag, responds: HookList },
        problems: ['not-yours'],
      }),
      async (c) => c.json(await listHooks(world, c.var.actor)),
    )
    .put(
      '/hooks/:id',
      describe({
        ...{ summary: '添加接收方；带 If-Match 则修改', english: 'Add a receiver; with If-Match, change one', tag },
        responds: HookOnWire,
        problems: ['not-yours', 'not-there', 'other-content', 'changed-meanwhile', 'invalid'],
        mayHaveVersion: true,
      }),
      valid('param', HookParam),
      valid('json', HookBody),
      async (c) => {
        const asked = { version: ifMatchMaybe(c), body: c.req.valid('json') }
        const hook = await changeHook(world, c.var.actor, outside, c.req.valid('param').id, asked)
        c.header('ETag', etag(hook.version))
        return c.json(hook)
      },
    )
    .delete(
      '/hooks/:id',
      describe({
        ...{ summary: '删除接收方', english: 'Remove a receiver', tag, responds: null },
        problems: ['not-yours', 'not-there', 'changed-meanwhile', 'version-missing'],
      }),
      valid('param', HookParam),
      async (c) => {
        await removeHook(world, c.var.actor, c.req.valid('param').id, ifMatch(c))
        return c.body(null, 204)
      },
    )
    .post(
      '/hooks/:id/test',
      describe({
        ...{ summary: '发一条测试消息', english: 'Send a test message', tag, responds: HookTested },
        problems: ['not-yours', 'not-there'],
      }),
      valid('param', HookParam),
      async (c) => c.json(await tryHook(world, c.var.actor, outside, c.req.valid('param').id)),
    )
    .post(
      '/deliveries/:id/send-again',
      describe({
        ...{ summary: '再发一次', english: 'Send a stopped message again', tag, responds: null },
        problems: ['not-yours', 'not-there'],
      }),
      valid('param', HookParam),
      async (c) => {
        await sendAgain(world, c.var.actor, c.req.valid('param').id)
        return c.body(null, 204)
      },
    )
