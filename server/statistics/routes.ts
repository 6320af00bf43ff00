import { Hono } from 'hono'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import type { World } from '../world.ts'
import { countyFigures } from './county-figures.ts'
import { CountyFigures, Period } from './wire.ts'

export const statisticsRoutes = (world: World) =>
  new Hono<Env>().get(
    '/figures',
    describe({
      summary: '全县数据',
      english: 'Figures of a cohort within your own scope; every one is the count of the register under its filter',
      tag: '统计 statistics',
      responds: CountyFigures,
      problems: ['invalid'],
    }),
    valid('query', Period),
    async (c) => c.json(await countyFigures(world, c.var.actor, c.req.valid('query'))),
  )
