import { type Context, Hono } from 'hono'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import { etag, ifMatch } from '../http/version.ts'
import type { World } from '../world.ts'
import type { Asked } from './change-of-zone.ts'
import { correctPost } from './correct-post.ts'
import { endPost } from './end-post.ts'
import { givePost } from './give-post.ts'
import { handOverZone } from './hand-over-zone.ts'
import { planHandOver } from './plan-hand-over.ts'
import { putHelper } from './put-helper.ts'
import { readZone } from './read-zone.ts'
import { strikeHelper } from './strike-helper.ts'
import { strikePost } from './strike-post.ts'
import * as wire from './whole-wire.ts'
import { ZoneParam } from './wire.ts'

const tag = '路长 road chiefs'
const change = (summary: string, english: string) =>
  describe({
    ...{ summary, english, tag, responds: wire.ZoneWhole },
    problems: [
      ...(['not-yours', 'not-there', 'changed-meanwhile', 'version-missing', 'other-content', 'invalid'] as const),
      'does-not-fit',
    ],
  })

type About = { readonly id: string } & ({ readonly postId: string } | { readonly helperId: string })

/** A change as the verbs take it: the post or helper of a zone that it is about, and the version it was decided on. */
const askedOf = <Body>(c: Context<Env>, about: About, body: Body): Asked<Body> => ({
  ...{ zoneId: about.id, id: 'postId' in about ? about.postId : about.helperId },
  ...{ version: ifMatch(c), body },
})

/** Posts, helpers and the handing over of zones. */
export const zoneKeepingRoutes = (world: World) =>
  new Hono<Env>()
    .get(
      '/zones/:id/whole',
      describe({
        ...{
          summary: '责任区全貌：历任路长、协管人员、变更记录',
          english: 'A zone whole, with its chiefs of all time',
        },
        ...{ tag, responds: wire.ZoneWhole, problems: ['not-there'] },
      }),
      valid('param', ZoneParam),
      async (c) => {
        const whole = await readZone(world, c.var.actor, c.req.valid('param').id)
        c.header('ETag', etag(whole.version))
        return c.json(whole)
      },
    )
    .put(
      '/zones/:id/posts/:postId',
      change('任命路长', 'Make somebody chief, from a day that may lie ahead'),
      valid('param', wire.NewPostParam),
      valid('json', wire.GivePost),
      async (c) => c.json(await givePost(world, c.var.actor, askedOf(c, c.req.valid('param'), c.req.valid('json')))),
    )
    .post(
      '/zones/:id/posts/:postId/end',
      change('路长卸任', 'End a term'),
      valid('param', wire.PostParam),
      valid('json', wire.EndPost),
      async (c) => c.json(await endPost(world, c.var.actor, askedOf(c, c.req.valid('param'), c.req.valid('json')))),
    )
    .post(
      '/zones/:id/posts/:postId/correct',
      change('更正任期', 'Put right what was entered wrongly'),
      valid('param', wire.PostParam),
      valid('json', wire.CorrectPost),
      async (c) => c.json(await correctPost(world, c.var.actor, askedOf(c, c.req.valid('param'), c.req.valid('json')))),
    )
    .post(
      '/zones/:id/posts/:postId/strike',
      change('撤销误录的任期', 'Strike out a term entered by mistake'),
      valid('param', wire.PostParam),
      valid('json', wire.StrikeOut),
      async (c) => c.json(await strikePost(world, c.var.actor, askedOf(c, c.req.valid('param'), c.req.valid('json')))),
    )
    .get(
      '/zones/:id/hand-over',
      describe({
        ...{ summary: '责任区交接（试算）', english: 'Dry run: the tasks that go along, those that stay and why', tag },
        ...{ responds: wire.HandOverPlan, problems: ['not-yours', 'not-there', 'invalid'] },
      }),
      valid('param', ZoneParam),
      valid('query', wire.HandOverQuery),
      async (c) => c.json(await planHandOver(world, c.var.actor, c.req.valid('param').id, c.req.valid('query'))),
    )
    .post(
      '/zones/:id/hand-over/:postId',
      change('责任区交接', 'Hand a zone over as the dry run has shown; the new post bears this id'),
      valid('param', wire.NewPostParam),
      valid('json', wire.HandOverZone),
      async (c) =>
        c.json(await handOverZone(world, c.var.actor, askedOf(c, c.req.valid('param'), c.req.valid('json')))),
    )
    .put(
      '/zones/:id/helpers/:helperId',
      change('登记包片领导或协管人员', 'Enter a helper or a leader in charge'),
      valid('param', wire.HelperParam),
      valid('json', wire.HelperBody),
      async (c) =>
        c.json(await putHelper(world, c.var.actor, askedOf(c, c.req.valid('param'), c.req.valid('json')), true)),
    )
    .post(
      '/zones/:id/helpers/:helperId',
      change('更改协管人员', 'Change what is known of a helper; a last day ends the term'),
      valid('param', wire.HelperParam),
      valid('json', wire.HelperBody),
      async (c) =>
        c.json(await putHelper(world, c.var.actor, askedOf(c, c.req.valid('param'), c.req.valid('json')), false)),
    )
    .post(
      '/zones/:id/helpers/:helperId/strike',
      change('撤销误录的人员', 'Strike out a helper entered by mistake'),
      valid('param', wire.HelperParam),
      valid('json', wire.StrikeOut),
      async (c) =>
        c.json(await strikeHelper(world, c.var.actor, askedOf(c, c.req.valid('param'), c.req.valid('json')))),
    )
