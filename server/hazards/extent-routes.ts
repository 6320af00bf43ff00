import { Hono } from 'hono'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import type { World } from '../world.ts'
import { MeasuredExtent, TryExtent } from './extent-wire.ts'
import { tryExtent } from './try-extent.ts'

export const extentRoutes = (world: World) =>
  new Hono<Env>().post(
    '/places/extent',
    describe({
      summary: '量测一段路或一片区域：桩号、长度或面积、涉及的责任区',
      english:
        'Measures a stretch of road (by stakes, or two taps beside it) or an area: drawing, length or area, the zones it ' +
        'touches with their chiefs, and the unit whose task each part would be. Nothing is kept.',
      tag: 'zones',
      responds: MeasuredExtent,
      problems: ['invalid'],
    }),
    valid('json', TryExtent),
    async (c) => c.json(await tryExtent(world, c.var.actor, c.req.valid('json'))),
  )
