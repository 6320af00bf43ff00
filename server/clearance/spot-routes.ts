import { Hono } from 'hono'
import { describe } from '../http/describe.ts'
import type { Env } from '../http/env.ts'
import { valid } from '../http/valid.ts'
import type { World } from '../world.ts'
import { countPopulation } from './count-population.ts'
import { drawSpotChecks } from './draw-spot-checks.ts'
import { listSpotDraws } from './list-spot-draws.ts'
import { readSpotDraw } from './spot-draw-whole.ts'
import { DrawParam, DrawSpotChecks, Population, PopulationQuery, SpotDraws, SpotDrawWhole } from './spot-wire.ts'

const tag = '抽查 spot checks'

export const spotRoutes = (world: World) =>
  new Hono<Env>()
    .get(
      '/spot-draws',
      describe({
        ...{ summary: '历次抽查', english: 'All draws of spot checks with their outcomes', tag },
        ...{ responds: SpotDraws, problems: ['not-yours'] },
      }),
      async (c) => c.json(await listSpotDraws(world, c.var.actor)),
    )
    .get(
      '/spot-draws/population',
      describe({
        ...{ summary: '可抽查的隐患数', english: 'How many cleared hazards could be drawn', tag },
        ...{ responds: Population, problems: ['not-yours', 'invalid'] },
      }),
      valid('query', PopulationQuery),
      async (c) => c.json(await countPopulation(world, c.var.actor, c.req.valid('query'))),
    )
    .post(
      '/spot-draws',
      describe({
        ...{ summary: '随机抽查', english: 'Draw cleared hazards at random for a spot check', tag },
        ...{ responds: { 201: SpotDrawWhole } },
        problems: ['not-yours', 'does-not-fit', 'other-content', 'invalid'],
      }),
      valid('json', DrawSpotChecks),
      async (c) => c.json(await drawSpotChecks(world, c.var.actor, c.req.valid('json')), 201),
    )
    .get(
      '/spot-draws/:id',
      describe({
        ...{ summary: '一次抽查', english: 'One draw with its hazards, drawn again to check it', tag },
        ...{ responds: SpotDrawWhole, problems: ['not-yours', 'not-there', 'invalid'] },
      }),
      valid('param', DrawParam),
      async (c) => c.json(await readSpotDraw(world, c.var.actor, c.req.valid('param').id)),
    )
