import { Hono } from 'hono'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import type { Limiter } from '../http/limiter.ts'
import { limitByAddress } from '../http/limits.ts'
import { signedIn } from '../http/signed-in.ts'
import { valid } from '../http/valid.ts'
import type { World } from '../world.ts'
import { sessionOnWire } from './answers.ts'
import { changePassword } from './change-password.ts'
import { deviceName } from './device-name.ts'
import { forgetPictures } from './forget-pictures.ts'
import { listSessions } from './list-sessions.ts'
import { readDoor, readMe } from './read-me.ts'
import { revokeSession } from './revoke-session.ts'
import { handOutToken, takeBackToken } from './session-cookie.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { ChangePassword, Door, IdParam, Me, SessionList, SignIn } from './wire.ts'

const tag = '登录 session'
const evenBeforeChange = { evenBeforeChange: true }
const door = 'before-change'

/** The door: open to everybody, and its inner side to those who still have to change their first password. */
export const sessionRoutes = (world: World, signIns: Limiter) =>
  new Hono<Env>()
    .get(
      '/door',
      describe({
        summary: '登录页所需的县名',
        english: 'What the sign-in page may know',
        tag,
        responds: Door,
        door: 'open',
      }),
      async (c) => c.json(await readDoor(world)),
    )
    .post(
      '/session',
      describe({
        ...{ summary: '登录', english: 'Sign in', tag, responds: { 201: Me } },
        ...{ problems: ['wrong-sign-in', 'too-often'], door: 'open' },
      }),
      limitByAddress(signIns),
      valid('json', SignIn),
      async (c) => {
        const device = deviceName(c.req.header('User-Agent') ?? '')
        const opened = await signIn(world, { ...c.req.valid('json'), device })
        handOutToken(c, opened)
        return c.json(await readMe(world, opened.personId, opened.sessionId), 201)
      },
    )
    .get(
      '/session',
      forgetPictures,
      signedIn(world, evenBeforeChange),
      describe({ summary: '我是谁', english: 'Who is signed in', tag, responds: Me, door }),
      async (c) => c.json(await readMe(world, c.var.actor.id, c.var.session.id)),
    )
    .delete(
      '/session',
      forgetPictures,
      signedIn(world, evenBeforeChange),
      describe({ summary: '退出登录', english: 'Sign out', tag, responds: null, door }),
      async (c) => {
        await signOut(world, c.var.actor, c.var.session.id)
        takeBackToken(c)
        return c.body(null, 204)
      },
    )
    .put(
      '/session/password',
      signedIn(world, evenBeforeChange),
      describe({
        ...{ summary: '修改自己的密码', english: 'Change one’s own password', tag, responds: Me },
        ...{ problems: ['too-often'], door },
      }),
      valid('json', ChangePassword),
      async (c) => {
        await changePassword(world, c.var.actor, c.var.session.id, c.req.valid('json'))
        return c.json(await readMe(world, c.var.actor.id, c.var.session.id))
      },
    )
    .get(
      '/sessions',
      signedIn(world),
      describe({
        ...{ summary: '自己登录着的设备', english: 'One’s own sessions', tag, responds: SessionList },
      }),
      async (c) => {
        const sessions = await listSessions(world, c.var.actor)
        return c.json({ sessions: sessions.map((row) => sessionOnWire(row, c.var.session.id)) })
      },
    )
    .delete(
      '/sessions/:id',
      signedIn(world),
      describe({
        ...{ summary: '让一台设备退出', english: 'Revoke one of one’s own sessions', tag, responds: null },
        problems: ['not-there'],
      }),
      valid('param', IdParam),
      async (c) => {
        await revokeSession(world, c.var.actor, c.req.valid('param').id)
        return c.body(null, 204)
      },
    )
